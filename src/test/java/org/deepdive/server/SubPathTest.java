package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server behind a proxy that gives it a sub-path and takes the sub-path off before it hands a request on. */
@ExtendWith(ServedSite.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubPathTest {

    private static final String PREFIX = "/surveys";

    /** Addresses of one kind are made alike, and some take long to answer, so that so many of each are asked for. */
    private static final int OF_A_KIND = 4;

    private static final Pattern ADDRESS_IN_JSON = Pattern.compile("\"(?:url|[a-z_]+_url)\":\\s*\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServedSite packaged;
    private ServedSite site;
    private HttpServer proxy;
    private String publicAddress;

    SubPathTest(ServedSite packaged) {
        this.packaged = packaged;
    }

    @BeforeAll
    void start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        publicAddress = "http://127.0.0.1:" + port + PREFIX;
        site = new ServedSite(
                        packaged.workspace(),
                        new Settings(
                                new ServerOptions(ServerOptions.LOOPBACK, 0),
                                Optional.of(publicAddress),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                ServedSite.settings().operation()))
                .prepared();
        proxy = HttpServer.create(new InetSocketAddress(ServerOptions.LOOPBACK, port), 0);
        proxy.setExecutor(Executors.newFixedThreadPool(4));
        proxy.createContext(PREFIX + "/", this::handOn);
        proxy.start();
    }

    @AfterAll
    void stop() {
        proxy.stop(0);
        site.close();
    }

    /** What a proxy does: everything without the sub-path is not its business, and gets its own 404. */
    private void handOn(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString().substring(PREFIX.length());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site.server().url().replaceFirst("/$", "") + asked));
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                .ifPresent(a -> request.header("Accept", a));
        request.header("X-Forwarded-For", "192.0.2.7");
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!name.equals("content-length") && !name.equals("date")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            exchange.close();
        }
    }

    private HttpResponse<String> get(String address) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html, */*;q=0.5")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_address_in_every_page_is_found_behind_the_proxy() {
        Deque<String> ahead = new ArrayDeque<>(List.of(publicAddress + "/"));
        Set<String> asked = new HashSet<>(ahead);
        List<String> lost = new ArrayList<>();
        Map<String, Integer> kinds = new HashMap<>();
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            HttpResponse<String> answer = get(address);
            if (answer.statusCode() != 200 && answer.statusCode() / 100 != 3) {
                lost.add(answer.statusCode() + " " + address);
            }
            for (String next : addresses(address, answer)) {
                if (!next.startsWith(publicAddress)) {
                    lost.add(next + " in " + address);
                } else if (asked.add(next) && kinds.merge(kind(next), 1, Integer::sum) <= OF_A_KIND) {
                    ahead.add(next);
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(asked).hasSizeGreaterThan(200).allSatisfy(a -> assertThat(a).startsWith(publicAddress + "/"));
    }

    /** An address without its names and its query: its first folder, its depth, what follows a question, its extension. */
    private static String kind(String address) {
        String path = URI.create(address).getPath().substring(PREFIX.length());
        String[] folders = path.split("/");
        String last = folders.length > 4 ? folders[4] : "";
        String query = address.contains("?") ? "?" : "";
        return (folders.length > 1 ? folders[1] : "") + "/" + folders.length + "/" + last
                + path.replaceFirst(".*?(\\.[a-z]{2,5})?$", "$1") + query;
    }

    /** The addresses of an answer on the proxy's host, without their fragments; those elsewhere are not ours. */
    private List<String> addresses(String address, HttpResponse<String> answer) {
        List<String> found = new ArrayList<>();
        answer.headers().firstValue("location").ifPresent(found::add);
        String type = answer.headers().firstValue("content-type").orElse("");
        if (type.startsWith("text/html")) {
            Document page = Jsoup.parse(answer.body());
            for (Element element : page.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    if (isAddress(attribute)) {
                        found.add(attribute.getValue());
                    }
                }
            }
        } else if (type.startsWith("application/json")) {
            Matcher field = ADDRESS_IN_JSON.matcher(answer.body());
            while (field.find()) {
                found.add(field.group(1).replace("\\u0026", "&"));
            }
        }
        return found.stream()
                .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                .map(text ->
                        URI.create(address).resolve(text.replaceFirst("#.*", "").replace(" ", "%20")))
                .filter(uri -> uri.getAuthority() != null
                        && uri.getAuthority().equals(URI.create(address).getAuthority()))
                .map(URI::toString)
                .toList();
    }

    private static boolean isAddress(Attribute attribute) {
        return List.of("href", "src", "action", "formaction", "poster").contains(attribute.getKey())
                || attribute.getKey().startsWith("data-")
                        && attribute.getValue().startsWith("/");
    }

    @Test
    void redirects_canonical_links_and_addresses_to_copy_have_the_sub_path() {
        HttpResponse<String> form = get(publicAddress + "/explore/pcss?measure=safe_local&by1=sex");
        assertThat(form.headers().firstValue("location")).hasValue(PREFIX + "/explore/pcss/safe_local?by=sex");
        HttpResponse<String> other = get(publicAddress + "/explore/pcss/safe_local?waves=2021Q2..2023Q2&by=sex");
        assertThat(other.headers().firstValue("location"))
                .hasValue(PREFIX + "/explore/pcss/safe_local?by=sex&waves=2021Q2..2023Q2");
        HttpResponse<String> page = get(publicAddress + "/explore/pcss/safe_local?by=sex");
        assertThat(page.body()).contains("<code>" + publicAddress + "/explore/pcss/safe_local?by=sex</code>");
        assertThat(get(publicAddress + "/nowhere").body()).contains("href=\"" + PREFIX + "/studies/pcss\"");
        assertThat(get(publicAddress + "/explore/pcss/safe_local.json").body())
                .contains("\"url\":\"" + PREFIX + "/explore/pcss/safe_local\"");
    }

    @Test
    void what_a_request_says_of_its_proxy_is_not_believed() {
        HttpRequest request = HttpRequest.newBuilder(packaged.uri("/explore/pcss/safe_local"))
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example")
                .build();
        assertThat(packaged.send(request).body()).doesNotContain("evil");
    }

    @Test
    void counts_are_not_handed_on_by_a_proxy_on_the_same_machine() {
        assertThat(get(publicAddress + "/metrics").statusCode()).isEqualTo(404);
        assertThat(site.get("/metrics").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a href="/x">                                | <a href="/s/x">
            <form class="a" action="/x" method="get">    | <form class="a" action="/s/x" method="get">
            <button formaction="/x" data-a="/y">         | <button formaction="/s/x" data-a="/s/y">
            <img src="/x" alt="a > b"><a href="/y">      | <img src="/s/x" alt="a > b"><a href="/s/y">
            <a href="//other.example/x">                 | <a href="//other.example/x">
            <a href="#x"><a href="x"><a href="https://a">| <a href="#x"><a href="x"><a href="https://a">
            <p>say href="/x" &lt;a href="/y"&gt;</p>     | <p>say href="/x" &lt;a href="/y"&gt;</p>
            <p title='a' x="/y" value="/z">              | <p title='a' x="/y" value="/z">
            """)
    void only_addresses_on_this_server_in_attributes_get_it(String page, String changed) {
        byte[] sent = page.getBytes(StandardCharsets.UTF_8);
        assertThat(new BasePath("/s").html(sent))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(changed);
        assertThat(new BasePath("").html(sent)).isSameAs(sent);
    }

    @Test
    void a_text_in_json_that_looks_like_an_address_stays() {
        String json = "{\"url\":\"/x\",\"image_url\": \"/y\",\"text\":\"\\\"url\\\":\\\"/z\",\"url\":\"//a\"}";
        assertThat(new BasePath("/s").json(json))
                .isEqualTo(
                        "{\"url\":\"/s/x\",\"image_url\": \"/s/y\",\"text\":\"\\\"url\\\":\\\"/z\",\"url\":\"//a\"}");
    }
}
