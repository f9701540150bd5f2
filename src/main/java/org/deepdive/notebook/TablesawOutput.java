package org.deepdive.notebook;

import java.util.Locale;
import org.deepdive.table.HtmlTable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as an output: its first rows, and how many there are. */
final class TablesawOutput {

    static final int SHOWN = 20;

    private TablesawOutput() {}

    static MimeBundle of(Table table) {
        HtmlTable out = new HtmlTable(table.name() == null ? "Table" : table.name());
        for (Column<?> column : table.columns()) {
            if (column instanceof NumericColumn) {
                out.numbers(column.name());
            } else {
                out.words(column.name());
            }
        }
        int shown = Math.min(SHOWN, table.rowCount());
        rows(table, shown, out);
        out.note(size(table, shown));
        return MimeBundle.html(Page.of(out.html()), out.text());
    }

    /** Writes the first rows of a table below columns of its own. */
    static void rows(Table table, int shown, HtmlTable out) {
        for (int i = 0; i < shown; i++) {
            int row = i;
            out.row(table.columns().stream()
                    .map(column -> column.isMissing(row) ? "" : column.getString(row))
                    .toList());
        }
    }

    private static String size(Table table, int shown) {
        String columns = table.columnCount() == 1 ? "1 column" : table.columnCount() + " columns";
        return shown == table.rowCount()
                ? rows(shown) + ", " + columns + "."
                : String.format(Locale.UK, "The first %d of %s, %s.", shown, rows(table.rowCount()), columns);
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : String.format(Locale.UK, "%,d rows", count);
    }
}
