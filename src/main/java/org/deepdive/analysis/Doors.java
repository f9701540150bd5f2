package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.study.InputException;

/**
 * Where else the same question can be asked.
 *
 * @param path the path of a server's page that recomputes it; absent where no page does
 * @param text the question in its canonical text, one line each where there are several
 * @param cli the command line
 * @param java the Java for a notebook
 */
public record Doors(Optional<String> path, String text, String cli, String java) {

    private static final String LAST_CALL = ".estimate()";

    /**
     * The path of its page.
     *
     * @throws InputException where no server has one
     */
    String page() {
        return path.orElseThrow(() -> InputException.of(
                "no-link",
                "No server has a page of this result.",
                text,
                "Ask it again with its .java() or its .cli(). A study of your own gets pages once you .save(folder) it, serve"
                        + " the folder with \"deepdive serve --data folder\", and name that server with"
                        + " System.setProperty(\"" + Answer.SERVER_PROPERTY + "\", \"" + LinkServer.LOCAL + "\")."));
    }

    /** The same without a page, for what no server knows. */
    Doors withoutPage() {
        return new Doors(Optional.empty(), text, cli, java);
    }

    /** A query whose page has another path than its own, such as one that names the chart. */
    static Doors of(Query query, String path) {
        return new Doors(Optional.of(path), query.text(), query.cli(), query.java());
    }

    static Doors of(ModelQuery query) {
        return new Doors(Optional.of(query.path()), query.text(), query.cli(), query.java());
    }

    /** A family of comparisons; its page is the plot of what is compared. */
    static Doors of(Query query, ComparisonPlan plan) {
        String option = switch (plan.pairing()) {
            case PAIRS -> "--pairs";
            case COMPLEMENT -> "--complement";
            case REFERENCE -> "--reference " + plan.reference().orElseThrow();
            case PREVIOUS_WAVE -> "--over-time previous";
            case YEAR_BEFORE -> "--over-time year";
            case LATEST_AND_FIRST -> "--over-time first";
        };
        String call = switch (plan.pairing()) {
            case PAIRS -> ".differences()";
            case COMPLEMENT -> ".complement()";
            case REFERENCE -> ".against(\"" + plan.reference().orElseThrow() + "\")";
            case PREVIOUS_WAVE -> ".overTime(\"previous\")";
            case YEAR_BEFORE -> ".overTime(\"year\")";
            case LATEST_AND_FIRST -> ".overTime(\"first\")";
        };
        return new Doors(
                Optional.of(query.path()),
                query.text(),
                compare(query) + " " + option + options(plan),
                question(query) + call + calls(plan));
    }

    /** What a plan says beyond its pairing and the defaults; the command line has no other levels than 95%. */
    private static String options(ComparisonPlan plan) {
        return plan.along().map(variable -> " --along " + variable).orElse("")
                + (plan.window() > 1 ? " --rolling " + plan.window() : "")
                + (plan.effect() == ComparisonPlan.Effect.RATIO ? " --ratio" : "")
                + option(plan.adjustment());
    }

    private static String calls(ComparisonPlan plan) {
        return (plan.window() > 1 ? ".rolling(" + plan.window() + ")" : "")
                + (plan.effect() == ComparisonPlan.Effect.RATIO ? ".ratios()" : "")
                + call(plan.adjustment())
                + (plan.level() == SurveyEstimates.LEVEL ? "" : ".at(" + plan.level() + ")");
    }

    private static String option(Adjustment adjustment) {
        return adjustment == Adjustment.HOLM ? "" : " --adjust " + adjustment.word();
    }

    private static String call(Adjustment adjustment) {
        return adjustment == Adjustment.HOLM ? "" : ".adjusted(\"" + adjustment.word() + "\")";
    }

    /** The screen of every breakdown for a measure's gaps. */
    static Doors ofScreen(Query query, Adjustment adjustment) {
        Query plain = query.by(List.of());
        return new Doors(
                Optional.of(plain.path("/gaps")),
                plain.text(),
                compare(plain) + " --screen" + option(adjustment),
                question(plain) + ".gaps()" + call(adjustment));
    }

    /** Linear trends over waves; their page is the one of the tests of what is plotted. */
    static Doors ofTrend(Query query, Adjustment adjustment) {
        return new Doors(
                Optional.of(query.path("/tests")),
                query.text(),
                compare(query) + " --trend" + option(adjustment),
                question(query) + ".trend()");
    }

    /** A test of association. */
    static Doors ofAssociation(Query query) {
        return new Doors(
                Optional.of(query.path("/tests")),
                query.text(),
                compare(query) + " --association",
                question(query) + ".association()");
    }

    private static String compare(Query query) {
        return query.cli().replaceFirst("estimate", "compare");
    }

    /** The differences of pairs of queries, one line each. */
    static Doors of(GapQuestion question) {
        List<String> text = new ArrayList<>();
        List<String> cli = new ArrayList<>();
        List<String> java = new ArrayList<>();
        for (GapQuestion.Row row : question.rows()) {
            text.add(row.first().text());
            text.add(row.second().text());
            cli.add(compared(row.first(), row.second()));
            java.add(question(row.first()) + "\n        .minus(" + question(row.second()) + ")");
        }
        return new Doors(
                Optional.of(question.path()), String.join("\n", text), String.join("\n", cli), String.join("\n", java));
    }

    private static String question(Query query) {
        String java = query.java();
        return java.substring(0, java.lastIndexOf(LAST_CALL));
    }

    /** One command where the two differ by filters alone; else the two estimates. */
    private static String compared(Query first, Query second) {
        SortedMap<String, List<String>> shared = new TreeMap<>(first.where());
        shared.entrySet().retainAll(second.where().entrySet());
        if (!without(first, first.where()).equals(without(second, second.where()))) {
            return first.cli() + "\n" + second.cli();
        }
        String group = only(first, shared);
        String than = only(second, shared);
        return without(first, new TreeMap<>(difference(first, shared))).cli().replaceFirst("estimate", "compare")
                + (group.isEmpty() ? "" : " --group " + group)
                + (than.isEmpty() ? "" : " --than " + than);
    }

    private static SortedMap<String, List<String>> difference(Query query, SortedMap<String, List<String>> shared) {
        SortedMap<String, List<String>> own = new TreeMap<>(query.where());
        own.keySet().removeAll(shared.keySet());
        return own;
    }

    private static String only(Query query, SortedMap<String, List<String>> shared) {
        return difference(query, shared).entrySet().stream()
                .map(e -> e.getKey() + "=" + String.join("/", e.getValue()))
                .collect(Collectors.joining(","));
    }

    private static Query without(Query query, SortedMap<String, List<String>> filters) {
        Query left = query;
        for (String variable : filters.keySet()) {
            left = left.withoutWhere(variable);
        }
        return left;
    }
}
