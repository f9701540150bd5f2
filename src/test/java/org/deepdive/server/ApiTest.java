package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepdive.Installed;
import org.deepdive.server.share.LinkTerms;
import org.deepdive.server.share.Links;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API and its description. */
@ExtendWith(ServedSite.Shared.class)
class ApiTest {

    private static final String QUESTION =
            "study=pcss&measure=safe_local&by=sex&where=student:yes&waves=2021Q2..2023Q2";

    private final ServedSite site;

    ApiTest(ServedSite site) {
        this.site = site;
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = site.get(path, "application/json");
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<NamedCsvRecord> csv(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    private JsonNode description() throws Exception {
        return json("/api/v1/openapi.json");
    }

    private static Stream<Map.Entry<String, JsonNode>> operations(JsonNode description) {
        return description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> Map.entry(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    @Test
    void every_route_is_described_and_nothing_else() throws Exception {
        Set<String> described = new TreeSet<>();
        operations(description()).forEach(operation -> described.add(operation.getKey()));
        Set<String> routes = new TreeSet<>();
        site.server().routes().forEach(r -> routes.add(r.method().name().toLowerCase() + " " + r.path()));
        assertThat(described).isEqualTo(routes).hasSizeGreaterThan(40);
    }

    @Test
    void the_description_is_whole() throws Exception {
        JsonNode description = description();
        assertThat(description.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(description.at("/servers/0/url").asText() + "/")
                .isEqualTo(site.server().url());
        Set<String> ids = new HashSet<>();
        operations(description).forEach(operation -> {
            JsonNode node = operation.getValue();
            assertThat(ids.add(node.path("operationId").asText()))
                    .as(operation.getKey())
                    .isTrue();
            assertThat(node.path("summary").asText()).isNotBlank();
            assertThat(node.at("/responses/default/$ref").asText()).isEqualTo("#/components/responses/Error");
            Set<String> inPath = new TreeSet<>();
            Matcher names = Pattern.compile("\\{([^}]+)}").matcher(operation.getKey());
            while (names.find()) {
                inPath.add(names.group(1));
            }
            Set<String> described = new TreeSet<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    described.add(parameter.path("name").asText());
                }
                assertThat(parameter.path("description").asText()).isNotBlank();
            });
            assertThat(described).as(operation.getKey()).isEqualTo(inPath);
        });
        for (String pointer : description.findValuesAsText("$ref")) {
            assertThat(description.at(pointer.substring(1)).isMissingNode())
                    .as(pointer)
                    .isFalse();
        }
    }

    @Test
    void the_description_is_as_openapi_has_it() throws Exception {
        JsonNode description = description();
        assertThat(new JsonShape(description).problems()).isEmpty();
        ((ObjectNode) description.at("/paths/~1api~1v1~1studies/get"))
                .put("sumary", "a word that OpenAPI does not have");
        assertThat(new JsonShape(description).problems())
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem).contains("sumary"));
    }

    @Test
    void every_example_is_answered_as_described() throws Exception {
        JsonNode description = description();
        JsonShape shape = new JsonShape(description);
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        for (Map.Entry<String, JsonNode> operation : operations(description).toList()) {
            for (JsonNode example : operation.getValue().path("x-examples")) {
                wrong.addAll(wrong(shape, operation.getValue(), example.asText()));
                answered++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(answered).isGreaterThan(40);
    }

    /** What of an answer is not as it is described, in each of the types that it may have. */
    private List<String> wrong(JsonShape shape, JsonNode operation, String example) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> content :
                operation.at("/responses/200/content").properties()) {
            HttpResponse<String> answer = site.get(example, content.getKey() + ", */*;q=0.1");
            boolean redirected = answer.statusCode() / 100 == 3;
            String type = answer.headers().firstValue("content-type").orElse("");
            if (!redirected
                    && (answer.statusCode() != 200 || !endsItself(example) && !type.startsWith(content.getKey()))) {
                wrong.add(example + ": " + answer.statusCode() + " " + type);
            } else if (content.getValue().has("schema") && type.startsWith("application/json")) {
                shape.problems(content.getValue().path("schema"), new ObjectMapper().readTree(answer.body()))
                        .forEach(problem -> wrong.add(example + ": " + problem));
            }
        }
        return wrong;
    }

    private static boolean endsItself(String example) {
        return example.replaceFirst("\\?.*", "").matches(".*\\.(csv|json)");
    }

    @Test
    void addresses_with_a_parameter_have_an_example_unless_it_is_somebodys_own() throws Exception {
        operations(description()).filter(o -> o.getKey().matches("get .*\\{.*")).forEach(operation -> {
            if (operation.getValue().path("x-examples").isEmpty()) {
                assertThat(operation.getKey())
                        .containsAnyOf("{id}", "{name}", "{file}", "/embed/", "/preview/", "/difference");
            }
        });
    }

    @Test
    void an_estimate_is_what_the_page_of_the_same_question_has() throws Exception {
        String explored = site.get("/explore/pcss/safe_local.json?by=sex&where=student:yes&waves=2021Q2..2023Q2")
                .body();
        assertThat(site.get("/api/v1/estimate?" + QUESTION, "application/json").body())
                .isEqualTo(explored);
        assertThat(site.get("/api/v1/estimate.json?" + QUESTION, "text/csv").body())
                .isEqualTo(explored);
        HttpResponse<String> asCsv = site.get("/api/v1/estimate?" + QUESTION, "text/csv");
        assertThat(asCsv.body())
                .isEqualTo(site.get("/api/v1/estimate.csv?" + QUESTION).body())
                .isEqualTo(site.get("/explore/pcss/safe_local.csv?by=sex&where=student:yes&waves=2021Q2..2023Q2")
                        .body());
        assertThat(asCsv.headers().allValues("vary")).contains("Accept");
        assertThat(csv(asCsv.body()).get(0).getHeader())
                .contains("estimate", "low", "high", "base", "effective_base", "flags", "data");
    }

    @Test
    void two_groups_are_compared_as_everybody_may_see_them() throws Exception {
        JsonNode answer = json("/api/v1/compare?study=pcss&measure=safe_local&group=sex:female&than=sex:male");
        JsonNode row = answer.path("rows").path(0);
        assertThat(row.path("first").asText()).isEqualTo("study=pcss&measure=safe_local&where=sex:female");
        assertThat(row.path("second").asText()).isEqualTo("study=pcss&measure=safe_local&where=sex:male");
        assertThat(row.path("first_base").asInt() % 10).isZero();
        assertThat(row.path("low").asDouble()).isLessThan(row.path("difference").asDouble());
        assertThat(row.path("data").asText()).isEqualTo("practice");
        assertThat(answer.path("data").path("label").asText()).isEqualTo("practice");
        assertThat(csv(site.get("/api/v1/compare.csv?study=pcss&measure=safe_local&by=sex&compare=complement")
                        .body()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getField("second")).isEqualTo("rest"));
    }

    @Test
    void figures_can_be_asked_for_by_publication_and_verdict() throws Exception {
        JsonNode differing = json("/api/v1/figures?verdict=differs").path("figures");
        assertThat(differing)
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.path("verdict").asText()).isEqualTo("differs"));
        JsonNode students = json("/api/v1/figures?publication=students").path("figures");
        assertThat(students)
                .hasSizeGreaterThan(10)
                .allSatisfy(f -> assertThat(f.path("publication").asText()).isEqualTo("students"));
        assertThat(csv(site.get("/api/v1/figures.csv").body()))
                .hasSize(site.workspace().published().figures().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/nothing                                             | 404 | not-found
            /api/v1/studies/pcs                                         | 404 | unknown-study
            /api/v1/estimate                                            | 400 | query
            /api/v1/estimate?study=pcss&measure=safe_locl               | 404 | unknown-measure
            /api/v1/estimate?study=pcss&measure=safe_local&limit=3      | 400 | unknown-parameter
            /api/v1/compare?study=pcss&measure=safe_local&by=sex&compare=each | 400 | unknown-comparison
            /api/v1/compare?study=pcss&measure=safe_local&group=sex:male&by=sex | 400 | two-comparisons
            /api/v1/compare?study=residents&measure=q1_feel_safe        | 400 | counts-only
            /api/v1/figures?verdict=wrong                               | 400 | unknown-verdict
            /api/v1/figures?publication=studnts                         | 400 | unknown-publication
            """)
    void a_mistake_has_the_one_shape(String path, int status, String code) throws Exception {
        for (String accept : List.of("application/json", "text/csv", "text/html")) {
            HttpResponse<String> answer = site.get(path, accept);
            assertThat(answer.statusCode()).as(accept + answer.body()).isEqualTo(status);
            JsonNode body = new ObjectMapper().readTree(answer.body());
            assertThat(body.path("error").path("code").asText()).isEqualTo(code);
            assertThat(new JsonShape(description()).problems(description().at("/components/schemas/Error"), body))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png                            | 406
            application/json;q=0                 | 406
            text/csv;q=0.5, application/json;q=0 | 200
            application/xml, */*;q=0.1           | 200
            text/*                               | 200
            ''                                   | 200
            """)
    void forms_that_there_are_not_are_told(String accept, int status) throws Exception {
        HttpResponse<String> answer = site.get("/api/v1/studies", accept);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 406) {
            JsonNode error = new ObjectMapper().readTree(answer.body()).path("error");
            assertThat(error.path("code").asText()).isEqualTo("not-acceptable");
            assertThat(error.path("allowed").toString()).isEqualTo("[\"application/json\",\"text/csv\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/estimate?" + QUESTION,
                "/api/v1/studies",
                "/api/v1/figures.csv",
                "/deepdives/students.json"
            })
    void what_a_program_has_already_is_not_sent_again(String path) {
        HttpResponse<String> first = site.get(path, "*/*");
        String tag = first.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> second = site.send(HttpRequest.newBuilder(site.uri(path))
                .header("If-None-Match", tag)
                .build());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void saved_links_are_read_by_id_and_ones_own_by_key(@TempDir Path folder) throws Exception {
        Settings kept = new Settings(
                ServedSite.settings().listen(),
                Optional.empty(),
                Optional.of("jdbc:sqlite:" + folder.resolve("links.db")),
                List.of(),
                List.of(),
                ServedSite.settings().operation());
        try (ServedSite own = new ServedSite(site.workspace(), kept)) {
            Site present = own.server().site();
            Links.Saved saved = present.links()
                    .save(
                            "/explore/pcss/safe_local?by=sex",
                            new LinkTerms("A title", "A note", Optional.empty(), false),
                            Optional.empty(),
                            "127.0.0.1",
                            present.present());
            JsonShape shape = new JsonShape(description());
            String path = "/api/v1/links/" + saved.link().id();
            JsonNode link = new ObjectMapper()
                    .readTree(own.get(path, "application/json").body());
            assertThat(shape.problems(description().at("/components/schemas/Link"), link))
                    .isEmpty();
            assertThat(link.path("status").asText()).isEqualTo("current");
            assertThat(link.path("numbers").path("rows")).isNotEmpty();
            assertThat(csv(own.get(path, "text/csv").body())).isNotEmpty();
            assertThat(own.get("/api/v1/links/AbCdEf123456", "application/json").statusCode())
                    .isEqualTo(404);
            assertThat(own.get("/api/v1/links", "application/json").statusCode())
                    .isEqualTo(401);
            HttpResponse<String> mine = own.send(HttpRequest.newBuilder(own.uri("/api/v1/links"))
                    .header(
                            "Authorization",
                            "Deepdive-Key " + saved.newKey().orElseThrow().text())
                    .build());
            JsonNode list = new ObjectMapper().readTree(mine.body());
            assertThat(shape.problems(description().at("/components/schemas/Links"), list))
                    .isEmpty();
            assertThat(list.at("/links/0/title").asText()).isEqualTo("A title");
            assertThat(mine.headers().firstValue("cache-control")).hasValue("no-store");
        }
    }

    @Test
    void people_read_what_can_be_asked() {
        Document page = site.page("/api/v1");
        assertThat(page.select("h1").text()).isEqualTo("The API");
        assertThat(page.select("main h2").eachText())
                .contains("/api/v1/estimate", "/api/v1/compare", "/api/v1/studies/{slug}/codebook")
                .doesNotContain("/api/v1/estimate.csv");
        assertThat(page.select("main a").eachAttr("href")).contains("/api/v1/openapi.json");
        assertThat(page.select("main script, main style")).isEmpty();
        assertThat(page.select("main a").eachAttr("href"))
                .allSatisfy(address ->
                        assertThat(site.get(address).statusCode()).as(address).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /deepdives                   | deep_dives
            /deepdives/students          | sections
            /deepdives/trust             | sections
            /deepdives/performance       | scores
            /deepdives/engagement        | statements
            /studies/pcss                | variables
            /methods                     | rules
            """)
    void pages_have_twins_for_programs(String page, String list) throws Exception {
        JsonNode json = json(page + ".json");
        assertThat(json.path(list)).isNotEmpty();
        assertThat(csv(site.get(page + ".csv").body())).isNotEmpty();
    }

    @Test
    void r_reads_a_plots_data_with_one_line() throws Exception {
        if (!Installed.has("Rscript", "that R reads a plot's data from its address")) {
            return;
        }
        String line = "d <- read.csv(\"" + site.uri("/api/v1/estimate.csv?" + QUESTION)
                + "\"); cat(names(d)[1], nrow(d), d$data[1], round(sum(d$base)))";
        assertThat(output("Rscript", "-e", line)).startsWith("sex 4 practice ");
    }

    @Test
    void python_reads_a_plots_data_with_one_line() throws Exception {
        if (!Installed.has("python3", "that Python reads a plot's data from its address")) {
            return;
        }
        String line =
                "import csv, io, urllib.request; d = list(csv.DictReader(io.TextIOWrapper(urllib.request.urlopen('"
                        + site.uri("/api/v1/estimate.csv?" + QUESTION)
                        + "')))); print(list(d[0])[0], len(d), d[0]['data'])";
        assertThat(output("python3", "-c", line)).isEqualTo("sex 4 practice\n");
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
