package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;

/** The columns and cells of a table as people read them, in HTML and in plain text. */
final class Printed {

    private static final CellText COUNT = new CellText(CellText.Unit.COUNT);

    private final ResultTable table;

    Printed(ResultTable table) {
        this.table = table;
    }

    /** The headers of the columns of numbers; the last is the marks'. */
    List<String> headers() {
        return switch (table.printing().unit()) {
            case COUNT -> List.of("Respondents", "Marks");
            default ->
                table.counts()
                        ? List.of("Value", "Count", "Base", "Marks")
                        : List.of("Estimate", "Low", "High", "Base", "Effective base", "Marks");
        };
    }

    /** A row's cells below those headers. */
    List<String> cells(EstimateRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(table.printing().of(row.cell()));
        if (row.cell() instanceof Cell.Published published) {
            cells.add(COUNT.of(published.count()));
            cells.add(COUNT.of(published.base()));
        } else if (table.printing().unit() != CellText.Unit.COUNT) {
            cells.addAll(details(row.cell()));
        }
        cells.add(ResultTable.notes(row.cell()));
        return cells;
    }

    private List<String> details(Cell cell) {
        if (!(cell instanceof Cell.Estimate e)) {
            return List.of("", "", "", "");
        }
        return List.of(
                table.printing().of(e.low()),
                table.printing().of(e.high()),
                COUNT.of(e.base()),
                COUNT.of(e.effectiveBase()));
    }
}
