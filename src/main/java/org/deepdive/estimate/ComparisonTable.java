package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * A family of comparisons within one survey: one row for each two sides and answer.
 *
 * @param study the study asked
 * @param query the query in canonical form
 * @param plan what was compared
 * @param measure the measure asked for
 * @param label what the values were computed from
 * @param fingerprint the SHA-256 of the data, in hexadecimal
 * @param within the other breakdowns, in the query's order
 * @param compared the variable whose groups are compared
 * @param place where the compared variable stands among all breakdowns
 * @param groups the groups of the compared variable that were looked at, in order: its categories or windows of waves
 * @param empty the categories of the compared variable in which nobody is, which are told, not tested
 * @param rows the comparisons
 */
public record ComparisonTable(
        Study study,
        Query query,
        ComparisonPlan plan,
        Measure measure,
        DataLabel label,
        String fingerprint,
        List<Variable> within,
        Variable compared,
        int place,
        List<Category> groups,
        List<Category> empty,
        List<ComparisonRow> rows) {

    public ComparisonTable {
        within = List.copyOf(within);
        groups = List.copyOf(groups);
        empty = List.copyOf(empty);
        rows = List.copyOf(rows);
    }

    /** How many tests the family has: rows with a probability. */
    public int tests() {
        return (int) rows.stream()
                .flatMap(row -> row.tested().stream())
                .filter(test -> !Double.isNaN(test.p()))
                .count();
    }

    /** The groups of all breakdowns of one side, as a table of estimates of the same query has them. */
    public List<Category> groups(ComparisonRow row, Category side) {
        List<Category> all = new ArrayList<>(row.within());
        all.add(place, side);
        return all;
    }

    /** The same family with other outcomes, adjusted anew over the tests that are left. */
    public ComparisonTable with(List<ComparisonRow> other) {
        return rewritten(other).adjusted();
    }

    /** The same family with the same tests written in another way, such as with fewer digits: nothing is adjusted anew. */
    public ComparisonTable rewritten(List<ComparisonRow> other) {
        return new ComparisonTable(
                study, query, plan, measure, label, fingerprint, within, compared, place, groups, empty, other);
    }

    /** The same table that tells of other groups that nobody is in them. */
    public ComparisonTable telling(List<Category> other) {
        return new ComparisonTable(
                study, query, plan, measure, label, fingerprint, within, compared, place, groups, other, rows);
    }

    private ComparisonTable adjusted() {
        double[] adjusted = plan.adjustment()
                .adjust(rows.stream()
                        .mapToDouble(
                                row -> row.tested().map(ComparisonRow.Tested::p).orElse(Double.NaN))
                        .toArray());
        List<ComparisonRow> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            ComparisonRow row = rows.get(i);
            double p = adjusted[i];
            all.add(row.tested().map(test -> row.with(test.adjusted(p))).orElse(row));
        }
        return rewritten(all);
    }
}
