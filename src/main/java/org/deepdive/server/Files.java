package org.deepdive.server;

import io.javalin.http.Context;

/** The data twins of pages, as files with a name. */
final class Files {

    private Files() {}

    static void csv(Context ctx, String name, String content) {
        send(ctx, name + ".csv", "text/csv; charset=utf-8; header=present", content);
    }

    static void json(Context ctx, String name, String content) {
        send(ctx, name + ".json", "application/json; charset=utf-8", content);
    }

    static void svg(Context ctx, String name, String content) {
        ctx.header("Content-Security-Policy", SecurityHeaders.policyOf(content));
        send(ctx, name + ".svg", "image/svg+xml; charset=utf-8", content);
    }

    private static void send(Context ctx, String name, String contentType, String content) {
        ctx.header("Content-Disposition", "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + "\"");
        ctx.contentType(contentType).result(content);
    }
}
