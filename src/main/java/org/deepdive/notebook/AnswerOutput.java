package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import org.deepdive.analysis.Answer;
import org.deepdive.analysis.Exhibit;
import org.deepdive.table.BannerTable;
import org.deepdive.table.ResultTable;

/** Cleared estimates as an output: the table with its label, and for an answer the other doors to the same question. */
final class AnswerOutput {

    private AnswerOutput() {}

    static MimeBundle of(Answer answer) {
        String link = answer.doors().path().isPresent() ? door("Link", answer.link()) : "";
        String doors = doors(link, door("Command", answer.cli()), door("Java", answer.java()));
        return MimeBundle.html(
                Page.of(answer.table().html(), doors), answer.table().text().stripTrailing());
    }

    static MimeBundle of(BannerTable banner) {
        String doors = doors(door("Command", banner.cli()), door("Java", banner.java()));
        return MimeBundle.html(Page.of(banner.html(), doors), banner.text().stripTrailing());
    }

    private static String doors(String... doors) {
        return "<details><summary>The same question elsewhere</summary>" + String.join("", doors) + "</details>";
    }

    private static String door(String name, String address) {
        return "<p class=\"dd-legend\">" + name + ": <code>" + escapeXml10(address) + "</code></p>";
    }

    static MimeBundle of(ResultTable table) {
        return MimeBundle.html(Page.of(table.html()), table.text().stripTrailing());
    }

    /** An exhibit is its plot, whose table is one click away, or a table by itself. */
    static MimeBundle of(Exhibit exhibit) {
        return exhibit.drawing()
                .map(plot -> new PlotOutput(plot, exhibit).bundle())
                .orElseGet(() ->
                        MimeBundle.html(Page.of(exhibit.html()), exhibit.text().stripTrailing()));
    }
}
