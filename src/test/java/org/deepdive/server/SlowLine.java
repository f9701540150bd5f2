package org.deepdive.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A slow line to a server: what a browser asks is passed on, and a page that has the given text comes in two pieces, the
 * second one, from that text on, long enough after the first that the browser shows the first alone.
 */
final class SlowLine implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private SlowLine(HttpServer server) {
        this.server = server;
    }

    /** A line to the server at an address; pages pause before {@code second}. */
    static SlowLine to(URI served, String second) throws IOException {
        SlowLine line = new SlowLine(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        HttpClient client = HttpClient.newHttpClient();
        line.server.createContext("/", exchange -> pass(exchange, client, served, second));
        line.server.setExecutor(line.threads);
        line.server.start();
        return line;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void pass(HttpExchange exchange, HttpClient client, URI served, String second) throws IOException {
        try (exchange) {
            HttpRequest asked = HttpRequest.newBuilder(served.resolve(exchange.getRequestURI()))
                    .build();
            HttpResponse<byte[]> answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), 0);
            write(exchange.getResponseBody(), answer.body(), second);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the line was cut");
        }
    }

    private static void write(OutputStream out, byte[] body, String second) throws IOException, InterruptedException {
        int end = new String(body, StandardCharsets.ISO_8859_1).indexOf(second);
        if (end > 0) {
            out.write(Arrays.copyOf(body, end));
            out.flush();
            Thread.sleep(PAUSE.toMillis());
        }
        out.write(body, Math.max(end, 0), body.length - Math.max(end, 0));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
