package org.deepdive.server.view;

import java.util.List;
import org.deepdive.analysis.Exhibit;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Plot;

/**
 * A chart with its words, its numbers and the ways to take them along.
 *
 * @param id its anchor
 * @param title what it shows
 * @param subtitle quantity, population, filters and period
 * @param wide the picture for wide screens, as SVG
 * @param narrow the picture for phones, as SVG
 * @param json the plotly specification
 * @param caption the sentences of its caption, beside those within the picture
 * @param table the numbers as HTML
 * @param query the question
 */
public record FigureView(
        String id,
        String title,
        String subtitle,
        String wide,
        String narrow,
        String json,
        List<String> caption,
        String table,
        Query query) {

    /** The figure of an exhibit. */
    public static FigureView of(String id, Exhibit exhibit) {
        Plot plot = exhibit.plot();
        return new FigureView(
                id,
                plot.title(),
                plot.subtitle(),
                plot.svgForPage(Plot.WIDE),
                plot.svgForPage(Plot.NARROW),
                plot.jsonForPage(Plot.WIDE),
                caption(plot),
                exhibit.table().html(),
                exhibit.query());
    }

    /** The sentences of the caption that the picture does not hold itself. */
    private static List<String> caption(Plot plot) {
        List<String> drawn = plot.footnotes();
        return plot.captionLines().stream()
                .filter(line -> drawn.stream().noneMatch(note -> note.startsWith(line)))
                .toList();
    }
}
