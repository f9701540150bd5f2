package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepdive.study.InputException;

/** The parameters of a request, strictly: an unknown or repeated one is an error, not a silence. */
final class Parameters {

    private static final int LONGEST_QUERY = 2000;

    private Parameters() {}

    /** Refuses parameters other than those named, parameters given twice, and queries that are too long. */
    static void only(Context ctx, String... allowed) {
        requireShort(ctx);
        among(ctx.queryParamMap().keySet(), List.of(allowed));
        ctx.queryParamMap().entrySet().forEach(Parameters::requireOnce);
    }

    /** Refuses parameters other than those named. */
    static void among(Set<String> given, List<String> allowed) {
        for (String name : given) {
            if (!allowed.contains(name)) {
                throw InputException.unknown("parameter", name, allowed);
            }
        }
    }

    static void requireShort(Context ctx) {
        String query = ctx.queryString();
        if (query != null && query.length() > LONGEST_QUERY) {
            throw InputException.of(
                    "query-length", "The query has more than " + LONGEST_QUERY + " characters.", "", "Shorten it.");
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
