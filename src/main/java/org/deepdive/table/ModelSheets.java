package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepdive.estimate.regression.Model;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes sheets of a workbook of a model's tables. */
final class ModelSheets {

    private static final String DATA = "data";

    private static final Set<String> IN_UNITS = Set.of(
            "unadjusted",
            "unadjusted_se",
            "unadjusted_low",
            "unadjusted_high",
            "adjusted",
            "adjusted_se",
            "adjusted_low",
            "adjusted_high",
            "difference");

    private final Model model;
    private final String title;
    private final String subtitle;
    private final List<String> notes;

    ModelSheets(Model model, String title, String subtitle, List<String> notes) {
        this.model = model;
        this.title = title;
        this.subtitle = subtitle;
        this.notes = notes;
    }

    List<DataSheet> sheets() {
        return List.of(
                sheet(title, ModelTablesaw.adjusted(model)),
                sheet("Coefficients: " + title, ModelTablesaw.coefficients(model)),
                sheet("Tests of terms: " + title, ModelTablesaw.tests(model)));
    }

    private DataSheet sheet(String title, Table table) {
        List<Column<?>> columns =
                table.columns().stream().filter(c -> !c.name().equals(DATA)).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            rows.add(row(columns, row));
        }
        return new DataSheet(
                title,
                subtitle,
                model.label().title() + ": " + model.label().explanation(),
                columns.stream().map(this::field).toList(),
                rows,
                notes);
    }

    private DataSheet.Field field(Column<?> column) {
        if (column.type() == ColumnType.STRING) {
            boolean groups = column.name().equals(model.groups().variable().name());
            return groups
                    ? DataSheet.Field.words(model.groups().variable().label())
                    : DataSheet.Field.of(column.name(), DataSheet.Kind.TEXT);
        }
        boolean share = model.measure().isShare() && IN_UNITS.contains(column.name());
        return DataSheet.Field.of(column.name(), share ? DataSheet.Kind.SHARE : DataSheet.Kind.NUMBER);
    }

    private static List<Object> row(List<Column<?>> columns, int row) {
        String marks = columns.stream()
                .filter(column -> column.name().equals("flags"))
                .map(column -> column.getString(row))
                .findFirst()
                .orElse("");
        List<Object> cells = new ArrayList<>();
        for (Column<?> column : columns) {
            cells.add(
                    column instanceof NumericColumn<?> numbers
                            ? DataSheet.number(numbers.getDouble(row), marks)
                            : column.getString(row));
        }
        return cells;
    }
}
