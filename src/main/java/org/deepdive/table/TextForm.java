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
        StringBuilder text = new StringBuilder();
        text.append(AlignedText.plain(table.caption())).append('\n');
        text.append(AlignedText.plain(table.dataLabel())).append("\n\n");
        int names = table.labelHeaders().size();
        text.append(AlignedText.of(lines, i -> i >= names && i < head.size() - 1))
                .append('\n');
        if (!table.intervals().isEmpty()) {
            text.append("Low and High: ").append(table.intervals()).append('\n');
        }
        if (!table.dontKnows().isEmpty()) {
            text.append(table.dontKnows()).append('\n');
        }
        table.legend().forEach(meaning -> text.append(meaning).append('\n'));
        return text.toString();
    }

    private List<String> line(EstimateRow row) {
        List<String> line = ResultTable.names(row).stream()
                .map(category -> AlignedText.plain(category.label()))
                .collect(Collectors.toCollection(ArrayList::new));
        line.addAll(printed.cells(row));
        return line;
    }
}
