package org.deepdive.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A smooth function of the weighted totals of a table's cells: a mean, a total, a ratio, or the difference of two.
 *
 * <p>Its linearised variable is constant within a cell, so that variances are finished from {@link Sums}; and it can be
 * asked what it would be with other weights, which is what replicate weights need.
 */
interface Statistic {

    /** The cells it is about, in rising order: whose respondents are its base. */
    int[] cells();

    /** Its value. */
    double value();

    /**
     * The linearised variable of a respondent in one of its cells, divided by the respondent's weight.
     *
     * @param place the cell's place in {@link #cells()}
     */
    double linearised(int place);

    /** Its value with other weights. */
    double at(CellWeights weights);

    /**
     * Its variance in a simple random sample with replacement of the same size, against which design effects are; NaN where
     * none is defined.
     */
    default double simpleVariance() {
        return Double.NaN;
    }

    /** The first less the second. */
    static Statistic difference(Statistic first, Statistic second) {
        return new Combination(first, second, 1, -1, (a, b) -> a - b);
    }

    /** The first divided by the second. */
    static Statistic ratio(Statistic first, Statistic second) {
        double below = second.value();
        return new Combination(first, second, 1 / below, -first.value() / (below * below), (a, b) -> a / b);
    }

    /** The linearised variable of a statistic in each of some cells: 0 where it is not about them. */
    static double[] linearised(Statistic statistic, int[] cells) {
        double[] linearised = new double[cells.length];
        for (int place = 0; place < statistic.cells().length; place++) {
            linearised[Arrays.binarySearch(cells, statistic.cells()[place])] = statistic.linearised(place);
        }
        return linearised;
    }

    /** The union of two lists of cells in rising order. */
    static int[] union(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second))
                .sorted()
                .distinct()
                .toArray();
    }
}
