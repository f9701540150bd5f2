package org.deepdive.plot;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;

/**
 * The numbers behind a chart of pairs of points, as an HTML table.
 *
 * @param pairs the rows in the order of the chart
 * @param caption what they are, with the label of their data
 */
record PairsData(Pairs pairs, String caption) {

    String html() {
        String name = escapeXml10(caption);
        StringBuilder html = new StringBuilder("<div class=\"dd-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(name)
                .append("\"><table class=\"dd-table\"><caption>");
        html.append(name).append("</caption><thead><tr>");
        html.append("<th scope=\"col\">").append(escapeXml10(pairs.of())).append("</th>");
        for (Pairs.Series series : pairs.series()) {
            header(html, series.column());
            header(html, series.intervalColumn());
        }
        header(html, pairs.last());
        html.append("</tr></thead><tbody>");
        pairs.rows().forEach(row -> html.append(row(row)));
        return html.append("</tbody></table></div>").toString();
    }

    private static void header(StringBuilder html, String name) {
        html.append("<th scope=\"col\" class=\"dd-number\">")
                .append(escapeXml10(name))
                .append("</th>");
    }

    private static String row(Pairs.Row row) {
        StringBuilder html = new StringBuilder("<tr><th scope=\"row\"><bdi>");
        html.append(escapeXml10(row.label())).append("</bdi></th>");
        for (Point point : List.of(row.first(), row.second())) {
            number(html, point.printed());
            number(html, point.interval());
        }
        number(html, row.last());
        return html.append("</tr>").toString();
    }

    private static void number(StringBuilder html, String value) {
        html.append("<td class=\"dd-number\">").append(escapeXml10(value)).append("</td>");
    }
}
