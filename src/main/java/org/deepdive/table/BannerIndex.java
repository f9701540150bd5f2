package org.deepdive.table;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * The list of the banner tables of a folder.
 *
 * @param study the study that they are of
 * @param entries its questions, in order
 */
public record BannerIndex(Study study, List<Entry> entries) {

    public BannerIndex {
        entries = List.copyOf(entries);
    }

    /** What became of a question. */
    public sealed interface Entry {
        /** The question. */
        Variable question();
    }

    /**
     * A table was written.
     *
     * @param question the question
     * @param file the name of its file
     * @param table the table
     */
    public record Written(Variable question, String file, BannerTable table) implements Entry {}

    /**
     * Nothing of the question may be shown.
     *
     * @param question the question
     * @param reason why
     */
    public record Withheld(Variable question, String reason) implements Entry {}

    /** How many tables were written. */
    public int written() {
        return (int) entries.stream().filter(Written.class::isInstance).count();
    }

    /** The list as a page with links, which needs no other file. */
    public String page() {
        String title = "Banner tables: " + study.title();
        StringBuilder html = new StringBuilder("<h1>" + escapeXml10(title) + "</h1>\n");
        entries.stream()
                .filter(Written.class::isInstance)
                .map(Written.class::cast)
                .findFirst()
                .ifPresent(first -> html.append("<p class=\"dd-data\">")
                        .append(escapeXml10(first.table().dataLabel()))
                        .append("</p>\n"));
        html.append("<ul>\n");
        entries.forEach(entry -> html.append("<li>").append(item(entry)).append("</li>\n"));
        return HtmlPage.of(title, html.append("</ul>\n").toString());
    }

    private static String item(Entry entry) {
        String label = "<bdi>" + escapeXml10(entry.question().label()) + "</bdi>";
        if (entry instanceof Withheld withheld) {
            return label + ": " + escapeXml10(withheld.reason());
        }
        Written written = (Written) entry;
        return "<a href=\"" + escapeXml10(written.file()) + "\">" + label + "</a>"
                + "<p class=\"dd-legend\">"
                + escapeXml10(written.table().question().wording()) + "<br><code>"
                + escapeXml10(written.table().question().cli()) + "</code></p>";
    }
}
