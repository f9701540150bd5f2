package org.deepdive.analysis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Plot;
import org.deepdive.published.Reproduction;
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

    Comparison compare(String first, String second) {
        return workspace
                .compare(Query.parse(first), Query.parse(second), Audience.PUBLIC)
                .value();
    }

    /** The value of a query with one row, as a whole percentage. */
    String percent(String query) {
        return percent(value(query));
    }

    double value(String query) {
        EstimateTable table =
                workspace.answer(Query.parse(query), Audience.PUBLIC).value();
        Cell cell = table.rows().get(0).cell();
        if (cell instanceof Cell.Estimate estimate) {
            return estimate.value();
        }
        return cell instanceof Cell.Published published ? published.value() : Double.NaN;
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "[c]" : Math.round(100 * share) + "%";
    }

    /**
     * A sentence on a difference, such as "Women are more likely than men to feel unsafe (14% v 8%)", or that none was
     * found.
     *
     * @param first the first group, as a sentence begins
     * @param second the second group
     * @param infinitive what they do, as in "to feel unsafe"
     */
    static String difference(Comparison test, String first, String second, String infinitive) {
        String numbers = " (" + percent(test.firstValue()) + " v " + percent(test.secondValue()) + ")";
        if (!test.isSignificant()) {
            return first + " and " + second + " are about as likely " + infinitive + numbers
                    + "; the difference could be chance";
        }
        String direction = test.difference() > 0 ? "more" : "less";
        return first + " are " + direction + " likely than " + second + " " + infinitive + numbers;
    }

    /** The test in words for the paragraph below. */
    static String test(Comparison test) {
        return String.format(
                Locale.ROOT,
                "The difference is %.1f percentage points (95%% interval %.1f to %.1f; design-based t test, %s).",
                100 * test.difference(),
                100 * test.low(),
                100 * test.high(),
                test.p() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", test.p()));
    }
}
