package org.deepdive.plot;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Variable;

/**
 * A chart as one HTML figure: heading, picture, caption and the numbers behind it.
 *
 * @param table the numbers
 * @param words the words around the chart
 * @param wide the picture for wide screens
 * @param narrow the picture for phones
 */
record HtmlFigure(EstimateTable table, Words words, String wide, String narrow) {

    private static final String STYLE = "<style>.dd-figure{margin:0;max-width:45rem}"
            + ".dd-figure .dd-narrow{display:none}"
            + "@media(max-width:34rem){.dd-figure .dd-narrow{display:block}.dd-figure .dd-wide{display:none}}"
            + ".dd-figure .dd-title{font-weight:bold;margin:0}.dd-figure .dd-subtitle{margin:0 0 1em}"
            + ".dd-figure figcaption{font-size:.875em}.dd-figure figcaption p{margin:.25em 0}"
            + ".dd-figure .dd-scroll{overflow-x:auto}.dd-figure table{border-collapse:collapse}"
            + ".dd-figure th,.dd-figure td{padding:.2em .6em;text-align:left}"
            + ".dd-figure .dd-number{text-align:right}</style>";

    String html() {
        StringBuilder html = new StringBuilder("<figure class=\"dd-figure\">").append(STYLE);
        html.append("<p class=\"dd-title\">").append(escapeXml10(words.title())).append("</p>");
        html.append("<p class=\"dd-subtitle\">")
                .append(escapeXml10(words.subtitle()))
                .append("</p>");
        html.append("<div class=\"dd-wide\">").append(wide).append("</div>");
        html.append("<div class=\"dd-narrow\">").append(narrow).append("</div>");
        html.append("<figcaption>");
        List<String> shown = words.footnotes();
        words.caption().stream()
                .filter(line -> !shown.contains(line))
                .forEach(line -> html.append("<p>").append(escapeXml10(line)).append("</p>"));
        html.append("</figcaption><details><summary>Data table</summary>");
        return html.append(data()).append("</details></figure>").toString();
    }

    private String data() {
        StringBuilder html = new StringBuilder("<div class=\"dd-scroll\"><table><caption>");
        html.append(escapeXml10(table.label().title() + ": " + words.title())).append("</caption><thead><tr>");
        Stream<String> breakdowns = table.by().stream().map(Variable::label);
        Stream.concat(breakdowns, table.byAnswer() ? Stream.of("Answer") : Stream.empty())
                .forEach(name -> html.append("<th scope=\"col\">")
                        .append(escapeXml10(name))
                        .append("</th>"));
        for (String name : List.of("Value", "Interval", "Base")) {
            html.append("<th scope=\"col\" class=\"dd-number\">").append(name).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        table.rows().forEach(row -> html.append(row(row)));
        return html.append("</tbody></table></div>").toString();
    }

    private String row(EstimateRow row) {
        CellText text = CellText.of(table.measure());
        StringBuilder html = new StringBuilder("<tr>");
        Stream.concat(row.groups().stream(), row.answer().stream())
                .forEach(category -> html.append("<th scope=\"row\"><bdi>")
                        .append(escapeXml10(category.label()))
                        .append("</bdi></th>"));
        Mark mark = new Mark("", row.cell(), text);
        boolean hidden = row.cell() instanceof Cell.Withheld;
        String base = hidden ? "" : new CellText(CellText.Unit.COUNT).of(mark.base());
        for (String value : List.of(mark.printed(), text.interval(row.cell()), base)) {
            html.append("<td class=\"dd-number\">").append(escapeXml10(value)).append("</td>");
        }
        return html.append("</tr>").toString();
    }
}
