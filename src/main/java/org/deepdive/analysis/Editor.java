package org.deepdive.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Plot;
import org.deepdive.published.Reproduction;
import org.deepdive.study.InputException;
import org.deepdive.table.ResultTable;

/** Puts sections together: asks for public answers only, and writes what their tests support. */
final class Editor {

    private final Workspace workspace;

    Editor(Workspace workspace) {
        this.workspace = workspace;
    }

    Exhibit exhibit(String query) {
        Cleared<EstimateTable> cleared = workspace.answer(Query.parse(query), Audience.PUBLIC);
        return new Exhibit(cleared.value().query(), Plot.of(cleared), ResultTable.of(cleared));
    }

    /** The figures of those ids, where an id that ends with a star stands for all that start so, in document order. */
    List<Reproduction> figures(String... ids) {
        return workspace.reproductions(Audience.PUBLIC).stream()
                .filter(r -> Stream.of(ids).anyMatch(id -> isMeant(r.figure().id(), id)))
                .toList();
    }

    private static boolean isMeant(String figure, String id) {
        return id.endsWith("*") ? figure.startsWith(id.substring(0, id.length() - 1)) : figure.equals(id);
    }

    /** The difference of two queries; empty where one side is too small to be shown. */
    Optional<Comparison> compare(String first, String second) {
        try {
            return Optional.of(workspace
                    .compare(Query.parse(first), Query.parse(second), Audience.PUBLIC)
                    .value());
        } catch (InputException e) {
            if (e.isWithheld()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The value of a query with one row, as a whole percentage. */
    String percent(String query) {
        return percent(value(query));
    }

    double value(String query) {
        return value(workspace
                .answer(Query.parse(query), Audience.PUBLIC)
                .value()
                .rows()
                .get(0));
    }

    /** The row with the largest value; empty where one is withheld, so that nobody can tell. */
    Optional<EstimateRow> largest(String query) {
        List<EstimateRow> rows =
                workspace.answer(Query.parse(query), Audience.PUBLIC).value().rows();
        return rows.stream().anyMatch(row -> Double.isNaN(value(row)))
                ? Optional.empty()
                : rows.stream().max(Comparator.comparingDouble(Editor::value));
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
