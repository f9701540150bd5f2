package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The site that is served now. Another may take its place at any time; a request keeps to the one that it began with, so
 * that no answer is made of two.
 */
final class LiveSite {

    private static final String STATE = "deepdive-state";

    private final AtomicReference<State> current;

    /**
     * A site with its routes.
     *
     * @param site the site
     * @param routes its routes, in the order of every site's
     * @param since when it began to be served
     */
    record State(Site site, List<Route> routes, Instant since) {

        static State of(Site site) {
            return new State(site, Routes.of(site), Instant.now());
        }
    }

    LiveSite(Site first) {
        this.current = new AtomicReference<>(State.of(first));
    }

    /** What is served to requests that begin now. */
    State current() {
        return current.get();
    }

    /** Serves another site to requests that begin from now on. */
    void replace(Site next) {
        State state = State.of(next);
        requireSame(current().routes(), state.routes());
        current.getAndSet(state).site().retire();
    }

    private static void requireSame(List<Route> before, List<Route> after) {
        if (!addresses(before).equals(addresses(after))) {
            throw new IllegalStateException("Every site has the same routes in the same order");
        }
    }

    private static List<String> addresses(List<Route> routes) {
        return routes.stream().map(route -> route.method() + " " + route.path()).toList();
    }

    /** Decides which site answers a request. */
    void begin(Context ctx) {
        ctx.attribute(STATE, current());
    }

    /** The site that answers a request. */
    static Site of(Context ctx) {
        return state(ctx).site();
    }

    private static State state(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(STATE), "The request has not begun");
    }

    /** Answers by the route of that place, of whichever site the request began with. */
    static Handler handler(int place) {
        return ctx -> {
            Route route = state(ctx).routes().get(place);
            RequestNotes.of(ctx).route(route);
            route.handler().handle(ctx);
        };
    }
}
