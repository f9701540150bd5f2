package org.deepdive.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepdive.study.Sha256;

/**
 * The headers of every answer. A page runs and loads only what this server serves: nothing inline, nothing from
 * elsewhere, in no frame.
 */
final class SecurityHeaders {

    /** The policy of pages. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("Content-Security-Policy", POLICY);
        ALL.put("X-Content-Type-Options", "nosniff");
        ALL.put("X-Frame-Options", "DENY");
        ALL.put("Referrer-Policy", "same-origin");
        ALL.put(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
        ALL.put("Cross-Origin-Opener-Policy", "same-origin");
        ALL.put("Cross-Origin-Resource-Policy", "same-origin");
        ALL.put("Cache-Control", "no-cache");
    }

    private SecurityHeaders() {}

    static void add(Context ctx) {
        ALL.forEach(ctx::header);
    }

    /** The headers with their values, for answers that no route makes. */
    static Map<String, String> all() {
        return Map.copyOf(ALL);
    }

    /** The policy of an SVG file opened by itself: only the style sheet within it applies, and nothing runs. */
    static String policyOf(String svg) {
        int start = svg.indexOf("<style>");
        int end = svg.indexOf("</style>");
        String styles = start < 0 || end < start
                ? "'none'"
                : "'sha256-" + sha256(svg.substring(start + "<style>".length(), end)) + "'";
        return "default-src 'none'; style-src " + styles + "; frame-ancestors 'none'; sandbox";
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
