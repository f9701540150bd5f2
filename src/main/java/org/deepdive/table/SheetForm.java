package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;

/** Makes a sheet of a workbook of a table's rows. */
final class SheetForm {

    private static final Set<String> IN_UNITS = Set.of("estimate", "se", "low", "high", "value");

    private final ResultTable table;

    SheetForm(ResultTable table) {
        this.table = table;
    }

    DataSheet sheet(String title, String subtitle, List<String> notes) {
        return new DataSheet(
                title,
                subtitle,
                table.dataLabel(),
                fields(),
                table.estimates().rows().stream().map(this::row).toList(),
                notes);
    }

    private List<DataSheet.Field> fields() {
        boolean share = table.estimates().measure().isShare();
        List<DataSheet.Field> fields = new ArrayList<>();
        table.labelHeaders().forEach(label -> fields.add(DataSheet.Field.words(label)));
        for (Column column : table.columns()) {
            boolean percent = share && IN_UNITS.contains(column.name());
            fields.add(DataSheet.Field.of(column.name(), percent ? DataSheet.Kind.SHARE : DataSheet.Kind.NUMBER));
        }
        if (!table.counts()) {
            fields.add(DataSheet.Field.of("flags", DataSheet.Kind.TEXT));
        }
        return fields;
    }

    private List<Object> row(EstimateRow row) {
        String marks = ResultTable.notes(row.cell());
        List<Object> cells = new ArrayList<>();
        ResultTable.names(row).stream().map(Category::label).forEach(cells::add);
        table.columns()
                .forEach(column -> cells.add(DataSheet.number(column.value().apply(row), marks)));
        if (!table.counts()) {
            cells.add(marks);
        }
        return cells;
    }
}
