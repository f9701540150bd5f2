package org.deepdive.table;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;
import org.deepdive.study.XmlText;

/** Writes a table as HTML: caption, scoped headers, and a legend below. */
final class HtmlForm {

    private final ResultTable table;
    private final Printed printed;
    private final StringBuilder html = new StringBuilder();

    HtmlForm(ResultTable table) {
        this.table = table;
        this.printed = new Printed(table);
    }

    String html() {
        String caption = escapeXml10(table.caption());
        html.append("<div class=\"dd-result\">\n<div class=\"dd-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(caption)
                .append("\">\n<table class=\"dd-table\">\n<caption>")
                .append(caption)
                .append(" <span class=\"dd-data\">")
                .append(escapeXml10(table.dataLabel()))
                .append("</span></caption>\n");
        head();
        html.append("<tbody>\n");
        table.estimates().rows().forEach(this::row);
        html.append("</tbody>\n</table>\n</div>\n");
        legend();
        return html.append("</div>\n").toString();
    }

    private void head() {
        html.append("<thead><tr>");
        table.labelHeaders().forEach(name -> escape("<th scope=\"col\">", name, "</th>"));
        List<String> headers = printed.headers();
        for (int i = 0; i < headers.size(); i++) {
            html.append("<th scope=\"col\"");
            escape(i < headers.size() - 1 ? " class=\"dd-number\">" : ">", headers.get(i), "</th>");
        }
        html.append("</tr></thead>\n");
    }

    private void row(EstimateRow row) {
        html.append("<tr>");
        for (Category name : ResultTable.names(row)) {
            escape("<th scope=\"row\"><bdi>", name.label(), "</bdi></th>");
        }
        boolean withheld = row.cell() instanceof Cell.Withheld;
        List<String> cells = printed.cells(row);
        for (int i = 0; i < cells.size(); i++) {
            String style = i == cells.size() - 1 ? "dd-marks" : withheld ? "dd-number dd-withheld" : "dd-number";
            html.append("<td class=\"").append(style);
            escape("\">", cells.get(i), "</td>");
        }
        html.append("</tr>\n");
    }

    private void escape(String before, String text, String after) {
        XmlText.append(html.append(before), text).append(after);
    }

    private void legend() {
        String intervals = table.intervals();
        if (!intervals.isEmpty()) {
            html.append("<p class=\"dd-legend\">Low and High are the ends of ")
                    .append(escapeXml10(intervals))
                    .append(".</p>\n");
        }
        if (!table.dontKnows().isEmpty()) {
            html.append("<p class=\"dd-legend\">")
                    .append(escapeXml10(table.dontKnows()))
                    .append("</p>\n");
        }
        for (String meaning : table.legend()) {
            html.append("<p class=\"dd-legend\">").append(escapeXml10(meaning)).append(".</p>\n");
        }
    }
}
