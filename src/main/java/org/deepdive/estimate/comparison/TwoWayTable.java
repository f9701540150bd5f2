package org.deepdive.estimate.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A two-way table without its empty rows and columns, as proportions of its total, with its margins and the linear maps
 * that tests of association need. A cell's place is its row times the number of columns plus its column.
 */
final class TwoWayTable {

    private final int[] keptRows;
    private final int[] keptColumns;
    private final int allRows;
    private final int allColumns;
    private final double[] cells;
    private final double[] ofRows;
    private final double[] ofColumns;
    private final double total;

    private TwoWayTable(double[][] table, int[] keptRows, int[] keptColumns) {
        this.keptRows = keptRows;
        this.keptColumns = keptColumns;
        this.allRows = table.length;
        this.allColumns = table[0].length;
        this.ofRows = new double[keptRows.length];
        this.ofColumns = new double[keptColumns.length];
        this.cells = new double[keptRows.length * keptColumns.length];
        Arrays.setAll(cells, cell -> table[place(cell) / allColumns][place(cell) % allColumns]);
        this.total = Arrays.stream(cells).sum();
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] /= total;
            ofRows[row(cell)] += cells[cell];
            ofColumns[column(cell)] += cells[cell];
        }
    }

    /** @param table totals or proportions, rows x columns */
    static TwoWayTable of(double[][] table) {
        int[] rows = where(table.length, i -> Arrays.stream(table[i]).anyMatch(x -> x > 0));
        int[] columns = where(table[0].length, j -> Arrays.stream(table).anyMatch(row -> row[j] > 0));
        return new TwoWayTable(table, rows, columns);
    }

    private static int[] where(int size, IntPredicate chosen) {
        return IntStream.range(0, size).filter(chosen).toArray();
    }

    /** The rows left out, as counted in the whole table. */
    List<Integer> emptyRows() {
        return without(allRows, keptRows);
    }

    /** The columns left out, as counted in the whole table. */
    List<Integer> emptyColumns() {
        return without(allColumns, keptColumns);
    }

    private static List<Integer> without(int all, int[] kept) {
        return IntStream.range(0, all)
                .filter(i -> Arrays.binarySearch(kept, i) < 0)
                .boxed()
                .toList();
    }

    /** A cell's place in the whole table. */
    private int place(int cell) {
        return keptRows[row(cell)] * allColumns + keptColumns[column(cell)];
    }

    /** What a matrix over the cells of the whole table says about the cells that are left. */
    DMatrixRMaj kept(double[][] all) {
        return map((a, b) -> all[place(a)][place(b)]);
    }

    int rows() {
        return keptRows.length;
    }

    int columns() {
        return keptColumns.length;
    }

    private int row(int cell) {
        return cell / columns();
    }

    private int column(int cell) {
        return cell % columns();
    }

    double proportion(int cell) {
        return cells[cell];
    }

    private double independent(int cell) {
        return ofRows[row(cell)] * ofColumns[column(cell)];
    }

    /** X² per respondent. */
    double departure() {
        return IntStream.range(0, cells.length)
                .mapToDouble(cell -> {
                    double difference = cells[cell] - independent(cell);
                    return difference * difference / independent(cell);
                })
                .sum();
    }

    /** Contrasts that no row and no column effect can show: the indicators of cells, centred by row and by column. */
    DMatrixRMaj interactions() {
        DMatrixRMaj contrasts = innerCells();
        for (int cell = 0; cell < contrasts.numRows; cell++) {
            for (int k = 0; k < contrasts.numCols; k++) {
                int i = k / (columns() - 1) + 1;
                int j = k % (columns() - 1) + 1;
                double ofRow = (row(cell) == i ? 1 : 0) - 1.0 / rows();
                double ofColumn = (column(cell) == j ? 1 : 0) - 1.0 / columns();
                contrasts.set(cell, k, ofRow * ofColumn);
            }
        }
        return contrasts;
    }

    /** The cells outside the first row and column, one a column of the matrix. */
    DMatrixRMaj innerCells() {
        DMatrixRMaj chosen = new DMatrixRMaj(cells.length, (rows() - 1) * (columns() - 1));
        for (int k = 0; k < chosen.numCols; k++) {
            int cell = (k / (columns() - 1) + 1) * columns() + k % (columns() - 1) + 1;
            chosen.set(cell, k, 1);
        }
        return chosen;
    }

    /** How the proportions change with the given cells: (1 - p 1') / total. */
    DMatrixRMaj ofProportions() {
        return map((cell, other) -> ((cell == other ? 1 : 0) - cells[cell]) / total);
    }

    /** The given cells less what independence would make them. */
    DMatrixRMaj departures() {
        DMatrixRMaj departures = new DMatrixRMaj(cells.length, 1);
        for (int cell = 0; cell < cells.length; cell++) {
            departures.set(cell, total * (cells[cell] - independent(cell)));
        }
        return departures;
    }

    /** How the departures change with the given cells. */
    DMatrixRMaj ofDepartures() {
        return map((cell, other) -> (cell == other ? 1 : 0)
                - (row(cell) == row(other) ? ofColumns[column(cell)] : 0)
                - (column(cell) == column(other) ? ofRows[row(cell)] : 0)
                + independent(cell));
    }

    private DMatrixRMaj map(Entry entry) {
        DMatrixRMaj matrix = new DMatrixRMaj(cells.length, cells.length);
        for (int a = 0; a < cells.length; a++) {
            for (int b = 0; b < cells.length; b++) {
                matrix.set(a, b, entry.at(a, b));
            }
        }
        return matrix;
    }

    @FunctionalInterface
    private interface Entry {
        double at(int row, int column);
    }
}
