package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.EngagementReport;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServedSite.Shared.class)
class ErrorsTest {

    private final ServedSite site;

    ErrorsTest(ServedSite site) {
        this.site = site;
    }

    private static JsonNode error(HttpResponse<String> answer) throws Exception {
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.fieldNames()).toIterable().containsExactly("error");
        assertThat(json.path("error").fieldNames())
                .toIterable()
                .containsExactly("code", "message", "given", "allowed", "remedy");
        return json.path("error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nowhere.json                                          | 404 | not-found
            /studies/pcs.json                                      | 404 | unknown-study
            /explore/pcss/safe_locl.csv                            | 404 | unknown-measure
            /explore/nothing/safe_local.json                       | 404 | unknown-study
            /explore/residents/q3_antisocial.csv                   | 404 | no-counts
            /explore/pcss/safe_local.csv?by=sexx                   | 400 | unknown-variable
            /explore/pcss/safe_local.csv?where=sex:femal           | 400 | unknown-category-of-sex
            /explore/pcss/safe_local.csv?where=sex                 | 400 | where
            /explore/pcss/safe_local.csv?waves=2023Q2..2021Q2      | 400 | waves
            /explore/pcss/safe_local.csv?by=sex&by=age_band        | 400 | repeated-part
            /explore/pcss/safe_local.json?filter=sex               | 400 | unknown-parameter
            /explore/residents/q1_feel_safe.csv?by=sex             | 400 | counts-only
            """)
    void a_mistake_in_an_address_has_one_shape_for_programs(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = site.get(path, "*/*");
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = error(answer);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("content-security-policy")).hasValue(SecurityHeaders.POLICY);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    void a_mistake_names_what_was_given_what_exists_and_the_nearest() throws Exception {
        JsonNode error = error(site.get("/explore/pcss/safe_locl.json", "*/*"));
        assertThat(error.path("message").asText()).isEqualTo("There is no measure \"safe_locl\".");
        assertThat(error.path("given").asText()).isEqualTo("safe_locl");
        assertThat(error.path("allowed").toString()).contains("safe_local");
        assertThat(error.path("remedy").asText()).isEqualTo("Did you mean \"safe_local\"?");
        Document page = site.page("/explore/pcss/safe_locl");
        assertThat(page.select("main").text())
                .contains("There is no measure \"safe_locl\".", "Did you mean \"safe_local\"?", "safe_local_scale");
    }

    @Test
    void an_unknown_page_helps_on() {
        HttpResponse<String> answer = site.get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.headers().firstValue("content-type").orElseThrow().replace(" ", ""))
                .isEqualTo("text/html;charset=utf-8");
        assertThat(page.select("h1").text()).isEqualTo("Page not found");
        assertThat(page.select("main a").eachAttr("href")).contains("/deepdives/students", "/studies/pcss", "/figures");
    }

    @Test
    void a_program_that_asks_for_json_gets_it_at_any_address() throws Exception {
        assertThat(error(site.get("/nowhere", "application/json")).path("code").asText())
                .isEqualTo("not-found");
    }

    @Test
    void a_group_left_out_that_is_too_small_is_forbidden_with_the_rule() throws Exception {
        String path = ErrorsTest.remainder(site);
        HttpResponse<String> answer = site.get(path, "application/json");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(error(answer).path("code").asText()).isEqualTo("remainder");
        assertThat(site.page(path).select("main a").eachAttr("href")).contains("/methods#disclosure");
    }

    /** A question whose filter leaves out a few respondents: those of all sexes but the rarest, in one small group. */
    private static String remainder(ServedSite site) {
        for (String district :
                site.workspace().study("pcss").codebook().variable("district").codes()) {
            String path = "/explore/pcss/safe_local?where=district:" + district
                    + ",orientation:heterosexual/gay_lesbian/bisexual/refused,student:yes&waves=2021Q2..2021Q4";
            if (site.get(path).statusCode() == 403) {
                return path;
            }
        }
        throw new AssertionError("No district has a few respondents of another orientation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/pcss/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/explore/pcss/%3Cscript%3Ealert(1)",
                "/explore/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E/x",
                "/explore/pcss/safe_local?where=sex:%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/explore/pcss/safe_local?by=%3Cscript%3Ealert(1)%3C/script%3E",
                "/explore/pcss/safe_local?%3Cscript%3E=1",
                "/explore/pcss?measure=%3Cscript%3Ealert(1)%3C/script%3E",
                "/explore/pcss?measure=safe_local&where.%3Cb%3E=%3Cb%3E",
                "/figures?verdict=%3Cscript%3Ealert(1)%3C/script%3E",
                "/deepdives/%3Cscript%3Ealert(1)",
                "/studies/..%2F..%2Fetc%2Fpasswd",
                "/assets/..%2F..%2Flogback.xml",
                "/explore/pcss/safe_local%00?by=sex",
                "/explore/pcss/safe_local?waves=%F0%9F%92%A3..%0d%0aSet-Cookie:a=b"
            })
    void hostile_addresses_are_answered_with_their_text_and_nothing_runs(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.headers().firstValue("content-security-policy")).hasValue(SecurityHeaders.POLICY);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x", "<b>", "org.deepdive", "jetty");
        if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("main script, main img, main b")).isEmpty();
            assertThat(page.select("h1").text()).isIn("Page not found", "This question cannot be asked");
        }
    }

    @Test
    void a_query_that_is_too_long_is_refused() {
        String path = "/explore/pcss/safe_local?where=sex:" + "a".repeat(2500);
        assertThat(site.get(path).statusCode()).isEqualTo(400);
        assertThat(site.page(path).text()).contains("more than 2000 characters").doesNotContain("aaaaaaaaaa");
        HttpResponse<String> tooLong = site.get("/explore/pcss/safe_local?where=sex:" + "a".repeat(20_000));
        assertThat(tooLong.statusCode()).isIn(414, 431);
        assertThat(tooLong.body()).doesNotContainIgnoringCase("jetty").doesNotContain("aaaaaaaaaa");
    }

    @Test
    void a_malformed_request_gets_the_same_shape() throws Exception {
        assertThat(raw("GET /figures/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"error\":{\"code\":\"request\"")
                .contains("Content-Security-Policy: " + SecurityHeaders.POLICY)
                .doesNotContainIgnoringCase("jetty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /explore/pcss/safe_local?where=%zz                     | %zz
            /explore/pcss/safe_local.json?where=%u0041             | %u0
            /explore/pcss/safe_local.csv?by=sex%                   | %
            /explore/pcss?measure=safe_local&where.sex=%zz         | %zz
            /explore/pcss?measure=safe_local&%=yes                 | %
            /figures?verdict=%zz                                   | %zz
            /audit?%zz=1                                           | %zz
            /?%1=2                                                 | %1
            /nowhere?%q                                            | %q
            """)
    void an_escape_that_stands_for_no_character_is_a_mistake_of_the_address(String path, String given)
            throws Exception {
        // java.net.URI would refuse to send it.
        String asked = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
        String json = raw(asked + "Accept: application/json\r\n\r\n");
        assertThat(json).startsWith("HTTP/1.1 400");
        JsonNode error = new ObjectMapper()
                .readTree(json.substring(json.indexOf("\r\n\r\n")))
                .path("error");
        assertThat(error.path("code").asText()).isEqualTo("escape");
        assertThat(error.path("given").asText()).isEqualTo(given);
        assertThat(raw(asked + "Accept: text/html\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/figures/%zz", "/explore/pcss/safe%u0041", "/explore/pcss/safe_local%2"})
    void an_escape_that_stands_for_no_character_is_a_mistake_in_a_path_too(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    /** The answer to a request as it is written. */
    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", site.server().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explore/pcss/safe_local?by=sex", "/nowhere"})
    void an_offer_to_speak_another_protocol_is_overlooked_and_opens_no_session(String path) throws Exception {
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        assertThat(answer).startsWith(path.equals("/nowhere") ? "HTTP/1.1 404" : "HTTP/1.1 200");
        assertThat(answer).doesNotContainIgnoringCase("set-cookie").doesNotContain("JSESSIONID");
    }

    @Test
    void pages_are_only_read() throws Exception {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.uri("/figures"))
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
        assertThat(error(answer).path("allowed").toString()).isEqualTo("[\"GET\",\"HEAD\"]");
    }

    @Test
    void a_file_that_is_refused_is_no_readers_mistake_and_its_contents_stay_with_its_holder(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("secret-name.csv"), "respondent_id,sex\n4711,secret\n");
        Workspace workspace = Workspace.open(DataFolder.find(), Map.of("pcss", file), Progress.NONE);
        try (ServedSite broken = new ServedSite(workspace).prepared()) {
            for (String path : new String[] {"/", "/figures", "/deepdives/students", "/explore/pcss/safe_local"}) {
                HttpResponse<String> answer = broken.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(500);
                assertThat(Jsoup.parse(answer.body()).select("main").text())
                        .contains("The data file of the study “Policing and Community Safety Survey” was refused.")
                        .contains("server's log, error ");
                assertThat(answer.body()).doesNotContain("secret", "4711", folder.toString());
            }
            assertThat(broken.get("/explore/residents/q1_feel_safe").statusCode())
                    .isEqualTo(200);
            assertThat(broken.get("/audit").statusCode()).isEqualTo(200);
            HttpResponse<String> health = broken.get("/healthz");
            assertThat(health.statusCode()).isEqualTo(200);
            JsonNode json = new ObjectMapper().readTree(health.body());
            assertThat(json.path("status").asText()).isEqualTo("degraded");
            assertThat(json.path("refused").toString()).isEqualTo("[\"pcss\"]");
            assertThat(health.body()).doesNotContain("secret", folder.toString());
        }
    }

    @Test
    void the_first_page_lists_deep_dives_that_cannot_be_computed() {
        Site own = new Site(site.workspace(), Settings.at(new ServerOptions(ServerOptions.LOOPBACK, 0)));
        HomePage home = new HomePage(own, slug -> {
            throw InputException.of("comparison", "Too few respondents.", "", "");
        });
        Document page = Jsoup.parse(own.render("home.jte", home.view()));
        assertThat(page.select(".card a").eachText())
                .containsExactlyElementsOf(Stream.concat(
                                DeepDives.slugs().stream().map(DeepDives::title),
                                Stream.of(PerformanceReport.TITLE, EngagementReport.TITLE))
                        .toList());
        assertThat(page.select(".card:has(p) a").eachText())
                .as("those into documents need no respondents")
                .containsExactly(PerformanceReport.TITLE, EngagementReport.TITLE);
    }

    @Test
    void a_mistake_of_the_program_on_the_first_page_is_not_hidden() {
        Site own = new Site(site.workspace(), Settings.at(new ServerOptions(ServerOptions.LOOPBACK, 0)));
        HomePage home = new HomePage(own, slug -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(home::view).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 200})
    void the_first_page_is_there_however_few_the_respondents(int lines, @TempDir Path folder) throws Exception {
        Path all = site.workspace().practice().ensure(site.workspace().study("pcss"), Progress.NONE);
        List<String> few = Files.readAllLines(all).subList(0, lines);
        Path file = Files.write(folder.resolve("few.csv"), few);
        try (ServedSite small =
                new ServedSite(Workspace.open(DataFolder.find(), Map.of("pcss", file), Progress.NONE)).prepared()) {
            assertThat(small.get("/").statusCode()).isEqualTo(200);
            assertThat(small.get("/healthz").body()).contains("\"ok\"");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_way_out() {
        int taken = site.server().port();
        assertThatThrownBy(() -> DeepdiveServer.start(
                        site.workspace(), Settings.at(new ServerOptions(ServerOptions.LOOPBACK, taken))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("port " + taken)
                .hasMessageContaining("something else listens there")
                .hasMessageContaining("--port 0");
    }

    @Test
    void a_port_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> new ServerOptions(ServerOptions.LOOPBACK, 70_000))
                .hasMessage("There is no port 70000. Name one from 1 to 65535, or 0 for any free one.");
    }

    @Test
    void a_server_that_was_closed_no_longer_listens() {
        ServedSite other = new ServedSite(site.workspace());
        HttpRequest request = HttpRequest.newBuilder(other.uri("/healthz")).build();
        assertThat(other.send(request).statusCode()).isEqualTo(200);
        other.close();
        assertThatThrownBy(() -> other.send(request)).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void a_request_under_way_is_answered_before_the_server_stops() throws Exception {
        ServedSite other = new ServedSite(site.workspace());
        HttpRequest slow = HttpRequest.newBuilder(other.uri("/explore/pcss/safe_local?by=district,age_band"))
                .build();
        CompletableFuture<HttpResponse<String>> answer = other.later(slow);
        while (other.server().underWay() == 0 && !answer.isDone()) {
            Thread.sleep(1);
        }
        assertThat(answer).isNotDone();
        other.close();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(answer.get().body().strip()).endsWith("</html>");
    }
}
