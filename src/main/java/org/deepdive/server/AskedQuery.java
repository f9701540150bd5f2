package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.study.Study;

/** The query that an address {@code /explore/<study>/<measure>} asks, with whatever stands after it. */
final class AskedQuery {

    private static final List<String> PARTS = List.of("by", "where", "waves", "dontknow", "interval");

    private AskedQuery() {}

    /**
     * The parameters with their values, strictly.
     *
     * @param more parameters that the page has beside the query's own
     */
    static Map<String, String> parts(Context ctx, String... more) {
        List<String> allowed = new ArrayList<>(PARTS);
        allowed.addAll(List.of(more));
        return Parameters.parts(ctx, allowed.toArray(String[]::new));
    }

    /** The query in canonical form. */
    static Query of(Site site, String study, String measure, Map<String, String> parts) {
        parts.put("study", study);
        parts.put("measure", measure.replace('+', '/').replace(' ', '/'));
        Query query = Query.parse(parts);
        return new QueryCheck(site.workspace().study(query.study())).check(query);
    }

    /** The query of a page below {@code /explore/<study>/<measure>}, in canonical form. */
    static Query of(Site site, Context ctx, Map<String, String> parts) {
        return of(site, ctx.pathParam("study"), ctx.pathParam("measure"), parts);
    }

    /** The study that exploring starts with: the first that has respondents, else the first. */
    static Study firstStudy(Site site) {
        List<Study> studies = site.studies();
        return studies.stream()
                .filter(study -> study.design().isPresent())
                .findFirst()
                .orElse(studies.get(0));
    }
}
