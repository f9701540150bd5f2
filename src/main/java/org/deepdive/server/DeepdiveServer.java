package org.deepdive.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.deepdive.analysis.Workspace;
import org.deepdive.server.share.LinkStore;
import org.deepdive.server.share.Links;
import org.deepdive.study.InputException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running web server of a workspace's cleared results. Close it to stop. */
public final class DeepdiveServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeepdiveServer.class);

    /** The most bytes of a request's line and headers together. */
    private static final int MOST_HEADER_BYTES = 8 * 1024;

    /** How long answers under way may take once the server is told to stop. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /** How long a connection may then stay open on which nothing is asked. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(10);

    private final Javalin app;
    private final GracefulHandler requests;
    private final LiveSite live;
    private final Reloader reloader;
    private final ServerRoutes own;
    private final Optional<Links> links;
    private final String host;

    private DeepdiveServer(
            Javalin app,
            GracefulHandler requests,
            LiveSite live,
            Reloader reloader,
            ServerRoutes own,
            Optional<Links> links,
            String host) {
        this.app = app;
        this.requests = requests;
        this.live = live;
        this.reloader = reloader;
        this.own = own;
        this.links = links;
        this.host = host;
    }

    /**
     * Starts a server, which answers at once; its slow pages are prepared in the background. Where the settings say so, it
     * looks for changes of the workspace's files, and then serves a new workspace of the same files.
     *
     * @throws InputException where the address is not this machine's, or something else listens at the port
     */
    public static DeepdiveServer start(Workspace workspace, Settings settings) {
        return start(workspace, settings, Clock.systemUTC());
    }

    /** @param clock tells when links are saved and expire */
    static DeepdiveServer start(Workspace workspace, Settings settings, Clock clock) {
        settings.listen().requireFree();
        ServerLog.write(settings.operation().logFormat());
        Optional<Links> links = settings.links().map(where -> new Links(LinkStore.open(where), clock));
        Assets assets = new Assets();
        PageCache.Use use = new PageCache.Use();
        LiveSite live = new LiveSite(site(workspace, settings, assets, use, links));
        ServerMetrics metrics = new ServerMetrics();
        count(metrics, use);
        AtomicReference<String> address = new AtomicReference<>();
        Reloader reloader = new Reloader(
                live,
                next -> {
                    Site site = site(next, settings, assets, use, links);
                    site.listensAt(address.get());
                    return site;
                },
                metrics);
        GracefulHandler requests = new GracefulHandler();
        requests.setHandler(new RequestWatch(metrics, settings.operation().logRequests()));
        requests.getTail().setHandler(new TimeLimit(settings.operation().requestTime()));
        ServerRoutes own = new ServerRoutes(live, reloader, metrics, settings);
        own.count(requests);
        Javalin app = Javalin.create(config -> configure(config, live, own, requests));
        listen(app, settings.listen());
        DeepdiveServer server = new DeepdiveServer(
                app, requests, live, reloader, own, links, settings.listen().host());
        address.set(server.url());
        live.current().site().listensAt(server.url());
        live.current().site().prepare();
        settings.operation().reload().ifPresent(reloader::start);
        links.ifPresent(Links::prepare);
        return server;
    }

    private static void count(ServerMetrics metrics, PageCache.Use use) {
        metrics.counter("deepdive_page_cache_hits_total", "Answers that were kept already.", use::hits);
        metrics.counter("deepdive_page_cache_misses_total", "Answers that had to be made.", use::misses);
    }

    private static Site site(
            Workspace workspace, Settings settings, Assets assets, PageCache.Use use, Optional<Links> links) {
        Site site = new Site(workspace, settings, assets, use);
        links.ifPresent(site::keeps);
        return site;
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

    private static void configure(JavalinConfig config, LiveSite live, ServerRoutes own, GracefulHandler requests) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 1;
        config.jetty.modifyHttpConfiguration(DeepdiveServer::limit);
        config.jetty.modifyServer(server -> prepare(server, requests, live));
        // The context cannot do without a keeper of sessions; nothing here opens one, and none would have a cookie.
        config.jetty.modifyServletContextHandler(
                context -> context.getSessionHandler().setUsingCookies(false));
        config.routes.before(live::begin);
        config.routes.before(SecurityHeaders::add);
        config.routes.before(own::allowOrigins);
        config.routes.before(Parameters::requireReadable);
        List<Route> routes = live.current().routes();
        for (int place = 0; place < routes.size(); place++) {
            add(config, routes.get(place), LiveSite.handler(place));
        }
        own.all().forEach(route -> add(config, route, ServerRoutes.noted(route)));
        own.crossOriginPaths().forEach(path -> config.routes.options(path, own::preflight));
        config.routes.after(DeepdiveServer::leadWithinProxy);
        new Errors().register(config.routes);
    }

    /** Puts the sub-path of a proxy before the address that a redirect leads to. */
    private static void leadWithinProxy(Context ctx) {
        String location = ctx.res().getHeader(Header.LOCATION);
        if (location != null) {
            ctx.header(Header.LOCATION, LiveSite.of(ctx).base().address(location));
        }
    }

    private static void prepare(Server server, GracefulHandler requests, LiveSite live) {
        server.setErrorHandler(new RefusedRequests(live));
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

    private static void add(JavalinConfig config, Route route, Handler handler) {
        config.routes.addHttpHandler(route.method(), route.path(), handler);
        if (route.method() == HandlerType.GET) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
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

    /** Every route, of the site and of the server. */
    List<Route> routes() {
        return own.everything();
    }

    /** The site that is served to requests that begin now. */
    Site site() {
        return live.current().site();
    }

    /** Stops the server: no new requests, and a few seconds for those under way. */
    @Override
    public void close() {
        reloader.close();
        live.current().site().retire();
        finishAnswers();
        app.stop();
        links.ifPresent(Links::close);
    }

    /**
     * Waits for the answers under way. After them connections are only kept open for a next request, which is not waited
     * for; before, the same short wait would cut off a slow answer.
     */
    private void finishAnswers() {
        try {
            requests.shutdown().get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
            for (AbstractConnector connector : requests.getServer().getBeans(AbstractConnector.class)) {
                connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
            }
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Answers that took longer than {} are not waited for", LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
