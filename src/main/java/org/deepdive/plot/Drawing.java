package org.deepdive.plot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import tech.tablesaw.plotly.components.Figure;

/**
 * A chart of cleared results: immutable, and drawn anew at each call as static SVG, as a plotly specification, or as a
 * tablesaw-jsplot figure. The forms come from one small model of what is drawn, so that they show the same numbers.
 *
 * <p>Title and subtitle are not part of the picture: pages show them as text around it, and {@link #standalone()} puts them
 * into it for those who take it elsewhere. The picture itself always carries the label of its data (practice, real or
 * published), so that it keeps it wherever it is copied.
 */
public abstract sealed class Drawing permits Plot, ModelPlot, GapPlot, FiguresPlot {

    /** The width of {@link #svg()}, in pixels. */
    public static final int WIDE = 720;
    /** A width for phones: labels stand above their bars instead of beside them. */
    public static final int NARROW = 360;

    Drawing() {}

    /** What is drawn. */
    abstract Picture picture();

    /** The words around it. */
    abstract Captions words();

    /** The result that it draws; absent where it was made of numbers alone. */
    abstract Optional<Origin> origin();

    /** The numbers behind it as an HTML table, in the classes of {@code ResultTable.html()}. */
    public abstract String tableHtml();

    /** What its numbers were computed from. */
    public abstract Set<DataLabel> labels();

    /**
     * What is shown, in words. It claims no difference between groups.
     */
    public String title() {
        return words().title();
    }

    /** Quantity, population, filters and period. */
    public String subtitle() {
        return words().subtitle();
    }

    /** Everything a reader needs to judge the numbers, as one paragraph. */
    public String caption() {
        return String.join(" ", words().caption());
    }

    /** The sentences of {@link #caption()}: the data label first, the software's version last. */
    public List<String> captionLines() {
        return List.copyOf(words().caption());
    }

    /** The sentences that stand in the picture itself, wherever it goes. */
    public List<String> footnotes() {
        return List.copyOf(words().footnotes());
    }

    /** The sentences of the caption that do not stand in the picture itself. */
    public List<String> captionBeside() {
        List<String> within = footnotes();
        return captionLines().stream()
                .filter(line -> within.stream().noneMatch(note -> note.contains(line)))
                .toList();
    }

    /** The chart in words, written from its numbers. */
    public String altText() {
        return words().altText();
    }

    /** The values in words: the part of {@link #altText()} that tells them. */
    public String inWords() {
        return picture().inWords();
    }

    /**
     * The address of this plot on a server: the one that {@code deepdive.url} names, or the local one.
     *
     * @throws InputException where no server has a page of it
     */
    public String link() {
        return asked().link();
    }

    /**
     * Saves this plot on that server, with the numbers that it computes from its own data, cleared for anyone.
     *
     * @param title what the link is called, 1 to 200 characters
     * @throws InputException where no server has a page of it or answers in time, or it refuses, with its words
     */
    public SharedLink share(String title) {
        return asked().share(title);
    }

    /** The command line that gives the same numbers; several, one a line, where one cannot. */
    public String cli() {
        return asked().cli();
    }

    /** The Java that gives the same numbers. */
    public String java() {
        return asked().java();
    }

    private Origin asked() {
        return origin().orElseThrow(() -> InputException.of(
                "no-question",
                "This plot was made of numbers alone, so what was asked is not known.",
                title(),
                "Let an answer draw it: .estimate().plot(), .fit().plot() or .minus(...).plot()."));
    }

    /** The figure for whatever shows tablesaw-jsplot figures. It needs plotly.js in the page; {@link #html()} does not. */
    public Figure figure() {
        return new PlotFigure(title(), Spec.of(picture(), words(), false));
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
        return Spec.of(picture(), words(), width < Canvas.STACKED_BELOW).json();
    }

    /**
     * The plotly specification for a page that shows {@link #svgForPage(int)} until plotly.js is there, and no buttons:
     * as high as that picture of a width.
     *
     * @param width the width of the picture in pixels
     */
    public String jsonForPage(int width) {
        return Spec.of(picture(), words(), width < Canvas.STACKED_BELOW)
                .inPlaceOf(SvgPage.height(picture(), words(), width))
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
        return SvgPage.of(picture(), words(), width);
    }

    /**
     * The chart as SVG without its style sheet, for pages that load {@link #styleSheet()} because their security policy
     * allows no style elements.
     *
     * @param width the width in pixels, at least 280
     */
    public String svgForPage(int width) {
        return SvgPage.unstyled(picture(), words(), width);
    }

    /** The chart as a figure for re-use elsewhere, {@value #WIDE} pixels wide: title, caption and data label are within it. */
    public StandaloneFigure standalone() {
        return standalone(WIDE);
    }

    /**
     * The chart as a figure for re-use elsewhere, with its title, caption and data label within it.
     *
     * @param width the width in pixels, 312 to 2032
     */
    public StandaloneFigure standalone(int width) {
        return new StandaloneFigure(StandaloneParts.of(this), width);
    }

    /** The style sheet of every chart of {@link #svgForPage(int)}. */
    public static String styleSheet() {
        return StyleSheet.ofAll();
    }

    /** A fragment of HTML for notebooks and pages: the chart for wide and for narrow screens, its caption and its data. */
    public String html() {
        return new HtmlFigure(words(), tableHtml(), svg(WIDE), svg(NARROW)).html();
    }

    /** The plot in words, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return title() + "\n" + subtitle() + "\n\n" + altText();
    }
}
