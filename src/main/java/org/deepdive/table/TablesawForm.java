package org.deepdive.table;

import java.util.List;
import java.util.Locale;
import org.deepdive.estimate.EstimateRow;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Makes a Tablesaw table of a table's rows. */
final class TablesawForm {

    private final ResultTable result;

    TablesawForm(ResultTable result) {
        this.result = result;
    }

    Table table() {
        List<EstimateRow> rows = result.estimates().rows();
        String label = result.estimates().label().title().toLowerCase(Locale.ROOT);
        Table table = Table.create(result.estimates().title() + " (" + label + ")");
        List<String> headers = result.nameHeaders();
        for (int i = 0; i < headers.size(); i++) {
            int at = i;
            List<String> labels = rows.stream()
                    .map(row -> ResultTable.names(row).get(at).label())
                    .toList();
            table.addColumns(StringColumn.create(headers.get(i), labels));
        }
        for (Column column : result.columns()) {
            table.addColumns(column(column, rows));
        }
        if (!result.counts()) {
            List<String> flags =
                    rows.stream().map(row -> ResultTable.notes(row.cell())).toList();
            table.addColumns(StringColumn.create("flags", flags));
        }
        List<String> data = rows.stream().map(row -> result.dataCode()).toList();
        return table.addColumns(StringColumn.create("data", data));
    }

    /** A column of numbers of some rows. */
    static NumericColumn<?> column(Column column, List<EstimateRow> rows) {
        return column.whole() ? whole(column, rows) : numbers(column, rows);
    }

    private static DoubleColumn numbers(Column column, List<EstimateRow> rows) {
        return DoubleColumn.create(
                column.name(), rows.stream().mapToDouble(column.value()::apply).toArray());
    }

    private static IntColumn whole(Column column, List<EstimateRow> rows) {
        IntColumn numbers = IntColumn.create(column.name());
        for (EstimateRow row : rows) {
            double value = column.value().apply(row);
            if (Double.isFinite(value)) {
                numbers.append((int) value);
            } else {
                numbers.appendMissing();
            }
        }
        return numbers;
    }
}
