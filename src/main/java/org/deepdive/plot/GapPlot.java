package org.deepdive.plot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.DataLabel;

/**
 * A chart of cleared gaps between two groups: one row a measure or a further group, with the value of either group, each
 * with its interval. A gap is named where its design-based test is significant, adjusted by Holm over the rows.
 */
public final class GapPlot extends Drawing {

    private final GapWords words;
    private final GapPairs gaps;
    private final Optional<Function<GapPlot, Origin>> from;

    /**
     * Two values side by side.
     *
     * @param label what the row is about
     * @param first the first group's value: a table of one row
     * @param second the second group's, of the same study and in the same unit
     * @param test the difference of the first less the second; absent where it is withheld
     */
    public record Gap(
            String label,
            Cleared<EstimateTable> first,
            Cleared<EstimateTable> second,
            Optional<Cleared<Comparison>> test) {}

    private GapPlot(GapPairs gaps, Optional<Function<GapPlot, Origin>> from) {
        this.gaps = gaps;
        this.words = new GapWords(gaps);
        this.from = from;
    }

    /**
     * The chart of gaps.
     *
     * @param title what is shown, in words
     * @param of what the rows are, such as {@code Measure}
     * @param first the name of the first group, such as {@code women}
     * @param second the name of the second
     * @param gaps the rows from top to bottom; at least one
     */
    public static GapPlot of(String title, String of, String first, String second, List<Gap> gaps) {
        return new GapPlot(new GapPairs(title, of, first, second, gaps), Optional.empty());
    }

    /** The same plot, of a result that says where else its question can be asked. */
    public GapPlot from(Function<GapPlot, Origin> result) {
        return new GapPlot(gaps, Optional.of(result));
    }

    /** The gaps in order. */
    public List<Gap> gaps() {
        return gaps.gaps();
    }

    /** What the rows are, such as {@code Measure}. */
    public String of() {
        return gaps.picture().of();
    }

    /** For each gap the probability of its test, adjusted by Holm over the rows; NaN where there is none. */
    public List<Double> adjusted() {
        return gaps.adjusted();
    }

    /** Whether the gap of a row is significant once adjusted over the rows. */
    public boolean isSignificant(int row) {
        return gaps.isSignificant(row);
    }

    @Override
    Optional<Origin> origin() {
        return from.map(result -> result.apply(this));
    }

    @Override
    Picture picture() {
        return gaps.picture();
    }

    @Override
    Captions words() {
        return words;
    }

    @Override
    public String tableHtml() {
        return new PairsData(gaps.picture(), gaps.table().label().title() + ": " + title()).html();
    }

    @Override
    public Set<DataLabel> labels() {
        return gaps.gaps().stream().map(gap -> gap.first().value().label()).collect(Collectors.toSet());
    }
}
