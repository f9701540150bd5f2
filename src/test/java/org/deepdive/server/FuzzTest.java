package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tens of thousands of addresses, forms and bodies that nobody would write, and bytes that are no request at all: none may
 * get a 500, a stack trace, a slow answer or a broken page. The cases follow from a seed; the time is bounded.
 */
@ExtendWith(ServedSite.Shared.class)
@Timeout(240)
class FuzzTest {

    private static final long SEED = 20_261_123;
    private static final int MOST = 30_000;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

    /** What must have been asked on the slowest machine that this is to say anything on. */
    private static final int LEAST = 1_500;

    /** The longest an answer may take: a hundred times the usual, since other work may share the machine. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    /** A mark that must never come back as markup. */
    private static final String MARK = "<zq9 onload=x>";

    private static final List<String> PATHS = List.of(
            "/",
            "/figures",
            "/figures.csv",
            "/audit",
            "/audit.json",
            "/methods",
            "/methods.json",
            "/deepdives/engagement",
            "/deepdives/students",
            "/deepdives/students.json",
            "/studies/pcss",
            "/studies/residents.csv",
            "/explore/pcss",
            "/explore/pcss/safe_local",
            "/explore/pcss/safe_local.json",
            "/explore/residents/q1_feel_safe.csv",
            "/explore/pcss/trust.svg",
            "/model/pcss/confident_emergency.json",
            "/compare/pcss",
            "/api/v1",
            "/api/v1/studies",
            "/api/v1/studies/pcss/codebook",
            "/api/v1/estimate",
            "/api/v1/estimate.csv",
            "/api/v1/compare",
            "/api/v1/figures",
            "/api/v1/links",
            "/api/v1/links/AbCdEf123456",
            "/api/v1/openapi.json",
            "/embed/explore/pcss/safe_local",
            "/assets/deepdive.css",
            "/p",
            "/p/AbCdEf123456",
            "/links",
            "/links/key",
            "/links/AbCdEf123456/revoke",
            "/healthz",
            "/metrics");

    private static final List<String> NAMES = List.of(
            "study",
            "measure",
            "by",
            "where",
            "waves",
            "dontknow",
            "interval",
            "terms",
            "row",
            "title",
            "of",
            "first",
            "second",
            "group",
            "than",
            "compare",
            "along",
            "adjust",
            "verdict",
            "publication",
            "q",
            "theme",
            "by1",
            "by2",
            "from",
            "to",
            "was",
            "answer",
            "where.sex",
            "kind",
            "reference",
            "key",
            "path",
            "note",
            "token",
            "chart");

    private static final List<String> VALUES = List.of(
            "pcss",
            "residents",
            "safe_local",
            "trust",
            "sex",
            "sex,age_band",
            "age_band",
            "district",
            "student:yes",
            "sex:female",
            "sex:female/male",
            "2021Q2..2023Q2",
            "2021Q2",
            "beta",
            "excluded",
            "complement",
            "reference:male",
            "trust;where=sex:female~trust;where=sex:male~Trust",
            "holm",
            "differs",
            "students",
            "",
            "0",
            "-1",
            "1e309",
            "NaN",
            "null",
            "..",
            "../../etc/passwd",
            "%",
            "%00",
            "%zz",
            "\u0000",
            "\r\nX: y",
            "\uD800",
            "\u202E",
            "💣",
            "a".repeat(300),
            MARK,
            "\"" + MARK,
            "'" + MARK + "--",
            "</script>" + MARK,
            "${7*7}",
            "{{7*7}}",
            "' or 1=1 --",
            ";",
            ":",
            ",",
            "/",
            "~",
            "&",
            "=",
            "+",
            "[",
            "{\"a\":1}",
            "(((((((((((((((((((",
            "*");

    private final ServedSite packaged;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    FuzzTest(ServedSite packaged) {
        this.packaged = packaged;
    }

    @Test
    void no_request_gets_a_mistake_of_the_program_a_slow_answer_or_a_broken_page(@TempDir Path folder)
            throws Exception {
        Settings settings = new Settings(
                ServedSite.settings().listen(),
                Optional.of("https://surveys.example"),
                Optional.of("jdbc:sqlite:" + folder.resolve("links.db")),
                List.of("https://a.example"),
                List.of("https://a.example"),
                ServedSite.settings().operation());
        packaged.get("/");
        packaged.get("/deepdives/students");
        try (ServedSite site = new ServedSite(packaged.workspace(), settings)) {
            site.get("/");
            long end = System.nanoTime() + LONGEST_RUN.toNanos();
            ExecutorService clients = Executors.newFixedThreadPool(4);
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                SplittableRandom random = new SplittableRandom(SEED + client);
                running.add(clients.submit(() -> {
                    ask(site.server().port(), random, end);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            clients.shutdown();
            assertThat(wrong.stream().limit(20).toList()).isEmpty();
            assertThat(asked.get()).isGreaterThan(LEAST);
            assertThat(site.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    private void ask(int port, SplittableRandom random, long end) throws IOException {
        Client client = new Client(port);
        while (System.nanoTime() < end && asked.incrementAndGet() <= MOST && wrong.size() < 20) {
            byte[] request = random.nextInt(25) == 0 ? noise(random) : request(random);
            client.ask(request);
        }
        client.close();
    }

    private static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A request that can be read as one, of parts that do not belong together. */
    private static byte[] request(SplittableRandom random) {
        String method = one(
                random, List.of("GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "OPTIONS", "ODD"));
        StringBuilder head =
                new StringBuilder(method).append(' ').append(address(random)).append(" HTTP/1.1\r\nHost: a\r\n");
        head.append("Accept: ")
                .append(one(random, List.of("text/html", "application/json", "text/csv", "*/*", "x", ";;q=,")))
                .append("\r\n");
        if (random.nextInt(4) == 0) {
            head.append(one(
                            random,
                            List.of(
                                    "Origin: https://a.example",
                                    "Cookie: deepdive-key=x",
                                    "If-None-Match: \"x\"",
                                    "Range: bytes=0-1",
                                    "Authorization: Deepdive-Key x",
                                    "Accept-Encoding: gzip",
                                    "X-Forwarded-For: 1.2.3.4",
                                    "If-None-Match: W/",
                                    "Cookie: deepdive-key=\"; =;;",
                                    "Accept-Encoding: gzip;q=, br")))
                    .append("\r\n");
        }
        byte[] body = method.equals("POST") || method.equals("PUT") ? body(random, head) : new byte[0];
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] body(SplittableRandom random, StringBuilder head) {
        String type = one(
                random,
                List.of(
                        "application/x-www-form-urlencoded",
                        "application/x-www-form-urlencoded",
                        "application/json",
                        "multipart/form-data; boundary=x",
                        "text/plain",
                        "x"));
        head.append("Content-Type: ").append(type).append("\r\n");
        return switch (random.nextInt(6)) {
            case 0 -> noise(random);
            case 1 ->
                ("{\"" + one(random, NAMES) + "\":\"" + one(random, VALUES) + "\"}").getBytes(StandardCharsets.UTF_8);
            case 2 -> "[".repeat(2_000).getBytes(StandardCharsets.UTF_8);
            case 3 -> ("note=" + "x".repeat(random.nextInt(100_000))).getBytes(StandardCharsets.UTF_8);
            default -> parameters(random).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String address(SplittableRandom random) {
        StringBuilder path = new StringBuilder(one(random, PATHS));
        switch (random.nextInt(8)) {
            case 0 -> path.append('/').append(encoded(random, one(random, VALUES)));
            case 1 ->
                path.append(
                        one(random, List.of(".csv", ".json", ".svg", ".png", ".ods", ".x", "/", "//", "/..", ";a=b")));
            case 2 -> path.insert(random.nextInt(path.length()) + 1, encoded(random, one(random, VALUES)));
            default -> {
                // As it is.
            }
        }
        String query = parameters(random);
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String parameters(SplittableRandom random) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = random.nextInt(12) == 0 ? encoded(random, one(random, VALUES)) : one(random, NAMES);
            parts.add(name + "=" + encoded(random, one(random, VALUES)));
        }
        return String.join("&", parts);
    }

    /** Escaped as it should be, mostly. */
    private static String encoded(SplittableRandom random, String text) {
        String right = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return random.nextInt(10) == 0 ? text.replaceAll("[^!-~]", "") : right;
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] noise = new byte[1 + random.nextInt(200)];
        random.nextBytes(noise);
        if (random.nextInt(2) == 0) {
            System.arraycopy("GET /".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, Math.min(5, noise.length));
        }
        return noise;
    }

    private void wrong(byte[] request, String what) {
        String text = new String(request, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
        wrong.add(what + " <- " + text.substring(0, Math.min(300, text.length())));
    }

    /** A connection that is kept as long as the server keeps it. */
    private final class Client {
        private final int port;
        private Socket socket;
        private InputStream in;

        Client(int port) {
            this.port = port;
        }

        void ask(byte[] request) throws IOException {
            long start = System.nanoTime();
            try {
                if (socket == null) {
                    socket = new Socket(ServerOptions.LOOPBACK, port);
                    socket.setSoTimeout((int) LONGEST_ANSWER.toMillis());
                    in = new BufferedInputStream(socket.getInputStream());
                }
                boolean whole = new String(request, StandardCharsets.ISO_8859_1).contains(" HTTP/1.1\r\n");
                socket.getOutputStream().write(request);
                if (!whole) {
                    socket.shutdownOutput();
                }
                answer(request, whole, start);
            } catch (SocketTimeoutException e) {
                wrong(request, "no answer within " + LONGEST_ANSWER);
                close();
            } catch (EOFException | SocketException e) {
                // The server may hang up on what is no request, or after one that it refuses.
                close();
            }
        }

        private void answer(byte[] request, boolean whole, long start) throws IOException {
            String status = line();
            Map<String, String> headers = new HashMap<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            boolean head = new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1)
                    .startsWith("HEAD ");
            int code = Integer.parseInt(status.split(" ")[1]);
            byte[] body = head || code == 304 || code == 204 ? new byte[0] : body(headers);
            if (System.nanoTime() - start > LONGEST_ANSWER.toNanos()) {
                wrong(request, "slow");
            }
            check(request, code, headers, body);
            if (!whole || "close".equalsIgnoreCase(headers.get("connection"))) {
                close();
            }
        }

        private byte[] body(Map<String, String> headers) throws IOException {
            byte[] body;
            if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    all.writeBytes(in.readNBytes(size));
                    line();
                }
                line();
                body = all.toByteArray();
            } else if (headers.containsKey("content-length")) {
                body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
            } else {
                body = in.readAllBytes();
            }
            boolean zipped = "gzip".equals(headers.get("content-encoding"));
            return zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                if (next != '\r') {
                    line.write(next);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        private void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }

    private void check(byte[] request, int code, Map<String, String> headers, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String type = headers.getOrDefault("content-type", "");
        // 501 and 505 are what a method and a version of HTTP that do not exist get.
        if (code >= 500 && code != 501 && code != 505) {
            wrong(request, "status " + code);
        }
        if (text.contains("\tat ")
                || text.contains("Exception")
                || text.contains("org.deepdive.")
                || text.contains("jetty")) {
            wrong(request, "a look inside: " + text.substring(0, Math.min(200, text.length())));
        }
        if (headers.containsKey("x") || headers.containsKey("set-cookie") && code >= 400) {
            wrong(request, "headers " + headers);
        }
        if (type.startsWith("text/html") && !text.isEmpty()) {
            Document page = Jsoup.parse(text);
            if (!page.select("zq9").isEmpty()
                    || page.select("h1").isEmpty()
                    || !text.strip().endsWith("</html>")) {
                wrong(request, "a broken page");
            }
        } else if (type.startsWith("application/json") && !text.isEmpty()) {
            try {
                new ObjectMapper().readTree(text);
            } catch (IOException e) {
                wrong(request, "broken JSON");
            }
        }
    }
}
