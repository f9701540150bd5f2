package org.deepdive.plot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.CellText;
import org.deepdive.published.Computed;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataLabel;

/**
 * A chart of published shares against those computed: what was printed as a bar over the values that print so, the
 * estimate as a point with its interval.
 */
public final class FiguresPlot extends Drawing {

    private final Pairs picture;
    private final FiguresWords words;
    private final List<Reproduction> drawn;
    private final Optional<Function<FiguresPlot, Origin>> from;

    private FiguresPlot(
            Pairs picture, FiguresWords words, List<Reproduction> drawn, Optional<Function<FiguresPlot, Origin>> from) {
        this.picture = picture;
        this.words = words;
        this.drawn = drawn;
        this.from = from;
    }

    private FiguresPlot(String title, List<Reproduction> drawn, Function<PublishedFigure, String> names) {
        this.drawn = drawn;
        this.from = Optional.empty();
        List<Pairs.Row> rows = drawn.stream()
                .map(r -> new Pairs.Row(
                        names.apply(r.figure()),
                        printed(r.figure().printed().orElseThrow()),
                        computed(r.computed().orElseThrow()),
                        r.verdict()))
                .toList();
        this.picture = new Pairs(
                Pairs.Look.TOGETHER,
                "Figure",
                List.of(
                        new Pairs.Series("printed", "Printed", "Prints so", Ink.ORANGE, 1),
                        new Pairs.Series("computed", "Computed", "Interval", Ink.NAVY, 0)),
                "Verdict",
                rows,
                Scale.of(new CellText(CellText.Unit.SHARE), "", Pairs.points(rows)),
                List.of());
        this.words = new FiguresWords(title, drawn, picture);
    }

    /**
     * The chart of those figures that can be drawn: shares with a printed number and a computed one.
     *
     * @param title what is shown, in words
     * @param figures the figures, in the order to draw
     * @param names what each figure is about
     */
    public static FiguresPlot of(
            String title, Cleared<List<Reproduction>> figures, Function<PublishedFigure, String> names) {
        return new FiguresPlot(
                title, figures.value().stream().filter(FiguresPlot::isDrawable).toList(), names);
    }

    /** Whether a figure is a share with a printed number and a computed one. */
    public static boolean isDrawable(Reproduction reproduction) {
        return reproduction.computed().filter(Computed::share).isPresent()
                && reproduction.figure().printed().filter(Printed::percent).isPresent();
    }

    /** The same plot, of a result that says where else its question can be asked. */
    public FiguresPlot from(Function<FiguresPlot, Origin> result) {
        return new FiguresPlot(picture, words, drawn, Optional.of(result));
    }

    /** The figures that are drawn. */
    public List<Reproduction> drawn() {
        return drawn;
    }

    private static Point printed(Printed printed) {
        String range = percent(printed.low()) + " to " + percent(printed.high());
        return new Point(
                printed.value(),
                printed.low(),
                printed.high(),
                printed.text(),
                range,
                printed.text() + ", which " + range + " print as",
                false);
    }

    private static Point computed(Computed computed) {
        boolean interval = Double.isFinite(computed.low()) && Double.isFinite(computed.high());
        String range = interval ? percent(computed.low()) + " to " + percent(computed.high()) : "";
        String base = ", base " + new CellText(CellText.Unit.COUNT).of(computed.base());
        return new Point(
                computed.value(),
                interval ? computed.low() : computed.value(),
                interval ? computed.high() : computed.value(),
                percent(computed.value()),
                range,
                percent(computed.value()) + (interval ? ", interval " + range : "") + base,
                false);
    }

    private static String percent(double share) {
        return Math.round(1000 * share) / 10.0 + "%";
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
        return new PairsData(picture, words.labels() + ": " + title()).html();
    }

    @Override
    public Set<DataLabel> labels() {
        return drawn.stream()
                .flatMap(r -> r.computed().stream())
                .map(Computed::label)
                .collect(Collectors.toSet());
    }
}
