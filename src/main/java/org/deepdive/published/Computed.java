package org.deepdive.published;

import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;

/**
 * The value computed for a published figure.
 *
 * @param value the value, in the figure's unit; a share as a fraction of one
 * @param low the lower end of its 95% interval; NaN where there is none
 * @param high the upper end; NaN where there is none
 * @param base the unweighted base
 * @param label what it was computed from
 * @param share whether the value is a share, to be printed as a percentage
 */
public record Computed(double value, double low, double high, int base, DataLabel label, boolean share) {

    /**
     * The value of an answer's first row.
     *
     * @throws InputException where it was withheld
     */
    static Computed of(EstimateTable table, Unit unit) {
        Cell cell = table.rows().get(0).cell();
        boolean share = table.measure().isShare() && unit != Unit.COUNT;
        if (cell instanceof Cell.Estimate e) {
            return new Computed(e.value(), e.low(), e.high(), e.base(), table.label(), share);
        }
        if (cell instanceof Cell.Published published) {
            double value = unit == Unit.COUNT ? published.count() : published.value();
            return new Computed(value, Double.NaN, Double.NaN, published.base(), table.label(), share);
        }
        throw InputException.of(
                InputException.SUPPRESSED,
                "The base is too small to be shown, so the disclosure rules withhold the value [c].",
                table.query().text(),
                "");
    }
}
