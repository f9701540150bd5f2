package org.deepdive.estimate;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * A smooth function of two statistics of one table, linearised by its derivatives. Cell by cell the linearised variables
 * add up, which makes its variance exact for disjoint and for overlapping groups alike.
 */
final class Combination implements Statistic {

    private final Statistic first;
    private final Statistic second;
    private final DoubleBinaryOperator function;
    private final int[] cells;
    private final double[] linearised;

    /**
     * @param first a statistic
     * @param second another of the same table
     * @param byFirst the derivative of the function by the first
     * @param bySecond the derivative of the function by the second
     * @param function the function
     */
    Combination(Statistic first, Statistic second, double byFirst, double bySecond, DoubleBinaryOperator function) {
        this.first = first;
        this.second = second;
        this.function = function;
        this.cells = Statistic.union(first.cells(), second.cells());
        this.linearised = new double[cells.length];
        add(first, byFirst);
        add(second, bySecond);
    }

    private void add(Statistic statistic, double derivative) {
        for (int place = 0; place < statistic.cells().length; place++) {
            linearised[Arrays.binarySearch(cells, statistic.cells()[place])] +=
                    derivative * statistic.linearised(place);
        }
    }

    @Override
    public int[] cells() {
        return cells;
    }

    @Override
    public double value() {
        return function.applyAsDouble(first.value(), second.value());
    }

    @Override
    public double linearised(int place) {
        return linearised[place];
    }

    @Override
    public double at(CellWeights weights) {
        return function.applyAsDouble(first.at(weights), second.at(weights));
    }
}
