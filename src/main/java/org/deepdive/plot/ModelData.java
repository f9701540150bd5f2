package org.deepdive.plot;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.regression.Model;

/**
 * The numbers behind a chart of unadjusted and adjusted values, as an HTML table.
 *
 * @param model whose groups are shown
 * @param pairs the groups in the order of the chart
 * @param title what they are
 */
record ModelData(Model model, Pairs pairs, String title) {

    private static final CellText COUNTS = new CellText(CellText.Unit.COUNT);

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"dd-scroll\"><table><caption>");
        html.append(escapeXml10(model.label().title() + ": " + title)).append("</caption><thead><tr>");
        html.append("<th scope=\"col\">")
                .append(escapeXml10(model.groups().variable().label()))
                .append("</th>");
        for (String name : List.of("Unadjusted", "Interval", "Adjusted", "Interval", "Base")) {
            html.append("<th scope=\"col\" class=\"dd-number\">").append(name).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        pairs.rows().forEach(row -> html.append(row(row)));
        return html.append("</tbody></table></div>").toString();
    }

    private static String row(Pairs.Row row) {
        StringBuilder html = new StringBuilder("<tr><th scope=\"row\"><bdi>");
        html.append(escapeXml10(row.label())).append("</bdi></th>");
        for (Pairs.Series series : Pairs.Series.values()) {
            Mark mark = row.mark(series);
            number(html, mark.printed());
            number(html, mark.text().interval(mark.cell()));
        }
        number(html, COUNTS.of(row.adjusted().base()));
        return html.append("</tr>").toString();
    }

    private static void number(StringBuilder html, String value) {
        html.append("<td class=\"dd-number\">").append(escapeXml10(value)).append("</td>");
    }
}
