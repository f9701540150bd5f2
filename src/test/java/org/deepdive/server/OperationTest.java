package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What whoever runs a server sees of it. */
@ExtendWith(ServedSite.Shared.class)
class OperationTest {

    private final ServedSite site;

    OperationTest(ServedSite site) {
        this.site = site;
    }

    /** The lines of the log of requests that come while something is done. */
    private static List<String> logged(int lines, Runnable work) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(RequestWatch.LOGGER);
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(kept);
        try {
            work.run();
            for (int tries = 0; tries < 200 && kept.list.size() < lines; tries++) {
                Thread.sleep(10);
            }
        } finally {
            logger.detachAppender(kept);
            logger.setLevel(before);
        }
        return kept.list.stream()
                .map(event -> event.getKeyValuePairs().stream()
                        .map(pair -> pair.key + "=" + pair.value)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void a_request_is_one_line_with_its_question_and_nothing_of_its_reader() throws Exception {
        List<String> lines = logged(
                1,
                () -> site.send(HttpRequest.newBuilder(site.uri("/explore/pcss/safe_local?by=sex"))
                        .header("Cookie", "key=secret")
                        .header("Authorization", "Bearer secret")
                        .build()));
        assertThat(lines)
                .singleElement()
                .asString()
                .matches("method=GET route=/explore/\\{study}/\\{measure} status=200"
                        + " ms=[0-9.]+ bytes=[0-9]{4,} question=/explore/pcss/safe_local\\?by=sex");
    }

    @Test
    void what_was_typed_is_not_in_the_log() throws Exception {
        List<String> lines = logged(3, () -> {
            site.get("/deepdives/engagement?q=typed");
            site.get("/explore/pcss/safe_local?by=typed");
            site.get("/typed?typed=typed");
        });
        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("typed"));
        assertThat(lines.get(2)).startsWith("method=GET route=none status=404");
    }

    @Test
    void the_log_can_be_json() throws Exception {
        Path log = Files.createTempFile("log", ".json");
        Process process = Served.start(log, "--port", "0", "--log-format", "json");
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            Served.address(log, process).resolve("/explore/pcss/safe_local"))
                    .build();
            assertThat(site.send(request).statusCode()).isEqualTo(200);
            assertThat(site.send(request).statusCode()).isEqualTo(200);
        } finally {
            Served.stop(process);
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (line.startsWith("{")) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("level").asText()).isEqualTo("INFO");
            assertThat(line.path("loggerName").asText()).isEqualTo("org.deepdive.server.requests");
            assertThat(line.path("kvpList").toString())
                    .contains("{\"method\":\"GET\"}")
                    .contains("\"question\":\"/explore/pcss/safe_local\"");
        });
    }

    @Test
    void what_went_wrong_has_one_id_in_the_answer_and_in_the_log_and_no_value_of_the_file(@TempDir Path folder)
            throws Exception {
        List<String> respondents = new ArrayList<>(Files.readAllLines(
                        site.workspace().practice().ensure(site.workspace().study("pcss"), Progress.NONE))
                .subList(0, 50));
        respondents.set(3, respondents.get(3).replaceFirst("[^,]*$", "secret-answer"));
        Path file = Files.write(folder.resolve("pcss.csv"), respondents);
        Logger root = (Logger) LoggerFactory.getLogger("org.deepdive.server");
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        root.addAppender(kept);
        try (ServedSite broken =
                new ServedSite(Workspace.open(DataFolder.find(), Map.of("pcss", file), Progress.NONE))) {
            String message = new ObjectMapper()
                    .readTree(broken.get("/explore/pcss/safe_local", "application/json")
                            .body())
                    .path("error")
                    .path("message")
                    .asText();
            String id = message.replaceFirst(".*error ([0-9a-f]{8})\\.$", "$1");
            assertThat(id).hasSize(8);
            assertThat(kept.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anySatisfy(line -> assertThat(line).contains(id, "pcss.csv, line 4, column "))
                    .noneMatch(line -> line.contains("secret-answer"));
            assertThat(kept.list)
                    .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
        } finally {
            root.detachAppender(kept);
        }
    }

    @Test
    void the_counts_are_those_of_what_was_asked() throws Exception {
        try (ServedSite own = new ServedSite(site.workspace())) {
            own.get("/methods");
            own.get("/methods");
            own.get("/nowhere");
            own.get("/elsewhere");
            own.send(HttpRequest.newBuilder(own.uri("/methods"))
                    .method("INVENTED", HttpRequest.BodyPublishers.noBody())
                    .build());
            HttpResponse<String> counts = own.get("/metrics");
            assertThat(counts.headers().firstValue("content-type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(counts.body().lines())
                    .contains("deepdive_requests_total{method=\"GET\",route=\"/methods\",status=\"2xx\"} 2.0")
                    .contains("deepdive_requests_total{method=\"GET\",route=\"none\",status=\"4xx\"} 2.0")
                    .contains("deepdive_request_duration_seconds_count{method=\"GET\",route=\"/methods\"} 2")
                    .contains("deepdive_requests_in_flight 1.0")
                    .contains("deepdive_data_reloads_total{result=\"loaded\"} 0.0")
                    .contains("deepdive_data_degraded 0.0")
                    .anyMatch(line -> line.startsWith("deepdive_data_age_seconds "))
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                    .noneMatch(line -> line.contains("INVENTED"));
        }
    }

    @Test
    void the_counts_are_this_machines_own_unless_the_settings_say_otherwise() throws Exception {
        assertThat(site.get("/metrics").statusCode()).isEqualTo(200);
        for (String header : List.of("X-Forwarded-For", "Forwarded", "Via")) {
            HttpRequest handedOn = HttpRequest.newBuilder(site.uri("/metrics"))
                    .header(header, "192.0.2.1")
                    .build();
            assertThat(site.send(handedOn).statusCode()).as(header).isEqualTo(404);
        }
        Operation usual = ServedSite.settings().operation();
        try (ServedSite open = new ServedSite(
                        site.workspace(), ServedSite.settings().run(usual.metrics(Operation.Access.ON)));
                ServedSite closed = new ServedSite(
                        site.workspace(), ServedSite.settings().run(usual.metrics(Operation.Access.OFF)))) {
            assertThat(open.send(HttpRequest.newBuilder(open.uri("/metrics"))
                                    .header("X-Forwarded-For", "192.0.2.1")
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(closed.get("/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_process_lives_before_it_is_ready() throws Exception {
        try (ServedSite own = new ServedSite(Workspace.open())) {
            HttpResponse<String> preparing = own.get("/healthz/ready");
            assertThat(preparing.statusCode()).isEqualTo(503);
            assertThat(preparing.body()).isEqualTo("{\"status\":\"preparing\"}");
            assertThat(own.get("/healthz/live").body()).isEqualTo("{\"status\":\"ok\"}");
            for (int tries = 0; tries < 1200 && own.get("/healthz/ready").statusCode() != 200; tries++) {
                Thread.sleep(100);
            }
            assertThat(own.get("/healthz/ready").body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(own.get("/healthz").body())
                    .contains("\"status\":\"ok\"", "\"ready\":true", "\"served_since\":\"20");
        }
    }

    /** A server with one slow page, which is done only when the test says so. */
    @Test
    void a_reader_is_told_to_come_back_where_an_answer_takes_too_long() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch wrote = new CountDownLatch(1);
        List<Throwable> failures = new ArrayList<>();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(ServerOptions.LOOPBACK);
        server.addConnector(connector);
        TimeLimit limit = new TimeLimit(Duration.ofMillis(200));
        limit.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (request.getHttpURI().getPath().equals("/slow")) {
                    assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
                }
                response.getHeaders().put("X-Late", "yes");
                response.write(
                        true,
                        ByteBuffer.wrap("page".getBytes(StandardCharsets.UTF_8)),
                        Callback.from(callback::succeeded, failure -> {
                            failures.add(failure);
                            callback.failed(failure);
                            wrote.countDown();
                        }));
                return true;
            }
        });
        server.setHandler(limit);
        server.start();
        try {
            String address = "http://127.0.0.1:" + connector.getLocalPort();
            HttpResponse<String> slow = get(address + "/slow");
            assertThat(slow.statusCode()).isEqualTo(503);
            assertThat(slow.headers().firstValue("retry-after")).hasValue("1");
            assertThat(slow.headers().firstValue("x-late")).isEmpty();
            assertThat(slow.headers().firstValue("content-security-policy")).hasValue(SecurityHeaders.POLICY);
            assertThat(slow.body()).contains("\"code\":\"request-time\"", "took more than 200 ms");
            goOn.countDown();
            assertThat(wrote.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failures).singleElement().asString().contains("has been told to come back");
            assertThat(get(address + "/quick").body()).isEqualTo("page");
        } finally {
            server.stop();
        }
    }

    private HttpResponse<String> get(String address) {
        return site.send(HttpRequest.newBuilder(java.net.URI.create(address)).build());
    }

    @Test
    void a_server_that_is_told_to_stop_finishes_its_answers_and_exits_as_one_that_was_told_to() throws Exception {
        Path log = Files.createTempFile("serve", ".log");
        Process process = Served.start(log, "--port", "0");
        HttpRequest first = HttpRequest.newBuilder(Served.address(log, process).resolve("/healthz/live"))
                .build();
        assertThat(site.send(first).statusCode()).isEqualTo(200);
        // Everything is to be computed still, so that this takes long enough to be under way.
        var answer = site.later(HttpRequest.newBuilder(
                        Served.address(log, process).resolve("/explore/pcss/safe_local?by=district,age_band"))
                .build());
        Thread.sleep(300);
        process.destroy();
        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    @Test
    void other_origins_read_the_api_only_where_they_are_named() {
        assertThat(preflight(site, "https://a.example").headers().map())
                .doesNotContainKey("access-control-allow-origin");
        assertThat(site.get("/api/v1/studies").headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(site.get("/api/v1/studies").headers().allValues("vary")).containsExactly("Accept");
        Settings named = new Settings(
                ServedSite.settings().listen(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("https://a.example"),
                ServedSite.settings().operation());
        try (ServedSite open = new ServedSite(site.workspace(), named)) {
            HttpResponse<String> asked = preflight(open, "https://a.example");
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(asked.headers().firstValue("access-control-allow-origin"))
                    .hasValue("https://a.example");
            assertThat(asked.headers().firstValue("access-control-allow-methods"))
                    .hasValue("GET, HEAD");
            assertThat(asked.headers().allValues("vary")).containsExactly("Origin");
            HttpResponse<String> answer = from(open, "/api/v1/studies", "https://a.example");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue("https://a.example");
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
            assertThat(from(open, "/api/v1/studies/nothing", "https://a.example")
                            .headers()
                            .firstValue("access-control-allow-origin"))
                    .as("a script may read what is wrong with its question")
                    .hasValue("https://a.example");
            for (String other : List.of("https://b.example", "https://a.example.b", "http://a.example", "null")) {
                assertThat(from(open, "/api/v1/studies", other).headers().map())
                        .as(other)
                        .doesNotContainKey("access-control-allow-origin");
                assertThat(from(open, "/api/v1/studies", other).headers().allValues("vary"))
                        .contains("Origin");
            }
            assertThat(from(open, "/methods", "https://a.example").headers().map())
                    .as("pages are not the API")
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    private static HttpResponse<String> from(ServedSite site, String path, String origin) {
        return site.send(
                HttpRequest.newBuilder(site.uri(path)).header("Origin", origin).build());
    }

    private static HttpResponse<String> preflight(ServedSite site, String origin) {
        return site.send(HttpRequest.newBuilder(site.uri("/api/v1/estimate"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .build());
    }
}
