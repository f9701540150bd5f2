package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.plot.Chart;
import org.deepdive.plot.GapPlot;
import org.deepdive.published.Reproduction;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.table.TestTable;

/** Puts sections together: asks for public answers only, and writes what their tests support. */
final class Editor {

    private static final int MOST_NAMED = 2;

    private final Workspace workspace;

    Editor(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The answer to a query, in the chart that suits it best. */
    AnswerExhibit exhibit(String query) {
        return AnswerExhibit.of(workspace.answer(Query.parse(query), Audience.PUBLIC));
    }

    /** The answer to a query in another chart. */
    AnswerExhibit exhibit(String query, Chart chart) {
        return new AnswerExhibit(exhibit(query).plot().withKind(chart));
    }

    /** A model in its canonical text, such as {@code study=pcss&measure=unsafe_local&terms=sex,age_band}. */
    ModelExhibit model(String question) {
        return model(ModelQuery.parse(question));
    }

    ModelExhibit model(ModelQuery question) {
        return ModelExhibit.of(workspace.model(question, Audience.PUBLIC));
    }

    /** Every test of a family as a table, such as each group against the rest. */
    TestExhibit tests(String query, ComparisonPlan plan) {
        Query asked = Query.parse(query);
        return new TestExhibit(TestTable.ofComparisons(comparisons(asked, plan)), Doors.of(asked, plan));
    }

    /** A family of comparisons. */
    Cleared<ComparisonTable> comparisons(Query query, ComparisonPlan plan) {
        return workspace.comparisons(query, plan, Audience.PUBLIC);
    }

    /**
     * A row of {@link #gaps}.
     *
     * @param label what the row is about
     * @param first the query of the first group's value, with one row
     * @param second the query of the second's
     */
    record Gap(String label, String first, String second) {}

    /**
     * Gaps between two groups, as pairs of points whose gap is named where it is significant.
     *
     * @param title what is shown, in words
     * @param of what the rows are, such as {@code Measure}
     * @param first the name of the first group
     * @param second the name of the second
     */
    GapExhibit gaps(String title, String of, String first, String second, List<Gap> rows) {
        return gaps(new GapQuestion(
                title,
                of,
                first,
                second,
                rows.stream()
                        .map(row ->
                                new GapQuestion.Row(row.label(), Query.parse(row.first()), Query.parse(row.second())))
                        .toList()));
    }

    /** The answer to a question about gaps. */
    GapExhibit gaps(GapQuestion question) {
        GapQuestion asked = question.checked(workspace.study(question.study()));
        List<GapPlot.Gap> gaps = asked.rows().stream().map(this::gap).toList();
        return new GapExhibit(GapPlot.of(asked.title(), asked.of(), asked.first(), asked.second(), gaps), asked);
    }

    private GapPlot.Gap gap(GapQuestion.Row row) {
        return new GapPlot.Gap(
                row.label(),
                workspace.answer(row.first(), Audience.PUBLIC),
                workspace.answer(row.second(), Audience.PUBLIC),
                compared(row.first(), row.second()));
    }

    /** The figures of those ids, where a star in one stands for anything, in document order. */
    List<Reproduction> figures(String... ids) {
        return workspace
                .figures(figure -> Stream.of(ids).anyMatch(id -> isMeant(figure.id(), id)), Audience.PUBLIC)
                .value();
    }

    /** All figures of a publication. */
    Cleared<List<Reproduction>> publication(String publication) {
        return workspace.figures(figure -> figure.publication().equals(publication), Audience.PUBLIC);
    }

    Workspace workspace() {
        return workspace;
    }

    private static boolean isMeant(String figure, String id) {
        return Pattern.matches(
                Stream.of(id.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), figure);
    }

    /** The difference of two queries; empty where one side is too small to be shown. */
    Optional<Comparison> compare(String first, String second) {
        return compared(Query.parse(first), Query.parse(second)).map(Cleared::value);
    }

    /** A weighted sum of the values of queries with one row each; empty where it may not be shown. */
    Optional<LinearContrast> contrast(List<String> queries, List<Double> weights) {
        return shown(() -> workspace.contrast(queries.stream().map(Query::parse).toList(), weights, Audience.PUBLIC))
                .map(Cleared::value);
    }

    private Optional<Cleared<Comparison>> compared(Query first, Query second) {
        return shown(() -> workspace.compare(first, second, Audience.PUBLIC));
    }

    private static <T> Optional<T> shown(Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (InputException e) {
            if (e.isWithheld()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The groups of a breakdown that differ from the rest of it, from the highest to the lowest: those whose test is
     * significant, Holm-adjusted over the groups. Don't knows and refusals are not among them.
     */
    List<ComparisonRow> apart(String query) {
        ComparisonTable table =
                comparisons(Query.parse(query), ComparisonPlan.complement()).value();
        return table.rows().stream()
                .filter(row -> row.first().status() == Category.Status.VALID)
                .filter(row -> row.tested()
                        .filter(test -> test.isSignificant(table.plan().level()))
                        .isPresent())
                .sorted(Comparator.comparingDouble((ComparisonRow row) ->
                                row.tested().orElseThrow().comparison().firstValue())
                        .reversed())
                .toList();
    }

    /**
     * A headline on the groups of a breakdown, such as "More likely than others to feel unsafe: Most deprived fifth (14%)".
     * Groups are tested against the rest, not against one another: those that differ are named, up to two on a side, and none
     * is called the first.
     *
     * @param by what the groups are of, as a sentence ends, such as "areas of different deprivation"
     * @param infinitive what they do, as in "to feel unsafe"
     */
    String extremes(String query, String by, String infinitive) {
        List<ComparisonRow> apart = apart(query);
        List<String> named = new ArrayList<>();
        List<ComparisonRow> above = apart.stream()
                .filter(row -> row.tested().orElseThrow().isHigher())
                .toList();
        List<ComparisonRow> below = new ArrayList<>(apart);
        below.removeAll(above);
        Collections.reverse(below);
        if (!above.isEmpty()) {
            named.add("More likely than others " + infinitive + ": " + named(above));
        }
        if (!below.isEmpty()) {
            named.add((named.isEmpty() ? "Less likely than others " + infinitive + ": " : "less likely: ")
                    + named(below));
        }
        return named.isEmpty()
                ? "No significant difference between " + by + " in how likely they are " + infinitive
                : String.join("; ", named);
    }

    private static String named(List<ComparisonRow> rows) {
        String first = rows.stream().limit(MOST_NAMED).map(Editor::named).collect(Collectors.joining(", "));
        return rows.size() > MOST_NAMED ? first + " and " + (rows.size() - MOST_NAMED) + " more" : first;
    }

    private static String named(ComparisonRow row) {
        return row.first().label() + " ("
                + percent(row.tested().orElseThrow().comparison().firstValue()) + ")";
    }

    /** The value of a query with one row, as a whole percentage. */
    String percent(String query) {
        return percent(value(query));
    }

    /** The unweighted base of a query with one row. */
    int base(String query) {
        return workspace
                .answer(Query.parse(query), Audience.PUBLIC)
                .value()
                .single()
                .base();
    }

    double value(String query) {
        return value(workspace
                .answer(Query.parse(query), Audience.PUBLIC)
                .value()
                .rows()
                .get(0));
    }

    /**
     * What is given most often of the answers of a query, such as "“Property is secure” (26%)"; where the second is not
     * significantly below the first, both. Empty where one is withheld, so that nobody can tell.
     */
    Optional<Leading> leading(String query) {
        Query asked = Query.parse(query);
        List<EstimateRow> rows =
                workspace.answer(asked, Audience.PUBLIC).value().rows();
        if (rows.size() < 2 || rows.stream().anyMatch(row -> Double.isNaN(value(row)))) {
            return Optional.empty();
        }
        List<EstimateRow> sorted = rows.stream()
                .sorted(Comparator.comparingDouble((EstimateRow row) -> value(row))
                        .reversed())
                .toList();
        Optional<Comparison> test =
                compared(of(asked, sorted.get(0)), of(asked, sorted.get(1))).map(Cleared::value);
        boolean alone = test.filter(Comparison::isSignificant).isPresent();
        return Optional.of(new Leading(
                alone, alone ? quoted(sorted.get(0)) : quoted(sorted.get(0)) + " and " + quoted(sorted.get(1))));
    }

    /**
     * What is given most often.
     *
     * @param alone whether one answer is given significantly more often than the next
     * @param words that answer, or the first two, with their shares
     */
    record Leading(boolean alone, String words) {}

    private static Query of(Query query, EstimateRow row) {
        return query.answers(List.of(row.answer().orElseThrow().code()));
    }

    private static String quoted(EstimateRow row) {
        return "“" + row.answer().orElseThrow().label() + "” (" + percent(value(row)) + ")";
    }

    /** The value shown in a row; NaN where it is withheld. */
    static double value(EstimateRow row) {
        if (row.cell() instanceof Cell.Estimate estimate) {
            return estimate.value();
        }
        return row.cell() instanceof Cell.Published published ? published.value() : Double.NaN;
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "[c]" : Math.round(100 * share) + "%";
    }

    /** A share with one decimal. */
    static String tenths(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /**
     * A sentence on a difference, such as "Women are more likely than men to feel unsafe (14% v 8%)", or that none was
     * found, or that the rules of disclosure allow no comparison.
     *
     * @param first the first group, as a sentence begins
     * @param second the second group
     * @param infinitive what they do, as in "to feel unsafe"
     */
    static String difference(Optional<Comparison> found, String first, String second, String infinitive) {
        if (found.isEmpty()) {
            return first + " cannot be compared with " + second + ": too few answered [c]";
        }
        Comparison test = found.get();
        String numbers = " (" + percent(test.firstValue()) + " v " + percent(test.secondValue()) + ")";
        if (!test.isSignificant()) {
            return first + " and " + second + ": no significant difference in how likely they are " + infinitive
                    + numbers;
        }
        String direction = test.difference() > 0 ? "more" : "less";
        return first + " are " + direction + " likely than " + second + " " + infinitive + numbers;
    }

    /** The test in words for the paragraph below; empty where there is none. */
    static String test(Optional<Comparison> found) {
        return found.map(test -> String.format(
                                Locale.ROOT,
                                "The difference is %.1f percentage points (95%% interval %.1f to %.1f; design-based t test, %s).",
                                100 * test.difference(),
                                100 * test.low(),
                                100 * test.high(),
                                test.probability())
                        .replace(" -", " −"))
                .orElse("");
    }
}
