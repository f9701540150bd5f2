package org.deepdive.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.comparison.Adjustment;

/** Gaps between two groups as pairs of points. */
final class GapPairs {

    private final String title;
    private final List<GapPlot.Gap> gaps;
    private final List<Double> adjusted;
    private final Pairs picture;

    GapPairs(String title, String of, String first, String second, List<GapPlot.Gap> gaps) {
        this.title = title;
        this.gaps = List.copyOf(gaps);
        double[] p = gaps.stream()
                .mapToDouble(gap -> gap.test().map(test -> test.value().p()).orElse(Double.NaN))
                .toArray();
        this.adjusted = Arrays.stream(Adjustment.HOLM.adjust(p)).boxed().toList();
        List<Pairs.Row> rows =
                IntStream.range(0, gaps.size()).mapToObj(this::row).toList();
        this.picture = new Pairs(
                Pairs.Look.BELOW_WITH_LAST,
                of,
                List.of(
                        new Pairs.Series(first, capital(first), "Interval", Ink.ORANGE, 1),
                        new Pairs.Series(second, capital(second), "Interval", Ink.NAVY, 0)),
                "Gap, where significant",
                rows,
                Scale.of(CellText.of(table().measure()), "", Pairs.points(rows)),
                List.of());
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String title() {
        return title;
    }

    List<GapPlot.Gap> gaps() {
        return gaps;
    }

    List<Double> adjusted() {
        return adjusted;
    }

    Pairs picture() {
        return picture;
    }

    /** The first table, whose study and period are those of all. */
    EstimateTable table() {
        return gaps.get(0).first().value();
    }

    boolean isSignificant(int row) {
        Optional<Comparison> test = gaps.get(row).test().map(Cleared::value);
        return test.isPresent() && adjusted.get(row) < 1 - test.get().level();
    }

    private Pairs.Row row(int row) {
        GapPlot.Gap gap = gaps.get(row);
        return new Pairs.Row(gap.label(), point(gap.first()), point(gap.second()), named(row));
    }

    private static Point point(Cleared<EstimateTable> side) {
        EstimateTable table = side.value();
        return Point.of(new Mark("", table.rows().get(0).cell(), CellText.of(table.measure())));
    }

    private String named(int row) {
        if (!isSignificant(row)) {
            return "";
        }
        Comparison test = gaps.get(row).test().orElseThrow().value();
        String direction = test.difference() > 0 ? " lower" : " higher";
        double size = Math.abs(test.difference());
        return table().measure().isShare()
                ? String.format(Locale.ROOT, "%.1f points", 100 * size) + direction
                : String.format(Locale.ROOT, "%.2f", size) + direction;
    }
}
