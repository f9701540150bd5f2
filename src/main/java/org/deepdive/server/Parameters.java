package org.deepdive.server;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.study.InputException;

/** The parameters of a request, strictly: an unknown or repeated one is an error, not a silence. */
final class Parameters {

    private static final int LONGEST_QUERY = 2000;

    /** A percent sign without two hexadecimal digits after it, with what stands there instead. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})[^&=?/]{0,2}");

    private Parameters() {}

    /** Refuses parameters other than those named, parameters given twice, and queries that are too long. */
    static void only(Context ctx, String... allowed) {
        among(ctx.queryParamMap().keySet(), List.of(allowed));
        ctx.queryParamMap().entrySet().forEach(Parameters::requireOnce);
    }

    /** The parameters with their values; others than those named are refused, and parameters given twice. */
    static Map<String, String> parts(Context ctx, String... allowed) {
        Map<String, String> parts = new LinkedHashMap<>();
        only(ctx, allowed);
        ctx.queryParamMap().forEach((name, values) -> parts.put(name, values.get(0)));
        return parts;
    }

    /** Refuses parameters other than those named. */
    static void among(Set<String> given, List<String> allowed) {
        for (String name : given) {
            if (!allowed.contains(name)) {
                throw InputException.unknown("parameter", name, allowed);
            }
        }
    }

    /** Refuses addresses that no page can read: queries that are too long, and escapes that stand for nothing. */
    static void requireReadable(Context ctx) {
        String query = Objects.requireNonNullElse(ctx.queryString(), "");
        if (query.length() > LONGEST_QUERY) {
            throw InputException.of(
                    "query-length", "The query has more than " + LONGEST_QUERY + " characters.", "", "Shorten it.");
        }
        Matcher broken = BROKEN_ESCAPE.matcher(ctx.req().getRequestURI() + "?" + query);
        if (broken.find()) {
            throw InputException.of(
                    "escape",
                    "The address has \"" + broken.group() + "\", which escapes no character.",
                    broken.group(),
                    "Write a percent sign that is meant as one as %25.");
        }
    }

    static void requireOnce(Map.Entry<String, List<String>> parameter) {
        if (parameter.getValue().size() > 1) {
            throw InputException.of(
                    "repeated-part",
                    "The address gives \"" + parameter.getKey() + "\" twice.",
                    parameter.getKey(),
                    "Give it once.");
        }
    }
}
