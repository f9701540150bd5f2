package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * Lets scripts of some other origins read the API; of none unless they are named. No credentials are ever asked for or
 * taken, so that such a script sees what anybody sees.
 */
final class CrossOrigin {

    private static final String HOUR = "3600";

    private final List<String> origins;

    CrossOrigin(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Adds to an answer of the API what its reader's browser wants to know. */
    void add(Context ctx) {
        if (origins.isEmpty()) {
            return;
        }
        ctx.header("Vary", "Origin");
        String origin = ctx.header("Origin");
        if (origin != null && origins.contains(origin)) {
            ctx.header("Access-Control-Allow-Origin", origin);
            ctx.header("Access-Control-Expose-Headers", "ETag");
            ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    /** Answers what a browser asks before it lets a script ask. */
    void preflight(Context ctx) {
        ctx.header("Allow", "GET, HEAD, OPTIONS").status(HttpStatus.NO_CONTENT);
        if (ctx.res().getHeader("Access-Control-Allow-Origin") != null) {
            ctx.header("Access-Control-Allow-Methods", "GET, HEAD");
            ctx.header("Access-Control-Allow-Headers", "Accept, If-None-Match");
            ctx.header("Access-Control-Max-Age", HOUR);
        }
    }
}
