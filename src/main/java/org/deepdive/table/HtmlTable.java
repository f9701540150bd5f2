package org.deepdive.table;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table of texts, written as HTML or as aligned plain text. Everything put into it is escaped.
 *
 * <p>Mutable while it is filled; used by one thread.
 */
public final class HtmlTable {

    private record Column(String name, boolean number) {}

    /** A row of cells, or a heading over the rows that follow. */
    private record Line(List<String> cells, boolean heading) {}

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String label = "";

    /** @param caption what the table is */
    public HtmlTable(String caption) {
        this.caption = caption;
    }

    /** What the numbers come from, set off in the caption. */
    public HtmlTable label(String words) {
        label = words;
        return this;
    }

    /** A column of words; the first one names the rows. */
    public HtmlTable words(String... names) {
        for (String name : names) {
            columns.add(new Column(name, false));
        }
        return this;
    }

    /** A column of numbers, which stand at its right. */
    public HtmlTable numbers(String... names) {
        for (String name : names) {
            columns.add(new Column(name, true));
        }
        return this;
    }

    /**
     * A row.
     *
     * @param cells one text a column
     */
    public HtmlTable row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        lines.add(new Line(List.copyOf(cells), false));
        return this;
    }

    /** A heading over the rows that follow. */
    public HtmlTable heading(String words) {
        lines.add(new Line(List.of(words), true));
        return this;
    }

    /** A sentence below the table. */
    public HtmlTable note(String sentence) {
        if (!sentence.isBlank()) {
            notes.add(sentence);
        }
        return this;
    }

    /** The table as accessible HTML, its notes below it. */
    public String html() {
        String name = escapeXml10(caption);
        StringBuilder html = new StringBuilder("<div class=\"dd-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(name)
                .append("\"><table class=\"dd-table\"><caption>")
                .append(name);
        if (!label.isEmpty()) {
            html.append(" <span class=\"dd-data\">").append(escapeXml10(label)).append("</span>");
        }
        html.append("</caption><thead><tr>");
        columns.forEach(c -> html.append("<th scope=\"col\"")
                .append(c.number() ? " class=\"dd-number\">" : ">")
                .append(escapeXml10(c.name()))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>");
        lines.forEach(line -> html.append(line.heading() ? headingRow(line) : cellRow(line)));
        html.append("</tbody></table></div>");
        notes.forEach(n ->
                html.append("\n<p class=\"dd-legend\">").append(escapeXml10(n)).append("</p>"));
        return html.toString();
    }

    private String headingRow(Line line) {
        return "\n<tr><th scope=\"rowgroup\" colspan=\"" + columns.size() + "\" class=\"dd-heading\">"
                + escapeXml10(line.cells().get(0)) + "</th></tr>";
    }

    private String cellRow(Line line) {
        StringBuilder html = new StringBuilder("\n<tr>");
        for (int i = 0; i < columns.size(); i++) {
            String cell = "<bdi>" + escapeXml10(line.cells().get(i)) + "</bdi>";
            if (columns.get(i).number()) {
                html.append("<td class=\"dd-number\">")
                        .append(escapeXml10(line.cells().get(i)))
                        .append("</td>");
            } else {
                html.append(i == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>");
            }
        }
        return html.append("</tr>").toString();
    }

    /** The table as aligned plain text. */
    public String text() {
        StringBuilder text = new StringBuilder(caption).append('\n');
        if (!label.isEmpty()) {
            text.append(label).append('\n');
        }
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        text.append('\n').append(aligned(columns.stream().map(Column::name).toList(), widths));
        lines.forEach(line ->
                text.append(line.heading() ? "\n" + line.cells().get(0) + "\n" : aligned(line.cells(), widths)));
        notes.forEach(n -> text.append('\n').append(n));
        return text.toString().stripTrailing();
    }

    private int width(int column) {
        List<Integer> widths =
                new ArrayList<>(List.of(columns.get(column).name().length()));
        lines.stream()
                .filter(line -> !line.heading())
                .forEach(line -> widths.add(line.cells().get(column).length()));
        return Collections.max(widths);
    }

    private String aligned(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(i -> {
                            String space = " "
                                    .repeat(Math.max(0, widths[i] - cells.get(i).length()));
                            return columns.get(i).number() ? space + cells.get(i) : cells.get(i) + space;
                        })
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }
}
