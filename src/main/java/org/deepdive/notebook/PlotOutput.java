package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
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
 * scripts run, the image becomes a part of the page whose marks tell their numbers when pointed at, or with plotly.js on the
 * page a plotly chart. Nothing is fetched.
 */
final class PlotOutput {

    private static final String SCRIPT = Page.resource("figure.js");

    private final Drawing plot;
    private final String table;
    private final String text;

    PlotOutput(Plot plot) {
        this(
                plot,
                ResultTable.of(plot.cleared()).html(),
                ResultTable.of(plot.cleared()).text());
    }

    PlotOutput(ModelPlot plot) {
        this(
                plot,
                ModelTable.of(plot.cleared()).groupsHtml(),
                ModelTable.of(plot.cleared()).text());
    }

    /**
     * A plot with its numbers.
     *
     * @param table its numbers as HTML
     * @param text its numbers as text
     */
    PlotOutput(Drawing plot, String table, String text) {
        this.plot = plot;
        this.table = table;
        this.text = text;
    }

    MimeBundle bundle() {
        String words = plot.title() + "\n" + plot.subtitle() + "\n\n" + text;
        return new MimeBundle(words.stripTrailing(), Optional.of(Page.of(html())), Optional.of(plot.svg()));
    }

    /** The figure without the frame of an output. */
    String html() {
        String id = id();
        String caption = escapeXml10(plot.caption());
        return "<figure class=\"dd-figure\" data-figure=\"" + id + "\">"
                + Page.title(plot.title())
                + Page.paragraph("dd-subtitle", plot.subtitle())
                + "<img class=\"dd-picture\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(plot.svg().getBytes(StandardCharsets.UTF_8))
                + "\" width=\"" + Plot.WIDE + "\" alt=\"" + escapeXml10(plot.altText()) + "\">"
                + "<details><summary>The numbers, and how they were made</summary>"
                + table
                + "<figcaption>" + caption + "</figcaption></details></figure>\n<script>"
                + SCRIPT.replace("\"FIGURE\"", "\"" + id + "\"").replace("\"SPECIFICATION\"", plot.json())
                + "</script>";
    }

    /** The same for the same picture on every run, and different for two pictures of a page. */
    private String id() {
        CRC32 crc = new CRC32();
        crc.update((plot.svg() + plot.json()).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
