package org.deepdive.plot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.DataLabel;

/**
 * A chart of a cleared result: immutable, and drawn anew at each call as static SVG, as a plotly specification, or as a
 * tablesaw-jsplot figure.
 *
 * <p>By default the table chooses its chart: lines over waves, stacked bars for the answers of an ordered scale, and
 * horizontal bars for everything else, with intervals wherever the values are estimates. Withheld values stand as
 * {@code [c]} where their bar would be; unreliable ones are hatched and marked {@code [u]}.
 */
public final class Plot extends Drawing {

    private final Cleared<EstimateTable> cleared;
    private final Picture.OfTable picture;
    private final List<Chart> kinds;
    private final Words words;
    private final Optional<Function<Plot, Origin>> from;

    private Plot(
            Cleared<EstimateTable> cleared,
            Picture.OfTable picture,
            List<Chart> kinds,
            Words words,
            Optional<Function<Plot, Origin>> from) {
        this.cleared = cleared;
        this.picture = picture;
        this.kinds = List.copyOf(kinds);
        this.words = words;
        this.from = from;
    }

    /** The chart that suits a result best. */
    public static Plot of(Cleared<EstimateTable> cleared) {
        Grid grid = new Grid(cleared.value());
        List<Chart> kinds = Picture.kinds(grid);
        Picture.OfTable picture = Picture.of(grid, kinds.get(0));
        return new Plot(cleared, picture, kinds, new Words(cleared.value(), picture), Optional.empty());
    }

    /** A result as horizontal bars, which every result can be drawn as. */
    public static Plot bars(Cleared<EstimateTable> cleared) {
        return of(cleared).withKind(Chart.BARS);
    }

    /**
     * A distribution as stacked bars of 100%.
     *
     * @throws org.deepdive.study.InputException where the result is not the distribution of one question
     */
    public static Plot likert(Cleared<EstimateTable> cleared) {
        return of(cleared).withKind(Chart.LIKERT);
    }

    /**
     * A result over waves as lines.
     *
     * @throws org.deepdive.study.InputException where the result has no breakdown by wave, or two others
     */
    public static Plot line(Cleared<EstimateTable> cleared) {
        return of(cleared).withKind(Chart.LINE);
    }

    /**
     * The same result in another kind of chart.
     *
     * @throws org.deepdive.study.InputException where the result cannot be drawn so
     */
    public Plot withKind(Chart kind) {
        Picture.OfTable other = Picture.of(cleared.value(), kind);
        return new Plot(cleared, other, kinds, new Words(cleared.value(), other), from);
    }

    /**
     * The same plot, of a result that says where else its question can be asked.
     *
     * @param result the result of a plot, also of the same numbers in another kind of chart
     */
    public Plot from(Function<Plot, Origin> result) {
        return new Plot(cleared, picture, kinds, words, Optional.of(result));
    }

    /** The kind of chart. */
    public Chart kind() {
        return picture.chart();
    }

    /** Whether it is the kind of chart that the result chooses by itself. */
    public boolean isUsual() {
        return kinds.get(0) == kind();
    }

    /** The kinds of chart that the result can be drawn as; the one it chooses by itself first. */
    public List<Chart> kinds() {
        return kinds;
    }

    /** The result that is drawn. */
    public Cleared<EstimateTable> cleared() {
        return cleared;
    }

    @Override
    Optional<Origin> origin() {
        return from.map(result -> result.apply(this));
    }

    @Override
    Picture picture() {
        return picture;
    }

    @Override
    Captions words() {
        return words;
    }

    @Override
    public String tableHtml() {
        return new TableData(cleared.value(), title()).html();
    }

    @Override
    public Set<DataLabel> labels() {
        return Set.of(cleared.value().label());
    }
}
