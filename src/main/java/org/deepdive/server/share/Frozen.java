package org.deepdive.server.share;

import java.util.List;
import java.util.Optional;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.plot.Drawing;
import org.deepdive.study.InputException;

/**
 * A plot as it was when it was saved: its words, picture, table and numbers. Markup in it is held against
 * {@link SafeMarkup} whenever it comes from a file or a database.
 *
 * @param title what it shows
 * @param subtitle quantity, population, filters and period
 * @param caption the sentences of its caption, beside those within the picture
 * @param alt the picture in words
 * @param wide the picture for wide screens, as SVG without a style sheet
 * @param narrow the picture for phones, as SVG without a style sheet
 * @param table the numbers as HTML
 * @param csv the numbers as CSV
 * @param json the numbers as JSON; empty where there is no such form
 * @param shares whether its estimates are shares of 1, printed as percentages
 * @param query the question as canonical text
 * @param cli the question as command line
 * @param java the question as Java
 */
public record Frozen(
        String title,
        String subtitle,
        List<String> caption,
        String alt,
        String wide,
        String narrow,
        String table,
        String csv,
        String json,
        boolean shares,
        String query,
        String cli,
        String java) {

    public Frozen {
        caption = List.copyOf(caption);
    }

    /**
     * What is on a page now.
     *
     * @throws InputException where the exhibit has no picture
     */
    static Frozen of(Exhibit exhibit) {
        Drawing drawing = exhibit.drawing()
                .orElseThrow(() -> InputException.of(
                        "no-plot", "There is no plot here to save.", exhibit.title(), "Save a plot."));
        return new Frozen(
                exhibit.title(),
                exhibit.subtitle(),
                drawing.captionBeside(),
                drawing.altText(),
                drawing.svgForPage(Drawing.WIDE),
                drawing.svgForPage(Drawing.NARROW),
                exhibit.html(),
                exhibit.csv(),
                json(exhibit).orElse(""),
                shares(exhibit),
                exhibit.doors().text(),
                exhibit.doors().cli(),
                exhibit.doors().java());
    }

    private static Optional<String> json(Exhibit exhibit) {
        if (exhibit instanceof AnswerExhibit answer) {
            return Optional.of(answer.table().json());
        }
        return exhibit instanceof ModelExhibit model ? Optional.of(model.table().json()) : Optional.empty();
    }

    private static boolean shares(Exhibit exhibit) {
        if (exhibit instanceof AnswerExhibit answer) {
            return answer.cleared().value().measure().isShare();
        }
        return exhibit instanceof GapExhibit gap
                && gap.plot().gaps().get(0).first().value().measure().isShare();
    }
}
