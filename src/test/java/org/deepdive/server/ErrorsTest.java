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
import java.util.Map;
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
        try (Socket socket = new Socket("127.0.0.1", site.server().port())) {
            socket.getOutputStream()
                    .write("GET /figures/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            assertThat(answer.toString(StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("{\"error\":{\"code\":\"request\"")
                    .contains("Content-Security-Policy: " + SecurityHeaders.POLICY)
                    .doesNotContainIgnoringCase("jetty");
        }
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
        try (ServedSite broken = new ServedSite(workspace)) {
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
            assertThat(broken.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_way_out() {
        int taken = site.server().port();
        assertThatThrownBy(
                        () -> DeepdiveServer.start(site.workspace(), new ServerOptions(ServerOptions.LOOPBACK, taken)))
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
}
