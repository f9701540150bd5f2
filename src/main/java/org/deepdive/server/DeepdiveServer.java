package org.deepdive.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.time.Duration;
import org.deepdive.analysis.Workspace;
import org.deepdive.study.InputException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A running web server of a workspace's cleared results. Close it to stop. */
public final class DeepdiveServer implements AutoCloseable {

    /** The most bytes of a request's line and headers together. */
    private static final int MOST_HEADER_BYTES = 8 * 1024;

    /** How long answers under way may take once the server is told to stop. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Javalin app;
    private final GracefulHandler requests;
    private final String host;

    private DeepdiveServer(Javalin app, GracefulHandler requests, String host) {
        this.app = app;
        this.requests = requests;
        this.host = host;
    }

    /**
     * Starts a server, which answers at once; its slow pages are prepared in the background.
     *
     * @throws InputException where the address is not this machine's, or something else listens at the port
     */
    public static DeepdiveServer start(Workspace workspace, Settings settings) {
        settings.listen().requireFree();
        Site site = new Site(workspace, settings);
        GracefulHandler requests = new GracefulHandler();
        Javalin app = Javalin.create(config -> configure(config, site, requests));
        listen(app, settings.listen());
        DeepdiveServer server =
                new DeepdiveServer(app, requests, settings.listen().host());
        site.listensAt(server.url());
        site.prepare();
        return server;
    }

    /** Starts listening. Who took the port meanwhile is told in an error, so Javalin need not log it as well. */
    private static void listen(Javalin app, ServerOptions options) {
        JavalinLogger.enabled = false;
        try {
            app.start(options.host(), options.port());
        } catch (JavalinBindException e) {
            throw options.taken();
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    private static void configure(JavalinConfig config, Site site, GracefulHandler requests) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 1;
        config.jetty.modifyHttpConfiguration(DeepdiveServer::limit);
        config.jetty.modifyServer(server -> prepare(server, requests, site));
        // The context cannot do without a keeper of sessions; nothing here opens one, and none would have a cookie.
        config.jetty.modifyServletContextHandler(
                context -> context.getSessionHandler().setUsingCookies(false));
        config.routes.before(SecurityHeaders::add);
        config.routes.before(Parameters::requireReadable);
        Routes.of(site).forEach(route -> add(config, route));
        new Errors(site).register(config.routes);
    }

    private static void prepare(Server server, GracefulHandler requests, Site site) {
        server.setErrorHandler(new RefusedRequests(site));
        // Only with both does stopping wait for the answers under way.
        server.setHandler(requests);
        server.setStopTimeout(LONGEST_STOP.toMillis());
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.addCustomizer((request, headers) -> WithoutWebSocket.of(request));
    }

    private static void add(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), route.handler());
        if (route.method() == HandlerType.GET) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route.handler());
        }
    }

    /** The port. */
    public int port() {
        return app.port();
    }

    /** The address of the first page, such as {@code http://127.0.0.1:7070/}. */
    public String url() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port() + "/";
    }

    /** How many requests are being answered. */
    long underWay() {
        return requests.getCurrentRequestCount();
    }

    /** Stops the server: no new requests, and a few seconds for those under way. */
    @Override
    public void close() {
        app.stop();
    }
}
