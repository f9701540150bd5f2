package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Answers that are kept, and those that are not. */
class PageCacheTest {

    private final AtomicInteger made = new AtomicInteger();
    private final PageCache.Use use = new PageCache.Use();

    @Test
    void an_answer_is_made_once_and_each_address_has_its_own() throws Exception {
        try (Served served = new Served(Optional.of("state"), 1 << 20)) {
            assertThat(served.get("/?a=1").body()).isEqualTo("answer 1 to a=1");
            assertThat(served.get("/?a=1").body()).isEqualTo("answer 1 to a=1");
            assertThat(served.get("/?a=2").body()).isEqualTo("answer 2 to a=2");
        }
    }

    @Test
    void a_reader_who_has_the_answer_of_this_state_is_told_so_without_making_it() throws Exception {
        String tag;
        try (Served served = new Served(Optional.of("state"), 1 << 20)) {
            tag = served.get("/?a=1").headers().firstValue("ETag").orElseThrow();
        }
        try (Served again = new Served(Optional.of("state"), 1 << 20)) {
            assertThat(again.get("/?a=1", "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(made).hasValue(1);
        }
        try (Served changed = new Served(Optional.of("another state"), 1 << 20)) {
            assertThat(changed.get("/?a=1", "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void errors_and_redirects_are_made_anew() throws Exception {
        try (Served served = new Served(Optional.of("state"), 1 << 20)) {
            assertThat(served.get("/?status=404").statusCode()).isEqualTo(404);
            assertThat(served.get("/?status=404").body()).isEqualTo("answer 2 to status=404");
        }
    }

    @Test
    void without_a_known_state_the_tag_is_of_the_content() throws Exception {
        try (Served served = new Served(Optional.empty(), 1 << 20)) {
            String tag = served.get("/?a=1").headers().firstValue("ETag").orElseThrow();
            assertThat(served.get("/?a=1", "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(served.get("/?a=2").headers().firstValue("ETag"))
                    .isPresent()
                    .isNotEqualTo(Optional.of(tag));
        }
    }

    @Test
    void it_counts_what_was_kept_and_what_was_made() throws Exception {
        try (Served served = new Served(Optional.of("state"), 1 << 20)) {
            String tag = served.get("/?a=1").headers().firstValue("ETag").orElseThrow();
            served.get("/?a=1");
            served.get("/?a=1", "If-None-Match", tag);
            served.get("/?status=404");
        }
        assertThat(use.hits()).isEqualTo(2);
        assertThat(use.misses()).isEqualTo(2);
    }

    @Test
    void the_compressed_answer_is_the_same_answer() throws Exception {
        try (Served served = new Served(Optional.of("state"), 1 << 20)) {
            HttpResponse<byte[]> answer = served.bytes("/?a=1", "Accept-Encoding", "gzip");
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(content.readAllBytes()).asString().isEqualTo("answer 1 to a=1");
            }
            assertThat(served.get("/?a=1").body()).isEqualTo("answer 1 to a=1");
        }
    }

    /** A server of one handler behind a cache. */
    private final class Served implements AutoCloseable {
        private final Javalin app;

        Served(Optional<String> state, long bytes) {
            Handler maker = ctx -> ctx.status(ctx.queryParam("status") == null ? 200 : 404)
                    .result("answer " + made.incrementAndGet() + " to " + ctx.queryString());
            PageCache cache = new PageCache(() -> state, bytes, use);
            app = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        config.routes.get("/", cache.keeping(maker));
                    })
                    .start("127.0.0.1", 0);
        }

        HttpResponse<String> get(String address, String... headers) throws Exception {
            return get(address, HttpResponse.BodyHandlers.ofString(), headers);
        }

        HttpResponse<byte[]> bytes(String address, String... headers) throws Exception {
            return get(address, HttpResponse.BodyHandlers.ofByteArray(), headers);
        }

        private <T> HttpResponse<T> get(String address, HttpResponse.BodyHandler<T> body, String... headers)
                throws Exception {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + address));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HttpClient.newHttpClient().send(request.build(), body);
        }

        @Override
        public void close() {
            app.stop();
        }
    }
}
