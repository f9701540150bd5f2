package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Exhibit;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.ModelPlot;
import org.deepdive.plot.Plot;
import org.deepdive.table.ModelTable;
import org.deepdive.table.ResultTable;

/**
 * A plot as an output of a cell: title, picture, and one click away the numbers and the caption. The picture itself names
 * its data, source and period.
 *
 * <p>The picture is an image within the HTML, since that is what pages show of a notebook they do not trust. Where
 * scripts run, the image becomes a part of the page whose marks tell their numbers when pointed at. Nothing is fetched.
 */
final class PlotOutput {

    private final Drawing plot;
    private final String table;
    private final String text;
    private final Optional<String> path;

    PlotOutput(Plot plot) {
        this(
                plot,
                ResultTable.of(plot.cleared()).html(),
                ResultTable.of(plot.cleared()).text(),
                Optional.of(path(plot)));
    }

    PlotOutput(ModelPlot plot) {
        this(
                plot,
                ModelTable.of(plot.cleared()).groupsHtml(),
                ModelTable.of(plot.cleared()).text(),
                Optional.of(plot.cleared().value().query().path()));
    }

    /** The plot of an exhibit. */
    PlotOutput(Drawing plot, Exhibit exhibit) {
        this(plot, exhibit.html(), exhibit.text(), exhibit.doors().path());
    }

    /** A plot that no page asks for. */
    PlotOutput(Drawing plot) {
        this(plot, plot.tableHtml(), plot.altText(), Optional.empty());
    }

    private PlotOutput(Drawing plot, String table, String text, Optional<String> path) {
        this.plot = plot;
        this.table = table;
        this.text = text;
        this.path = path;
    }

    private static String path(Plot plot) {
        Query query = plot.cleared().value().query();
        return plot.isUsual() ? query.path() : AnswerExhibit.path(query, "", plot.kind());
    }

    MimeBundle bundle() {
        String words = plot.title() + "\n" + plot.subtitle() + "\n\n" + text;
        return new MimeBundle(words.stripTrailing(), Optional.of(Page.of(html())), Optional.of(plot.svg()));
    }

    /** The figure without the frame of an output. It names the page of a server that draws it anew. */
    String html() {
        return "<figure class=\"dd-figure\""
                + path.map(p -> " data-path=\"" + escapeXml10(p) + "\"").orElse("")
                + ">"
                + Page.title(plot.title())
                + Page.paragraph("dd-subtitle", plot.subtitle())
                + "<img class=\"dd-picture\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(plot.svg().getBytes(StandardCharsets.UTF_8))
                + "\" width=\"" + Plot.WIDE + "\" alt=\"" + escapeXml10(plot.altText()) + "\">"
                + "<details><summary>The numbers, and how they were made</summary>"
                + table
                + "<figcaption>" + escapeXml10(plot.caption()) + "</figcaption></details></figure>";
    }
}
