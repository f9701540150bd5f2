package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.table.ResultTable;
import org.deepdive.table.TestTable;

/** Questions to the data, asked with the parts of a query's text. */
final class ApiQuestions {

    /** The parts of a query. */
    static final List<String> PARTS = List.of("study", "measure", "by", "where", "waves", "dontknow", "interval");

    private static final List<String> PLANS =
            List.of("pairs", "complement", "reference:CODE", "previous", "year", "first");

    private final Site site;

    ApiQuestions(Site site) {
        this.site = site;
    }

    /** An estimate, as the page of the same question has it. */
    void estimate(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        Query query = checked(Query.parse(Parameters.parts(ctx, PARTS.toArray(String[]::new))));
        Cleared<EstimateTable> answer = site.answer(query);
        String name = "estimate-" + query.study() + "-" + query.measure();
        switch (format) {
            case CSV -> Responses.csv(ctx, name, ResultTable.of(answer).csv());
            case JSON -> Responses.json(ctx, name, ResultTable.of(answer).json());
        }
    }

    /** Tests of differences: of two groups, of all groups of a breakdown, or of waves. */
    void compare(Context ctx, String extension) {
        ApiFormat format = ApiFormat.of(ctx, extension);
        List<String> allowed = new ArrayList<>(PARTS);
        allowed.remove("interval");
        allowed.addAll(List.of("group", "than", "compare", "along", "adjust"));
        Map<String, String> given = Parameters.parts(ctx, allowed.toArray(String[]::new));
        TestTable table = given.containsKey("group") || given.containsKey("than") ? twoGroups(given) : family(given);
        switch (format) {
            case CSV -> Responses.csv(ctx, "comparison", table.csv());
            case JSON -> Responses.json(ctx, "comparison", table.json());
        }
    }

    private TestTable twoGroups(Map<String, String> given) {
        String group = given.getOrDefault("group", "");
        String than = given.getOrDefault("than", "");
        given.keySet().removeAll(List.of("group", "than"));
        for (String other : List.of("compare", "along", "adjust", "by")) {
            if (given.containsKey(other)) {
                throw InputException.of(
                        "two-comparisons",
                        "group and than compare two groups; " + other + " compares a family.",
                        other,
                        "Leave one of them out.");
            }
        }
        Query first = within(given, group);
        Query second = within(given, than);
        Study study = site.workspace().study(first.study());
        return TestTable.ofTwoGroups(site.compared(first, second), study, site.label(study));
    }

    /** The query with one more filter, within those it has. */
    private Query within(Map<String, String> given, String group) {
        Map<String, String> parts = new LinkedHashMap<>(given);
        if (!group.isBlank()) {
            parts.merge("where", group, (where, more) -> where.isBlank() ? more : where + "," + more);
        }
        return checked(Query.parse(parts));
    }

    private TestTable family(Map<String, String> given) {
        ComparisonPlan plan = plan(given.getOrDefault("compare", "pairs"))
                .adjusted(Adjustment.read(given.getOrDefault("adjust", "holm")));
        if (given.containsKey("along")) {
            plan = plan.along(given.get("along"));
        }
        given.keySet().removeAll(List.of("compare", "along", "adjust"));
        return TestTable.ofComparisons(site.compared(checked(Query.parse(given)), plan));
    }

    private static ComparisonPlan plan(String word) {
        if (word.startsWith("reference:")) {
            return ComparisonPlan.reference(word.substring("reference:".length()));
        }
        return switch (word) {
            case "pairs" -> ComparisonPlan.pairs();
            case "complement" -> ComparisonPlan.complement();
            case "previous", "year", "first" -> ComparisonPlan.overTime(word);
            default -> throw InputException.unknown("comparison", word, PLANS);
        };
    }

    private Query checked(Query query) {
        return new QueryCheck(site.workspace().study(query.study())).check(query);
    }
}
