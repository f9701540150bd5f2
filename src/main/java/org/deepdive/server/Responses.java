package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.deepdive.study.Sha256;

/** Sends pages, and their data twins as files with a name; a reader who has them already gets only that news. */
final class Responses {

    private static final int TAG_DIGITS = 20;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private Responses() {}

    static void page(Context ctx, String html) {
        send(ctx, HTML, html);
    }

    /** @param html the page in UTF-8 */
    static void page(Context ctx, byte[] html) {
        send(ctx, HTML, html);
    }

    static void csv(Context ctx, String name, String content) {
        send(ctx, name + ".csv", "text/csv; charset=utf-8; header=present", content);
    }

    static void json(Context ctx, String name, String content) {
        send(
                ctx,
                name + ".json",
                JSON + "; charset=utf-8",
                LiveSite.of(ctx).base().json(content));
    }

    static void svg(Context ctx, String name, String content) {
        ctx.header("Content-Security-Policy", SecurityHeaders.policyOf(content));
        send(ctx, name + ".svg", "image/svg+xml; charset=utf-8", content);
    }

    /** A picture that others may show beside a link. */
    static void preview(Context ctx, byte[] png) {
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        send(ctx, "image/png", png);
    }

    static void xml(Context ctx, String content) {
        send(ctx, "application/xml; charset=utf-8", content);
    }

    static void text(Context ctx, String content) {
        send(ctx, "text/plain; charset=utf-8", content);
    }

    /** A file of any kind; JSON gets the sub-path before its addresses, as everywhere. */
    static void file(Context ctx, String name, String contentType, byte[] content) {
        if (contentType.startsWith(JSON)) {
            String json = LiveSite.of(ctx).base().json(new String(content, StandardCharsets.UTF_8));
            send(ctx, name, contentType, json);
        } else {
            name(ctx, name);
            send(ctx, contentType, content);
        }
    }

    /** Leads to the canonical address where another was asked; other escapes of the same characters are no other address. */
    static boolean redirected(Context ctx, String canonical) {
        String given = ctx.req().getRequestURI() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
        boolean other = !decoded(canonical).equals(decoded(given));
        if (other) {
            ctx.redirect(canonical, HttpStatus.FOUND);
        }
        return other;
    }

    private static String decoded(String address) {
        return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void send(Context ctx, String name, String contentType, String content) {
        name(ctx, name);
        send(ctx, contentType, content);
    }

    private static void name(Context ctx, String name) {
        ctx.header("Content-Disposition", "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + "\"");
    }

    private static void send(Context ctx, String contentType, String content) {
        send(ctx, contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Context ctx, String contentType, byte[] bytes) {
        if (PageCache.tags(ctx)) {
            ctx.contentType(contentType).result(bytes);
            return;
        }
        String tag = "W/\"" + Sha256.hex(bytes).substring(0, TAG_DIGITS) + "\"";
        ctx.header("ETag", tag);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(contentType).result(bytes);
        }
    }
}
