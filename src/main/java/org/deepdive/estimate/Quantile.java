package org.deepdive.estimate;

import java.util.stream.IntStream;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.estimate.interval.TQuantile;

/**
 * A weighted quantile over the cells of a group: the least value at or below which lies at least a share p of the weight.
 *
 * <p>Its interval is Woodruff's: the Wald interval of the share at or below the estimate, moved to p's scale by the same
 * rule; its standard error is the interval's width over 2 t. An end that leaves 0 to 1 does not exist. Sources: Woodruff
 * (1952), "Confidence intervals for medians and other position measures", Journal of the American Statistical Association
 * 47, 635-646; {@code svyquantile(interval.type = "mean", qrule = "math")} of R's survey package. Where p lies below the
 * weight of the least observation, R 4.1.1 gives the second observation, and this the least.
 */
final class Quantile {

    private final int[] cells;
    private final double[] values;
    private final double[] cumulated;
    private final double probability;
    private final CellTable table;

    /**
     * @param table the table
     * @param cells the cells of the base, those of smaller values first, and in rising order
     * @param values the value of each cell, ascending
     * @param probability the share p
     */
    Quantile(CellTable table, int[] cells, double[] values, double probability) {
        this.table = table;
        this.cells = cells;
        this.values = values;
        this.probability = probability;
        this.cumulated = new double[cells.length];
        double sum = 0;
        for (int place = 0; place < cells.length; place++) {
            sum += table.weight(cells[place]);
            cumulated[place] = sum;
        }
    }

    double value() {
        return at(probability);
    }

    /** NaN for a share that is no share. */
    private double at(double share) {
        double all = cumulated[cumulated.length - 1];
        if (!(share >= 0 && share <= 1)) {
            return Double.NaN;
        }
        for (int place = 0; place < cells.length; place++) {
            if (table.count(cells[place]) > 0 && cumulated[place] / all >= share) {
                return values[place];
            }
        }
        return last();
    }

    /** The largest value that anybody has: where rounding leaves the sum just below 1. */
    private double last() {
        return IntStream.range(0, cells.length)
                .filter(place -> table.count(cells[place]) > 0)
                .mapToDouble(place -> values[place])
                .max()
                .orElse(Double.NaN);
    }

    /** The share at or below the quantile, from which the interval is made. */
    Ratio shareBelow() {
        double value = value();
        double[] below = new double[values.length];
        for (int place = 0; place < values.length; place++) {
            below[place] = values[place] <= value ? 1 : 0;
        }
        return Ratio.mean(table, cells, below);
    }

    /** Woodruff's interval. */
    Interval.Limits limits(Estimated shareBelow, double level) {
        Interval.Limits ofShare = Interval.WALD.limits(shareBelow, level);
        return new Interval.Limits(at(ofShare.low()), at(ofShare.high()));
    }

    /** The standard error that goes with the interval. */
    static double se(Interval.Limits limits, double df, double level) {
        return (limits.high() - limits.low()) / (2 * TQuantile.twoSided(df, level));
    }
}
