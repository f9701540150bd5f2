package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.deepdive.PackagedStudies;
import org.deepdive.server.share.OwnerKey;
import org.deepdive.server.share.Postgresql;
import org.junit.jupiter.api.Test;

/** Two servers keep their links in one PostgreSQL database. */
class SharedLinksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String PLOT = "/explore/residents/q1_feel_safe";

    private static ServedSite server(String links) {
        return new ServedSite(
                PackagedStudies.workspace(),
                new Settings(
                        new ServerOptions(ServerOptions.LOOPBACK, 0),
                        Optional.empty(),
                        Optional.of(links),
                        List.of(),
                        List.of(),
                        ServedSite.settings().operation()));
    }

    private static HttpResponse<String> post(ServedSite site, String path, String cookie, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI address = site.uri(path);
        return site.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://" + address.getAuthority())
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> save(ServedSite site, String title) {
        return post(site, "/p", "", Map.of("path", PLOT, "title", title, "note", "", "expires", "never"));
    }

    private static String location(HttpResponse<String> saved) {
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        return saved.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode json(ServedSite site, String path) throws Exception {
        return new ObjectMapper().readTree(site.get(path, "application/json").body());
    }

    @Test
    void a_link_saved_on_one_server_is_opened_and_revoked_on_the_other_and_the_database_may_go_and_come_back()
            throws Exception {
        Optional<Postgresql> installed = Postgresql.start();
        if (installed.isEmpty()) {
            return;
        }
        try (Postgresql database = installed.get()) {
            // Both come up at once on a database without tables.
            CompletableFuture<ServedSite> other = CompletableFuture.supplyAsync(() -> server(database.address()));
            try (ServedSite first = server(database.address());
                    ServedSite second = other.get()) {
                sharesLinks(first, second);
                survivesItsDatabase(database, first, second);
            }
        }
    }

    private static void sharesLinks(ServedSite first, ServedSite second) throws Exception {
        HttpResponse<String> saved = save(first, "Seen from both");
        String path = location(saved);
        assertThat(second.get(path).statusCode()).isEqualTo(200);
        assertThat(second.page(path).text()).contains("Seen from both");
        String id = path.substring("/p/".length());
        assertThat(json(second, "/api/v1/links/" + id).toString()).contains("Seen from both");

        String cookie = saved.headers().firstValue("Set-Cookie").orElseThrow();
        HttpCookie key = HttpCookie.parse(cookie).get(0);
        String token = OwnerKey.read(key.getValue()).orElseThrow().formToken();
        HttpResponse<String> revoked =
                post(second, "/links/" + id + "/revoke", key.getName() + "=" + key.getValue(), Map.of("token", token));
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(303);
        HttpResponse<String> gone = first.get(path);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("This link was taken back by its owner on ");
    }

    private static void survivesItsDatabase(Postgresql database, ServedSite first, ServedSite second) throws Exception {
        String before = location(save(first, "Before the pause"));
        database.down();
        for (HttpResponse<String> answer : List.of(first.get(before), save(second, "In the pause"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("Saved links cannot be read or written at the moment.", "Try again in a moment")
                    .doesNotContain("Exception", "127.0.0.1:");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(first.get(PLOT).statusCode())
                .as("the numbers are not affected")
                .isEqualTo(200);
        database.up();
        await(() -> first.get(before).statusCode() == 200 && second.get(before).statusCode() == 200);
        String after = location(save(second, "After the pause"));
        assertThat(first.page(after).text()).contains("After the pause");
    }

    /** Waits until connections are made again: a database that just started may still refuse some. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("saved links are read again").isLessThan(end);
            Thread.sleep(100);
        }
    }
}
