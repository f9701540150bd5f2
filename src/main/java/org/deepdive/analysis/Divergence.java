package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.comparison.Adjustment;

/**
 * How far two groups changed apart between two waves: differences of differences, each with its design-based test,
 * Holm-adjusted over the measures that could be tested.
 */
final class Divergence {

    private static final List<Double> WEIGHTS = List.of(1.0, -1.0, -1.0, 1.0);

    private final String first;
    private final String second;
    private final List<Row> rows;
    private final double[] adjusted;

    /**
     * A measure.
     *
     * @param label what changed, as a sentence begins
     * @param contrast the first group's later value, its earlier, the second's later, its earlier; absent where withheld
     */
    private record Row(String label, Optional<LinearContrast> contrast) {

        double change(int group) {
            List<Double> values = contrast.orElseThrow().values();
            return 100 * (values.get(2 * group) - values.get(2 * group + 1));
        }
    }

    /**
     * @param first the first group, inside a sentence
     * @param second the second
     * @param labels what is measured, as a sentence begins
     * @param queries for each label four queries: the first group's later and earlier, the second's later and earlier
     */
    Divergence(Editor editor, String first, String second, List<String> labels, List<List<String>> queries) {
        this.first = first;
        this.second = second;
        this.rows = IntStream.range(0, labels.size())
                .mapToObj(i -> new Row(labels.get(i), editor.contrast(queries.get(i), WEIGHTS)))
                .toList();
        this.adjusted = Adjustment.HOLM.adjust(rows.stream()
                .mapToDouble(row -> row.contrast().map(c -> c.test().p()).orElse(Double.NaN))
                .toArray());
    }

    /** Whether the groups changed differently in a row. */
    boolean isSignificant(int row) {
        return rows.get(row)
                .contrast()
                .filter(c -> adjusted[row] < 1 - c.level())
                .isPresent();
    }

    /** How many rows there are in which the groups changed differently. */
    int apart() {
        return (int) IntStream.range(0, rows.size()).filter(this::isSignificant).count();
    }

    /** The change of a group in whole points, such as "−12"; only where the row is not withheld. */
    String change(int row, int group) {
        long points = Math.round(rows.get(row).change(group));
        return (points > 0 ? "+" : "") + String.valueOf(points).replace('-', '−');
    }

    /** Every row with both changes and the test of their difference. */
    String paragraph() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            sentences.add(sentence(i));
        }
        return "Changes of " + first + " v " + second + ": " + String.join("; ", sentences) + "." + tests();
    }

    /** How the rows were tested; a row that is withheld is none of the family. */
    private String tests() {
        long tested = rows.stream().filter(row -> row.contrast().isPresent()).count();
        if (tested < 2) {
            return tested == 0 ? "" : " Design-based test of the difference of differences.";
        }
        return " Design-based tests of the differences of differences, Holm-adjusted over " + tested + " of them.";
    }

    private String sentence(int row) {
        Row of = rows.get(row);
        if (of.contrast().isEmpty()) {
            return FindingWords.inSentence(of.label()) + " [c]";
        }
        LinearContrast contrast = of.contrast().get();
        String numbers = String.format(
                Locale.ROOT,
                "%s %s v %s points",
                FindingWords.inSentence(of.label()),
                tenths(of.change(0)),
                tenths(of.change(1)));
        String p = Comparison.probability(adjusted[row]);
        return isSignificant(row)
                ? String.format(
                        Locale.ROOT,
                        "%s, %s apart (95%% interval %s to %s; %s)",
                        numbers,
                        tenths(100 * contrast.value()),
                        tenths(100 * contrast.test().low()),
                        tenths(100 * contrast.test().high()),
                        p)
                : numbers + ", no significant difference (" + p + ")";
    }

    private static String tenths(double points) {
        return String.format(Locale.ROOT, "%+.1f", points).replace('-', '−');
    }
}
