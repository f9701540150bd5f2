package org.deepdive.plot;

import java.util.List;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import tech.tablesaw.plotly.components.Figure;

/**
 * A chart of a cleared result: immutable, and drawn anew at each call as static SVG, as a plotly specification, or as a
 * tablesaw-jsplot figure.
 *
 * <p>By default the table chooses its chart: lines over waves, stacked bars for the answers of an ordered scale, and
 * horizontal bars for everything else, with intervals wherever the values are estimates. Withheld values stand as
 * {@code [c]} where their bar would be; unreliable ones are hatched and marked {@code [u]}.
 *
 * <p>Title and subtitle are not part of the picture: pages show them as text around it. The picture itself always carries
 * the label of its data (practice, real or published), so that it keeps it wherever it is copied.
 */
public final class Plot {

    /** The width of {@link #svg()}, in pixels. */
    public static final int WIDE = 720;
    /** A width for phones: labels stand above their bars instead of beside them. */
    public static final int NARROW = 360;

    private final Cleared<EstimateTable> cleared;
    private final Picture.OfTable picture;
    private final Words words;

    private Plot(Cleared<EstimateTable> cleared, Picture.OfTable picture) {
        this.cleared = cleared;
        this.picture = picture;
        this.words = new Words(cleared.value(), picture);
    }

    /** The chart that suits a result best. */
    public static Plot of(Cleared<EstimateTable> cleared) {
        return new Plot(cleared, Picture.of(cleared.value()));
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
        return new Plot(cleared, Picture.of(cleared.value(), kind));
    }

    /** The kind of chart. */
    public Chart kind() {
        return picture.chart();
    }

    /** The result that is drawn. */
    public Cleared<EstimateTable> cleared() {
        return cleared;
    }

    /**
     * What is shown, in words. It claims no difference between groups, since a table of estimates holds no test of one.
     */
    public String title() {
        return words.title();
    }

    /** Quantity, population, filters and period. */
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

    /**
     * The plotly specification as JSON: {@code data}, {@code layout}, {@code config}, and {@code themes} with what to
     * restyle on light and on dark pages. It holds no {@code <}, {@code >} or {@code &}, so it can stand in a script
     * element as it is.
     */
    public String json() {
        return json(WIDE);
    }

    /**
     * The plotly specification for a screen: below 520 pixels labels stand above their bars. Its own width follows that
     * of the element it is drawn in.
     *
     * @param width the width in pixels
     */
    public String json(int width) {
        return Spec.of(picture, words, width < Canvas.STACKED_BELOW).json();
    }

    /**
     * The plotly specification for a page that shows {@link #svgForPage(int)} until plotly.js is there, and no buttons:
     * as high as that picture of a width.
     *
     * @param width the width of the picture in pixels
     */
    public String jsonForPage(int width) {
        return Spec.of(picture, words, width < Canvas.STACKED_BELOW)
                .inPlaceOf(SvgPage.height(picture, words, width))
                .json();
    }

    /** The chart as SVG, {@value #WIDE} pixels wide. */
    public String svg() {
        return svg(WIDE);
    }

    /**
     * The chart as SVG: one element, without script or references to other files, that can stand in a page or be a file
     * of its own. Its colours follow the page's {@code color-scheme} or an enclosing {@code data-theme} of
     * {@code light} or {@code dark}; as a file, the reader's preference. Below 520 pixels labels stand above their bars.
     *
     * @param width the width in pixels, at least 280
     */
    public String svg(int width) {
        return SvgPage.of(picture, words, width);
    }

    /**
     * The chart as SVG without its style sheet, for pages that load {@link #styleSheet()} because their security policy
     * allows no style elements.
     *
     * @param width the width in pixels, at least 280
     */
    public String svgForPage(int width) {
        return SvgPage.unstyled(picture, words, width);
    }

    /** The style sheet of every chart of {@link #svgForPage(int)}. */
    public static String styleSheet() {
        return StyleSheet.ofAll();
    }

    /** A fragment of HTML for notebooks and pages: the chart for wide and for narrow screens, its caption and its data. */
    public String html() {
        return new HtmlFigure(words, new TableData(cleared.value(), title()).html(), svg(WIDE), svg(NARROW)).html();
    }
}
