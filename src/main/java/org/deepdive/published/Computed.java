package org.deepdive.published;

import org.deepdive.estimate.Cell;
import org.deepdive.study.DataLabel;

/**
 * The value computed for a published figure.
 *
 * @param value the value, in the figure's unit; a share as a fraction of one
 * @param low the lower end of its 95% interval; NaN where there is none
 * @param high the upper end; NaN where there is none
 * @param base the unweighted base
 * @param label what it was computed from
 */
public record Computed(double value, double low, double high, int base, DataLabel label) {

    static Computed of(Cell cell, Unit unit, DataLabel label) {
        if (cell instanceof Cell.Estimate e) {
            return new Computed(e.value(), e.low(), e.high(), e.base(), label);
        }
        Cell.Published published = (Cell.Published) cell;
        double value = unit == Unit.COUNT ? published.count() : published.value();
        return new Computed(value, Double.NaN, Double.NaN, published.base(), label);
    }
}
