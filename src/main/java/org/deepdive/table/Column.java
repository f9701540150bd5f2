package org.deepdive.table;

import java.util.List;
import java.util.function.Function;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;

/**
 * A column of numbers in machine-readable forms.
 *
 * @param name its header
 * @param whole whether its values are whole numbers
 * @param value a row's value; NaN for an empty cell
 */
record Column(String name, boolean whole, Function<EstimateRow, Double> value) {

    /** The columns of estimates. */
    static final List<Column> ESTIMATES = List.of(
            estimate("estimate", false, Cell.Estimate::value),
            estimate("se", false, Cell.Estimate::se),
            estimate("low", false, Cell.Estimate::low),
            estimate("high", false, Cell.Estimate::high),
            estimate("base", true, e -> (double) e.base()),
            estimate("effective_base", false, Cell.Estimate::effectiveBase),
            estimate("deff", false, Cell.Estimate::deff),
            estimate("df", false, Cell.Estimate::df));

    /** The columns of published counts. */
    static final List<Column> COUNTS = List.of(
            published("count", true, p -> (double) p.count()),
            published("base", true, p -> (double) p.base()),
            published("value", false, Cell.Published::value));

    private static Column estimate(String name, boolean whole, Function<Cell.Estimate, Double> value) {
        return new Column(name, whole, row -> row.cell() instanceof Cell.Estimate e ? value.apply(e) : Double.NaN);
    }

    private static Column published(String name, boolean whole, Function<Cell.Published, Double> value) {
        return new Column(name, whole, row -> row.cell() instanceof Cell.Published p ? value.apply(p) : Double.NaN);
    }

    /** A row's value in full precision; empty where there is none. */
    String text(EstimateRow row) {
        double number = value.apply(row);
        if (!Double.isFinite(number)) {
            return "";
        }
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
