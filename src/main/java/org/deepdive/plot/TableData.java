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
 * The numbers behind a chart of estimates, as an HTML table.
 *
 * @param table the numbers
 * @param title what they are
 */
record TableData(EstimateTable table, String title) {

    String html() {
        String caption = escapeXml10(table.label().title() + ": " + title);
        StringBuilder html = new StringBuilder("<div class=\"dd-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(caption)
                .append("\"><table class=\"dd-table\"><caption>");
        html.append(caption).append("</caption><thead><tr>");
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
