package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * Linear trends over the waves of one survey: one row for each group and answer.
 *
 * @param study the study asked
 * @param query the query in canonical form
 * @param measure the measure asked for
 * @param label what the values were computed from
 * @param fingerprint the SHA-256 of the data, in hexadecimal
 * @param within the breakdowns beside the wave
 * @param waves the waves looked at, in order
 * @param empty those of them in which nobody is: told, and not part of a trend
 * @param adjustment how probabilities were adjusted
 * @param level the confidence level
 * @param rows the trends
 */
public record TrendTable(
        Study study,
        Query query,
        Measure measure,
        DataLabel label,
        String fingerprint,
        List<Variable> within,
        List<Category> waves,
        List<Category> empty,
        Adjustment adjustment,
        double level,
        List<TrendRow> rows) {

    public TrendTable {
        within = List.copyOf(within);
        waves = List.copyOf(waves);
        empty = List.copyOf(empty);
        rows = List.copyOf(rows);
    }

    /** How many tests the family has. */
    public int tests() {
        return (int) rows.stream()
                .flatMap(row -> row.trend().stream())
                .filter(trend -> !Double.isNaN(trend.p()))
                .count();
    }

    /** The same table with other rows, adjusted anew over the tests that are left. */
    public TrendTable with(List<TrendRow> other) {
        return rewritten(other).adjusted();
    }

    /** The same table with the same tests written in another way, such as with fewer digits: nothing is adjusted anew. */
    public TrendTable rewritten(List<TrendRow> other) {
        return new TrendTable(
                study, query, measure, label, fingerprint, within, waves, empty, adjustment, level, other);
    }

    /** The same table that tells of other groups that nobody is in them. */
    public TrendTable telling(List<Category> other) {
        return new TrendTable(study, query, measure, label, fingerprint, within, waves, other, adjustment, level, rows);
    }

    private TrendTable adjusted() {
        double[] adjusted = adjustment.adjust(rows.stream()
                .mapToDouble(row -> row.trend().map(Trend::p).orElse(Double.NaN))
                .toArray());
        List<TrendRow> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            TrendRow row = rows.get(i);
            all.add(new TrendRow(row.groups(), row.answer(), row.trend(), adjusted[i]));
        }
        return rewritten(all);
    }
}
