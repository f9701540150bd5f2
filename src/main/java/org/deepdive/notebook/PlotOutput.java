package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.deepdive.plot.Plot;
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

    private final Plot plot;
    private final String svg;

    PlotOutput(Plot plot) {
        this.plot = plot;
        this.svg = plot.svg();
    }

    MimeBundle bundle() {
        String text = plot.title() + "\n" + plot.subtitle() + "\n\n"
                + ResultTable.of(plot.cleared()).text();
        return new MimeBundle(text.stripTrailing(), Optional.of(Page.of(html())), Optional.of(svg));
    }

    /** The figure without the frame of an output. */
    String html() {
        String id = id();
        String caption = escapeXml10(plot.caption());
        return "<figure class=\"dd-figure\" data-figure=\"" + id + "\">"
                + Page.title(plot.title())
                + Page.paragraph("dd-subtitle", plot.subtitle())
                + "<img class=\"dd-picture\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8))
                + "\" width=\"" + Plot.WIDE + "\" alt=\"" + escapeXml10(plot.altText()) + "\">"
                + "<details><summary>The numbers, and how they were made</summary>"
                + ResultTable.of(plot.cleared()).html()
                + "<figcaption>" + caption + "</figcaption></details></figure>\n<script>"
                + SCRIPT.replace("\"FIGURE\"", "\"" + id + "\"").replace("\"SPECIFICATION\"", plot.json())
                + "</script>";
    }

    /** The same for the same picture on every run, and different for two pictures of a page. */
    private String id() {
        CRC32 crc = new CRC32();
        crc.update((svg + plot.json()).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
