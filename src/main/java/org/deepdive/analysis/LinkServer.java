package org.deepdive.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.deepdive.plot.SharedLink;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;

/**
 * A server as a notebook meets it: the addresses of its pages, and where links are saved, as its pages' forms save them.
 *
 * @param base its address without a slash at the end
 */
record LinkServer(URI base) {

    static final String LOCAL = "http://127.0.0.1:7070";
    private static final String COOKIE = "deepdive-key";
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int CREATED = 201;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** The owner's key of this session on each server, so that its links have one owner. */
    private static final Map<URI, String> KEYS = new ConcurrentHashMap<>();

    /** Made when first needed: its threads are of no use to who shares nothing. */
    private static final class Web {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The server of {@link Answer#SERVER_PROPERTY}, or the local one.
     *
     * @throws InputException where the property is no address
     */
    static LinkServer inForce() {
        String given = System.getProperty(Answer.SERVER_PROPERTY, LOCAL);
        String address = given.strip().replaceAll("/+$", "");
        if (!address.matches("https?://[A-Za-z0-9._~:\\[\\]-]+(/[A-Za-z0-9._~%/-]*)?")) {
            throw InputException.of(
                    "server-address",
                    "\"" + given + "\" is not the address of a server.",
                    given,
                    "Set the system property " + Answer.SERVER_PROPERTY + " to one such as " + LOCAL + ".");
        }
        return new LinkServer(URI.create(address));
    }

    /** Whether {@link Answer#SERVER_PROPERTY} names a server. */
    static boolean isNamed() {
        return System.getProperty(Answer.SERVER_PROPERTY) != null;
    }

    /** The address of a page. */
    String address(String path) {
        return base + path;
    }

    /** Saves the plot of a path. */
    SharedLink save(String path, String title) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address("/p")))
                .timeout(ANSWERING)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "path=" + escaped(path) + "&title=" + escaped(title) + "&expires=never"));
        Optional.ofNullable(KEYS.get(base)).ifPresent(key -> request.header("Cookie", COOKIE + "=" + key));
        HttpResponse<String> answer = sent(request.build());
        Optional<String> location = answer.headers().firstValue("Location");
        if (answer.statusCode() != CREATED || location.isEmpty()) {
            throw refused(answer);
        }
        Optional<String> key = answer.headers().allValues("Set-Cookie").stream()
                .flatMap(cookie -> HttpCookie.parse(cookie).stream())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
        key.ifPresent(text -> KEYS.put(base, text));
        return new SharedLink(title, saved(location.get()), key, address("/links"));
    }

    /** The whole address of what an answer names by its path, which may or may not begin with that of the server. */
    private String saved(String location) {
        return location.startsWith(base.getPath() + "/")
                ? base.resolve(location).toString()
                : address(location);
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return Web.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw unreachable("did not answer in time", e);
        } catch (IOException e) {
            throw unreachable("cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("was not waited for: the cell was interrupted", e);
        }
    }

    private InputException unreachable(String what, Exception cause) {
        InputException unreachable = InputException.of(
                "no-server",
                "The server at " + base + " " + what + ", so the plot is not saved.",
                base.toString(),
                "Start one with \"deepdive serve\", or name a running one with System.setProperty(\""
                        + Answer.SERVER_PROPERTY + "\", \"https://...\").");
        unreachable.initCause(cause);
        return unreachable;
    }

    /** The server's own words where it is one of Deepdive, else what its answer was. */
    private InputException refused(HttpResponse<String> answer) {
        JsonNode error = error(answer.body());
        String words = error.path("message").asText();
        String problem = words.isEmpty()
                ? "It answered with status " + answer.statusCode() + ", as no server of Deepdive that saves links does."
                : words;
        return InputException.of(
                "not-shared",
                "The server at " + base + " did not save the plot. " + Quote.harmless(problem),
                base.toString(),
                words.isEmpty()
                        ? "Check the system property " + Answer.SERVER_PROPERTY + "."
                        : Quote.harmless(error.path("remedy").asText()));
    }

    private static JsonNode error(String body) {
        try {
            return MAPPER.readTree(body).path("error");
        } catch (JsonProcessingException e) {
            // Not an answer of ours, which the caller says.
            return MAPPER.missingNode();
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
