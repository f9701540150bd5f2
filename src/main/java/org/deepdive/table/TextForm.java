package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.estimate.EstimateRow;

/** Writes a table as plain text: labels to the left, numbers to the right of their columns. */
final class TextForm {

    private final ResultTable table;
    private final Printed printed;

    TextForm(ResultTable table) {
        this.table = table;
        this.printed = new Printed(table);
    }

    String text() {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(table.labelHeaders());
        head.addAll(printed.headers());
        lines.add(head);
        table.estimates().rows().forEach(row -> lines.add(line(row)));
        List<Integer> widths = widths(lines);
        StringBuilder text = new StringBuilder();
        text.append(plain(table.caption())).append('\n');
        text.append(plain(table.dataLabel())).append("\n\n");
        lines.forEach(line -> text.append(aligned(line, widths)).append('\n'));
        text.append('\n');
        if (!table.intervals().isEmpty()) {
            text.append("Low and High: ").append(table.intervals()).append('\n');
        }
        table.legend().forEach(meaning -> text.append(meaning).append('\n'));
        return text.toString();
    }

    private List<String> line(EstimateRow row) {
        List<String> line = ResultTable.names(row).stream()
                .map(category -> plain(category.label()))
                .collect(Collectors.toCollection(ArrayList::new));
        line.addAll(printed.cells(row));
        return line;
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < lines.get(0).size(); column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> length(line.get(at))).max().orElse(0));
        }
        return widths;
    }

    private String aligned(List<String> line, List<Integer> widths) {
        int names = table.labelHeaders().size();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String padding = " ".repeat(widths.get(i) - length(line.get(i)));
            boolean number = i >= names && i < line.size() - 1;
            text.append(number ? padding + line.get(i) : line.get(i) + padding).append("  ");
        }
        return text.toString().stripTrailing();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A label on one line and without control characters, which a terminal would obey. */
    static String plain(String label) {
        return label.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    }
}
