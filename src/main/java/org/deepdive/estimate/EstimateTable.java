package org.deepdive.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * The answer to a query: one row for each group and answer, with everything a caption needs.
 *
 * @param study the study asked
 * @param query the query in canonical form
 * @param measure the measure asked for
 * @param title what the values are, in words
 * @param label what the values were computed from
 * @param fingerprint the SHA-256 of the data, in hexadecimal
 * @param by the breakdowns, in the query's order
 * @param rows the rows, in codebook order of groups, then of answers
 * @param interval how the intervals were made; absent for published counts
 * @param level the confidence level
 */
public record EstimateTable(
        Study study,
        Query query,
        Measure measure,
        String title,
        DataLabel label,
        String fingerprint,
        List<Variable> by,
        List<EstimateRow> rows,
        Optional<Interval> interval,
        double level) {

    public EstimateTable {
        by = List.copyOf(by);
        rows = List.copyOf(rows);
    }

    /** The same table with other rows. */
    public EstimateTable with(List<EstimateRow> other) {
        return new EstimateTable(study, query, measure, title, label, fingerprint, by, other, interval, level);
    }

    /** The name of how intervals were made; those of quantiles are Woodruff's, from the Wald interval of a share. */
    public Optional<String> intervalTitle() {
        return interval.map(kind -> measure instanceof Measure.Quantile ? "Woodruff" : kind.title());
    }

    /** In a sentence whether those who do not know are in the base, where there can be any. */
    public Optional<String> dontKnows() {
        boolean share = measure instanceof Measure.Percentage || measure instanceof Measure.Distribution;
        if (!share || !(measure instanceof Measure.OfRespondents asked)) {
            return Optional.empty();
        }
        List<String> codes = asked.dontKnows(study.codebook());
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        boolean out = asked.exclude().containsAll(codes);
        return Optional.of("Those who do not know are " + (out ? "left out of" : "in") + " the base.");
    }

    /** Whether the rows tell several answers apart. */
    public boolean byAnswer() {
        return rows.stream().anyMatch(row -> row.answer().isPresent());
    }

    /** The only estimate of a table of one row. */
    public Cell.Estimate single() {
        if (rows.size() == 1 && rows.get(0).cell() instanceof Cell.Estimate estimate) {
            return estimate;
        }
        throw InputException.of(
                "not-single",
                "The query has " + rows.size() + " rows, not one estimate.",
                query.text(),
                "Ask without by=, for a measure with one value.");
    }

    /** The rows with their values, one a line, below what they are and what they were computed from. */
    @Override
    public String toString() {
        return title + ". " + label.title() + ": " + label.explanation() + "\n"
                + rows.stream().map(EstimateTable::line).collect(Collectors.joining("\n"));
    }

    private static String line(EstimateRow row) {
        String name = Stream.concat(row.groups().stream(), row.answer().stream())
                .map(Category::label)
                .collect(Collectors.joining(", "));
        String value = "[c]";
        if (row.cell() instanceof Cell.Estimate e) {
            value = String.format(
                    Locale.ROOT, "%.4f (%.4f to %.4f), base %d", e.value(), e.low(), e.high(), (long) e.base());
        } else if (row.cell() instanceof Cell.Published p) {
            value = String.format(Locale.ROOT, "%.4f, base %d", p.value(), (long) p.base());
        }
        return (name.isEmpty() ? "All" : name) + ": " + value;
    }
}
