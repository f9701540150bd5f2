package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Doors;
import org.deepdive.analysis.Exhibit;
import org.deepdive.plot.Drawing;

/**
 * An exhibit with its words, its picture where it has one, its numbers and the ways to take them along.
 *
 * @param id its anchor
 * @param title what it shows
 * @param subtitle quantity, population, filters and period
 * @param picture its picture; absent for a table by itself
 * @param caption the sentences of its caption, beside those within the picture
 * @param table the numbers as HTML
 * @param doors where else the same question can be asked
 * @param downloads its files
 * @param exports the menu of ways to take it along; absent where there is none
 */
public record FigureView(
        String id,
        String title,
        String subtitle,
        Optional<PictureView> picture,
        List<String> caption,
        String table,
        Doors doors,
        List<Download> downloads,
        Optional<ExportsView> exports) {

    /** How the address of a plotly specification ends. */
    public static final String SPEC = ".plotly.json";

    /**
     * A picture.
     *
     * @param wide for wide screens, as SVG
     * @param narrow for phones, as SVG
     * @param spec the address of the plotly specification, which few readers need; absent for a picture that stays one
     */
    public record PictureView(String wide, String narrow, Optional<String> spec) {

        static PictureView of(Drawing plot) {
            return new PictureView(plot.svgForPage(Drawing.WIDE), plot.svgForPage(Drawing.NARROW), Optional.empty());
        }
    }

    /**
     * A file of the numbers or of the picture.
     *
     * @param name what kind of file it is
     * @param path where it is
     * @param save whether a browser saves it, and does not show it
     */
    public record Download(String name, String path, boolean save) {}

    /** The figure of the answer to one query, whose files have addresses of their own. */
    public static FigureView of(String id, AnswerExhibit exhibit) {
        List<Download> downloads = List.of(
                new Download("CSV", exhibit.query().path(".csv"), true),
                new Download("JSON", exhibit.query().path(".json"), false),
                new Download("SVG", exhibit.path(".svg"), false));
        return of(id, exhibit, downloads).live(exhibit.path(SPEC));
    }

    /**
     * The figure of an exhibit.
     *
     * @param id its anchor
     * @param files the path of its files, without an extension
     */
    public static FigureView of(String id, Exhibit exhibit, String files) {
        if (exhibit instanceof AnswerExhibit answer) {
            return of(id, answer);
        }
        Download csv = new Download("CSV", files + ".csv", true);
        Download svg = new Download("SVG", files + ".svg", false);
        return of(id, exhibit, exhibit.drawing().isPresent() ? List.of(csv, svg) : List.of(csv))
                .live(files + SPEC);
    }

    /** The figure of an exhibit with these files. */
    public static FigureView of(String id, Exhibit exhibit, List<Download> downloads) {
        return new FigureView(
                id,
                exhibit.title(),
                exhibit.subtitle(),
                exhibit.drawing().map(PictureView::of),
                exhibit.drawing().map(Drawing::captionBeside).orElse(List.of()),
                exhibit.html(),
                exhibit.doors(),
                downloads,
                Optional.empty());
    }

    /** The same figure, its picture to be replaced by the plot of a specification for readers who point at it. */
    public FigureView live(String spec) {
        return new FigureView(
                id,
                title,
                subtitle,
                picture.map(still -> new PictureView(still.wide(), still.narrow(), Optional.of(spec))),
                caption,
                table,
                doors,
                downloads,
                exports);
    }

    /** The same figure with a menu of ways to take it along. */
    public FigureView exports(ExportsView menu) {
        return new FigureView(id, title, subtitle, picture, caption, table, doors, downloads, Optional.of(menu));
    }
}
