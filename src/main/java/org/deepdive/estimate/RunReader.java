package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Reads the respondents of a run into sums by cell: the loops in which a question spends its time.
 *
 * <p>Columns narrow enough are read as one {@link JointCode}. A run that is long against the number of joint codes is
 * added up by joint code, which spares a look at the cell of each respondent, and brought into cells afterwards.
 */
final class RunReader {

    /** A run is long with so many respondents a valid joint code. */
    private static final int LONG = 64;

    private final double[] weights;
    private final int cells;
    private final List<Lookup> lookups;
    private final JointCode joint;
    private final int[] counts;
    private final double[] weight;
    private final double[] square;
    private int[] jointCounts = {};
    private double[] jointWeight = {};
    private double[] jointSquare = {};
    private int[] cellOf = {};

    /**
     * @param weights the respondents' weights
     * @param cells how many cells the table has; as many more and one take those who are in none
     * @param lookups the columns
     * @param joint their joint code; null where they are too wide for one
     */
    RunReader(double[] weights, int cells, List<Lookup> lookups, JointCode joint) {
        this.weights = weights;
        this.cells = cells;
        this.lookups = lookups;
        this.joint = joint;
        this.counts = new int[2 * cells + 1];
        this.weight = new double[2 * cells + 1];
        this.square = new double[2 * cells + 1];
    }

    /** Moves the counts of all runs so far to where they are kept, and starts again. */
    void takeCounts(int[] kept) {
        System.arraycopy(counts, 0, kept, 0, cells);
        Arrays.fill(counts, 0);
    }

    /**
     * Adds the respondents of a run to the sums.
     *
     * @param start what the columns that are constant in the run add to the cell
     * @param from the run's first respondent
     * @param to one more than its last
     */
    void read(int start, int from, int to) {
        if (lookups.isEmpty()) {
            all(start, from, to);
        } else if (joint == null) {
            byLookups(start, from, to);
        } else if (to - from >= LONG * joint.valid().length) {
            byJointCode(start, from, to);
        } else {
            JointCodeLoops.addByCell(joint, start, weights, counts, weight, square, from, to);
        }
    }

    private void all(int cell, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
            squares += weights[i] * weights[i];
        }
        counts[cell] += to - from;
        weight[cell] += sum;
        square[cell] += squares;
    }

    private void byLookups(int start, int from, int to) {
        if (cellOf.length < to - from) {
            cellOf = new int[to - from];
        }
        Arrays.fill(cellOf, 0, to - from, start);
        for (Lookup lookup : lookups) {
            lookup.addTo(cellOf, from, to);
        }
        for (int i = from; i < to; i++) {
            int cell = Math.min(cellOf[i - from], cells);
            counts[cell]++;
            weight[cell] += weights[i];
            square[cell] += weights[i] * weights[i];
        }
    }

    private void byJointCode(int start, int from, int to) {
        if (jointCounts.length == 0) {
            jointCounts = new int[joint.cells().length];
            jointWeight = new double[joint.cells().length];
            jointSquare = new double[joint.cells().length];
        }
        JointCodeLoops.addByCode(joint, weights, jointCounts, jointWeight, jointSquare, from, to);
        for (int code : joint.valid()) {
            int cell = start + joint.cells()[code];
            counts[cell] += jointCounts[code];
            weight[cell] += jointWeight[code];
            square[cell] += jointSquare[code];
            jointCounts[code] = 0;
            jointWeight[code] = 0;
            jointSquare[code] = 0;
        }
    }

    /**
     * Moves the sums of a run to where they are kept, and starts again; counts go on.
     *
     * @param runWeights the sums of weights of all runs
     * @param at where those of this run begin
     * @param factor what its stratum multiplies squared weights by
     * @param squares the sums of squared weights of the batch
     * @param factored the same, each times its stratum's factor
     */
    void empty(double[] runWeights, int at, double factor, double[] squares, double[] factored) {
        System.arraycopy(weight, 0, runWeights, at, cells);
        for (int cell = 0; cell < cells; cell++) {
            squares[cell] += square[cell];
            factored[cell] += factor * square[cell];
        }
        Arrays.fill(weight, 0, cells, 0);
        Arrays.fill(square, 0, cells, 0);
    }
}
