package org.deepdive.estimate;

/**
 * A weighted mean over some cells of a table: R = sum of w*y / sum of w, with y the value of a cell.
 *
 * <p>Shares are means of 1 and 0. Its linearised variable, w (y - R) / sum of w inside its cells and 0 elsewhere, is
 * constant within a cell, so that variances and covariances are finished from {@link Sums} (Lumley 2010, section 2.2;
 * Särndal, Swensson and Wretman 1992, result 5.7.1).
 */
final class RatioMean {

    private final double[] values;
    private final int from;
    private final int to;
    private final double mean;
    private final double weight;
    private final double squaredWeight;
    private final int count;
    private final int counted;
    private final double deviations;

    /**
     * @param sums the sums of the table
     * @param from the first cell that may be in the base
     * @param values the value of each cell from there on; NaN where a cell is outside the base
     */
    RatioMean(Sums sums, int from, double[] values) {
        this.values = values;
        this.from = from;
        this.to = from + values.length;
        double sumW = 0;
        double sumWy = 0;
        double sumW2 = 0;
        int n = 0;
        int positive = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int cell = from; cell < to; cell++) {
            if (holds(cell)) {
                double w = sums.weight(cell);
                sumW += w;
                sumWy += w * value(cell);
                sumW2 += sums.squaredWeight(cell);
                int inCell = sums.count(cell);
                n += inCell;
                positive += value(cell) > 0 ? inCell : 0;
                least = inCell > 0 ? Math.min(least, value(cell)) : least;
                most = inCell > 0 ? Math.max(most, value(cell)) : most;
            }
        }
        this.weight = sumW;
        this.squaredWeight = sumW2;
        this.count = n;
        this.counted = positive;
        // Where all have one value, dividing would leave a rounding residue that looks like variation.
        this.mean = n == 0 ? Double.NaN : least == most ? least : sumWy / sumW;
        this.deviations = deviations(sums);
    }

    private double deviations(Sums sums) {
        double sum = 0;
        for (int cell = from; cell < to; cell++) {
            if (holds(cell)) {
                double deviation = value(cell) - mean;
                sum += sums.weight(cell) * deviation * deviation;
            }
        }
        return sum;
    }

    private double value(int cell) {
        return values[cell - from];
    }

    boolean holds(int cell) {
        return cell >= from && cell < to && !Double.isNaN(value(cell));
    }

    /** The first cell that may be in the base. */
    int from() {
        return from;
    }

    /** One more than the last cell that may be in the base. */
    int to() {
        return to;
    }

    /** The linearised variable of a respondent in a cell, divided by the respondent's weight. */
    double linearised(int cell) {
        return count > 0 && holds(cell) ? (value(cell) - mean) / weight : 0;
    }

    double mean() {
        return mean;
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

    /** Kish's effective base, (sum w)^2 / sum w^2, which does not depend on the answers. */
    double kishBase() {
        return weight * weight / squaredWeight;
    }

    /**
     * The variance of the mean of a simple random sample with replacement of the same size: R's
     * {@code deff = "replace"}, sum of w (y - R)^2 / sum of w / (n - 1).
     */
    double simpleVariance() {
        return deviations / weight / (count - 1);
    }
}
