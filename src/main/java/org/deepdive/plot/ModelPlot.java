package org.deepdive.plot;

import java.util.List;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.regression.Model;
import tech.tablesaw.plotly.components.Figure;

/**
 * A chart of a cleared model: for each group its value as it is and its adjusted value, each with its interval. Immutable,
 * and drawn anew at each call as static SVG, as a plotly specification, or as a tablesaw-jsplot figure, as a {@link Plot} is.
 */
public final class ModelPlot {

    private final Cleared<Model> cleared;
    private final Pairs picture;
    private final ModelWords words;

    private ModelPlot(Cleared<Model> cleared) {
        this.cleared = cleared;
        this.picture = Pairs.of(cleared.value());
        this.words = new ModelWords(cleared.value(), picture);
    }

    /** The chart of a model. */
    public static ModelPlot of(Cleared<Model> cleared) {
        return new ModelPlot(cleared);
    }

    /** The model that is drawn. */
    public Cleared<Model> cleared() {
        return cleared;
    }

    /** What is shown, in words; it claims no difference between groups. */
    public String title() {
        return words.title();
    }

    /** Quantity, population, filters, period, and what was adjusted for. */
    public String subtitle() {
        return words.subtitle();
    }

    /** Everything a reader needs to judge the numbers, as one paragraph. */
    public String caption() {
        return String.join(" ", words.caption());
    }

    /** The sentences of {@link #caption()}: the data label first, the software's version last. */
    public List<String> captionLines() {
        return List.copyOf(words.caption());
    }

    /** The sentences that stand in the picture itself, wherever it goes. */
    public List<String> footnotes() {
        return List.copyOf(words.footnotes());
    }

    /** The chart in words, written from its numbers. */
    public String altText() {
        return words.altText();
    }

    /** The figure for whatever shows tablesaw-jsplot figures. It needs plotly.js in the page; {@link #html()} does not. */
    public Figure figure() {
        return new PlotFigure(title(), Spec.of(picture, words, false));
    }

    /** The plotly specification as JSON that can stand in a script element as it is; see {@link Plot#json()}. */
    public String json() {
        return json(Plot.WIDE);
    }

    /**
     * The plotly specification for a screen: below 520 pixels labels stand above their points.
     *
     * @param width the width in pixels
     */
    public String json(int width) {
        return Spec.of(picture, words, width < Canvas.STACKED_BELOW).json();
    }

    /** The chart as SVG, as wide as {@link Plot#WIDE}. */
    public String svg() {
        return svg(Plot.WIDE);
    }

    /**
     * The chart as SVG; see {@link Plot#svg(int)}.
     *
     * @param width the width in pixels, at least 280
     */
    public String svg(int width) {
        return SvgPage.of(picture, words, width);
    }

    /** A fragment of HTML for notebooks and pages: the chart for wide and for narrow screens, its caption and its data. */
    public String html() {
        String data = new ModelData(cleared.value(), picture, title()).html();
        return new HtmlFigure(words, data, svg(Plot.WIDE), svg(Plot.NARROW)).html();
    }
}
