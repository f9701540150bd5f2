package org.deepdive.server;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser of their own: it keeps cookies, and sends forms as browsers do. */
final class Visitor {

    private final ServedSite site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visitor(ServedSite site) {
        this.site = site;
        headers.put("Accept", "text/html");
        headers.put("Sec-Fetch-Site", "same-origin");
    }

    /** The same, which sends a header so; without it where the value is empty. */
    Visitor saying(String header, String value) {
        Visitor other = new Visitor(site);
        other.cookies.putAll(cookies);
        other.headers.putAll(headers);
        other.headers.put(header, value);
        return other;
    }

    /** The same browser, with the cookies of another. */
    Visitor with(Visitor other) {
        cookies.putAll(other.cookies);
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(site.uri(path)));
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body(), site.uri(path).toString());
    }

    /** Sends a form of fields in pairs of name and value. */
    HttpResponse<String> post(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(escaped(fields[i]) + "=" + escaped(fields[i + 1]));
        }
        return body(path, "application/x-www-form-urlencoded", String.join("&", pairs));
    }

    HttpResponse<String> body(String path, String type, String body) {
        return send(HttpRequest.newBuilder(site.uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = site.send(request.build());
        answer.headers().allValues("set-cookie").stream()
                .flatMap(text -> HttpCookie.parse(text).stream())
                .forEach(this::keep);
        return answer;
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    /** Saves a page with a title, and gives the path of the link. */
    String save(String path, String title, String... more) {
        List<String> fields = new ArrayList<>(List.of("path", path, "title", title));
        fields.addAll(List.of(more));
        HttpResponse<String> answer = post("/p", fields.toArray(String[]::new));
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("Not saved: " + answer.body()));
    }

    /** The token that the forms of the owner's page carry. */
    String token() {
        return page("/links").select("input[name=token]").get(0).attr("value");
    }
}
