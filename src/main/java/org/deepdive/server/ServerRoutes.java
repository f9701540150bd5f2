package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The addresses that belong to the server and not to one state of the data: its health, its counts, what it offers. */
final class ServerRoutes {

    /** Where the API begins. */
    static final String API = "/api/v1";

    private final LiveSite live;
    private final Health health;
    private final ServerMetrics metrics;
    private final CrossOrigin origins;
    private final List<Route> own;

    ServerRoutes(LiveSite live, Reloader reloader, ServerMetrics metrics, Settings settings) {
        this.live = live;
        this.health = new Health(live, reloader, metrics);
        this.metrics = metrics;
        this.origins = new CrossOrigin(settings.corsOrigins());
        this.own = routes(settings);
    }

    private List<Route> routes(Settings settings) {
        MetricsPage counts = new MetricsPage(metrics, settings.operation().metrics());
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/healthz", "How the server is", health::show)
                .answers(Route.JSON, "Health")
                .example("/healthz"));
        routes.add(Route.get("/healthz/live", "Whether the process answers", health::live)
                .answers(Route.JSON, "HealthStatus")
                .example("/healthz/live"));
        routes.add(Route.get("/healthz/ready", "Whether pages answer at once", health::ready)
                .answers(Route.JSON, "HealthStatus")
                .example("/healthz/ready"));
        routes.add(Route.get("/metrics", "Counts for Prometheus, where they may be read", counts::show)
                .answers("text/plain")
                .example("/metrics"));
        routes.add(Route.get(API, "The API, for people", ctx -> ApiPage.show(ctx, everything()))
                .answers(Route.HTML)
                .example(API));
        routes.add(Route.get(API + "/openapi.json", "The API, after OpenAPI 3.1", this::describe)
                .answers(Route.JSON)
                .example(API + "/openapi.json"));
        return List.copyOf(routes);
    }

    /** The routes of the site and of the server. */
    private List<Route> everything() {
        List<Route> routes = new ArrayList<>(live.current().routes());
        routes.addAll(own);
        return routes;
    }

    private void describe(Context ctx) {
        Parameters.only(ctx);
        Responses.json(
                ctx, "openapi", new OpenApi(everything(), LiveSite.of(ctx).address()).json());
    }

    /** All of them. */
    List<Route> all() {
        return own;
    }

    /** Shows what the server is at, beside what it counts. */
    void count(GracefulHandler requests) {
        metrics.gauge(
                "deepdive_requests_in_flight", "Requests being answered.", () -> requests.getCurrentRequestCount());
        metrics.gauge(
                "deepdive_data_served_since_seconds",
                "When the data began to be served, in seconds since 1970.",
                () -> live.current().since().toEpochMilli() / 1e3);
        metrics.gauge(
                "deepdive_data_age_seconds",
                "How long the data have been served.",
                () -> (Instant.now().toEpochMilli() - live.current().since().toEpochMilli()) / 1e3);
        metrics.gauge(
                "deepdive_data_degraded",
                "1 where a data file or its change was refused, else 0.",
                () -> health.isDegraded() ? 1 : 0);
    }

    void allowOrigins(Context ctx) {
        if (ctx.path().startsWith(API)) {
            origins.add(ctx);
        }
    }

    void preflight(Context ctx) {
        origins.preflight(ctx);
    }

    /** The handler of a route of the server, which leaves its address in the notes of the request. */
    static Handler noted(Route route) {
        return ctx -> {
            RequestNotes.of(ctx).route(route);
            route.handler().handle(ctx);
        };
    }
}
