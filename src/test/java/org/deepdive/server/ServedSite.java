package org.deepdive.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Workspace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real server on a free port, asked over HTTP. As an extension it gives tests one server of the packaged studies, which
 * all test classes of a JVM share; it stops when the last of them is through.
 */
public final class ServedSite implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Workspace workspace;
    private final DeepdiveServer server;

    ServedSite(Workspace workspace) {
        this(workspace, settings());
    }

    /** A free port, and time enough for a machine that is busy with other tests. */
    static Settings settings() {
        return Settings.at(new ServerOptions(ServerOptions.LOOPBACK, 0))
                .run(Operation.DEFAULT.within(Duration.ofMinutes(2)));
    }

    /** @param embedOrigins the origins whose pages may show plots in frames */
    ServedSite(Workspace workspace, List<String> embedOrigins) {
        this(
                workspace,
                new Settings(
                        new ServerOptions(ServerOptions.LOOPBACK, 0),
                        Optional.empty(),
                        Optional.empty(),
                        embedOrigins,
                        List.of(),
                        Operation.DEFAULT.within(Duration.ofMinutes(2))));
    }

    ServedSite(Workspace workspace, Settings settings) {
        this(workspace, settings, Clock.systemUTC());
    }

    /** @param clock tells when links are saved and expire */
    ServedSite(Workspace workspace, Settings settings, Clock clock) {
        this.workspace = workspace;
        this.server = DeepdiveServer.start(workspace, settings, clock);
    }

    /** The same, once what is slow has been made: until then the first page has no counts. */
    ServedSite prepared() {
        server.site().prepared().join();
        return this;
    }

    /** A server that keeps links in a file, as others know it by an address. */
    static Settings keepingLinks(Path file, Optional<String> publicAddress) {
        return new Settings(
                settings().listen(),
                publicAddress,
                Optional.of("jdbc:sqlite:" + file),
                List.of("https://www.example.org"),
                List.of(),
                settings().operation());
    }

    Workspace workspace() {
        return workspace;
    }

    DeepdiveServer server() {
        return server;
    }

    /** The answer to a GET, not followed where it redirects. */
    HttpResponse<String> get(String path) {
        return get(path, "text/html");
    }

    HttpResponse<String> get(String path, String accept) {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", accept).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file at an address. */
    HttpResponse<byte[]> file(String path) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a request, when it comes. */
    CompletableFuture<HttpResponse<String>> later(HttpRequest request) {
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create(server.url()).resolve(path);
    }

    /** A page as HTML. */
    Document page(String path) {
        return Jsoup.parse(get(path).body(), server.url());
    }

    @Override
    public void close() {
        server.close();
    }

    /** Gives tests the shared server. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ServedSite.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // Of the session, since each class of a JVM may be run as a plan, with a root, of its own.
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(ServedSite.class))
                    .computeIfAbsent(
                            ServedSite.class,
                            key -> new ServedSite(PackagedStudies.workspace()).prepared(),
                            ServedSite.class);
        }
    }
}
