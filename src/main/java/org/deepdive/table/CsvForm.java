package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;
import org.deepdive.study.CsvText;

/** Writes a table as CSV. */
final class CsvForm {

    private final ResultTable table;

    CsvForm(ResultTable table) {
        this.table = table;
    }

    String text() {
        return CsvText.of(
                header(), table.estimates().rows().stream().map(this::line).toList());
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        header.addAll(table.nameHeaders());
        table.columns().forEach(column -> header.add(column.name()));
        if (!table.counts()) {
            header.add("flags");
        }
        header.add("data");
        return header;
    }

    private List<String> line(EstimateRow row) {
        List<String> line = new ArrayList<>();
        for (Category name : ResultTable.names(row)) {
            line.add(name.code());
        }
        table.columns().forEach(column -> line.add(column.text(row)));
        if (!table.counts()) {
            line.add(ResultTable.notes(row.cell()));
        }
        line.add(table.dataCode());
        return line;
    }
}
