package org.deepdive.estimate;

import java.util.Arrays;

/**
 * A ratio of two weighted totals over some cells of a table, R = sum of w*y / sum of w*x, with y and x the values of a cell.
 *
 * <p>With x = 1 it is a weighted mean, and with y of 1 and 0 besides a share. Its linearised variable, w (y - R x) / sum of
 * w*x inside its cells and 0 elsewhere, is constant within a cell (Lumley 2010, section 2.2; Särndal, Swensson and
 * Wretman 1992, result 5.6.2).
 */
final class Ratio implements Statistic {

    private final int[] cells;
    private final double[] above;
    private final double[] below;
    private final double value;
    private final double weight;
    private final double weightBelow;
    private final int count;
    private final int counted;
    private final double deviations;

    /**
     * @param table the table
     * @param cells the cells of the base, in rising order
     * @param above y in each of them
     * @param below x in each of them
     */
    Ratio(CellTable table, int[] cells, double[] above, double[] below) {
        this.cells = cells;
        this.above = above;
        this.below = below;
        double sumW = 0;
        int n = 0;
        int positive = 0;
        for (int place = 0; place < cells.length; place++) {
            sumW += table.weight(cells[place]);
            n += table.count(cells[place]);
            positive += above[place] > 0 ? table.count(cells[place]) : 0;
        }
        this.weight = sumW;
        this.count = n;
        this.counted = positive;
        this.weightBelow = sum(table, below);
        double common = common(table);
        // Where all have one value, dividing would leave a rounding residue that looks like variation.
        this.value = Double.isNaN(common) ? at(table) : common;
        this.deviations = deviations(table);
    }

    /** A weighted mean. */
    static Ratio mean(CellTable table, int[] cells, double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new Ratio(table, cells, values, ones);
    }

    private double sum(CellWeights weights, double[] values) {
        double sum = 0;
        for (int place = 0; place < cells.length; place++) {
            sum += weights.weight(cells[place]) * values[place];
        }
        return sum;
    }

    /** The one value of y/x that all respondents have; NaN where there are several, or nobody. */
    private double common(CellTable table) {
        double common = Double.NaN;
        for (int place = 0; place < cells.length; place++) {
            if (table.count(cells[place]) > 0) {
                double here = above[place] / below[place];
                if (!Double.isNaN(common) && here != common || Double.isNaN(here)) {
                    return Double.NaN;
                }
                common = here;
            }
        }
        return common;
    }

    private double deviations(CellTable table) {
        double sum = 0;
        for (int place = 0; place < cells.length; place++) {
            double deviation = above[place] - value * below[place];
            sum += table.weight(cells[place]) * deviation * deviation;
        }
        return sum;
    }

    @Override
    public int[] cells() {
        return cells;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double linearised(int place) {
        return weightBelow > 0 ? (above[place] - value * below[place]) / weightBelow : 0;
    }

    @Override
    public double at(CellWeights weights) {
        return sum(weights, above) / sum(weights, below);
    }

    /** The unweighted base. */
    int count() {
        return count;
    }

    /** How many of the base have a value above 0: the numerator of a share. */
    int counted() {
        return counted;
    }

    /** The sum of weights of the base. */
    double weight() {
        return weight;
    }

    /**
     * The variance in a simple random sample with replacement of the same size: R's {@code deff = "replace"}, for a mean
     * sum of w (y - R)^2 / sum of w / (n - 1).
     */
    @Override
    public double simpleVariance() {
        double scale = weight / weightBelow;
        return deviations / weight / (count - 1) * scale * scale;
    }
}
