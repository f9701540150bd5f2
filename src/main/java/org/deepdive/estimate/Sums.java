package org.deepdive.estimate;

/**
 * The sufficient sums of a table: for each cell the number of respondents, the sum of weights and of squared weights, and
 * for each cell and run of respondents the sum of weights.
 *
 * <p>Where each respondent is a sampling unit, a run is a stratum or a piece of one, and the squared weights, each times its
 * stratum's factor, give the first part of the variance of any weighted sum of cell indicators without a second pass,
 * since a respondent is in one cell only. In a clustered design a run is a cluster, and its sums of weights do.
 */
public final class Sums implements CellWeights {

    private final Runs runs;
    private final int cells;
    private final int[] counts;
    private final double[] weights;
    private final double[] squaredWeights;
    private final double[] factoredSquares;
    private final double[] runWeights;
    private final double[] stratumWeights;

    /**
     * @param runs the runs of respondents
     * @param cells how many cells there are
     * @param batches the sums of each batch of runs, in order
     * @param runWeights the sums of weights, run by run, each with one number a cell
     */
    Sums(Runs runs, int cells, TableScan.Batch[] batches, double[] runWeights) {
        this.runs = runs;
        this.cells = cells;
        this.runWeights = runWeights;
        this.counts = new int[cells];
        this.weights = new double[cells];
        this.squaredWeights = new double[cells];
        this.factoredSquares = new double[cells];
        for (TableScan.Batch batch : batches) {
            for (int cell = 0; cell < cells; cell++) {
                counts[cell] += batch.count(cell);
                squaredWeights[cell] += batch.square(cell);
                factoredSquares[cell] += batch.factoredSquare(cell);
            }
        }
        this.stratumWeights = runs.count() == runs.strata() ? runWeights : added(runs, cells, runWeights);
        for (int h = 0, at = 0; h < runs.strata(); h++) {
            for (int cell = 0; cell < cells; cell++, at++) {
                weights[cell] += stratumWeights[at];
            }
        }
    }

    private static double[] added(Runs runs, int cells, double[] runWeights) {
        double[] added = new double[runs.strata() * cells];
        for (int h = 0; h < runs.strata(); h++) {
            for (int run = runs.firsts()[h]; run < runs.firsts()[h + 1]; run++) {
                for (int cell = 0; cell < cells; cell++) {
                    added[h * cells + cell] += runWeights[run * cells + cell];
                }
            }
        }
        return added;
    }

    Runs runs() {
        return runs;
    }

    /** How many cells there are. */
    public int cells() {
        return cells;
    }

    /** The number of respondents in a cell. */
    public int count(int cell) {
        return counts[cell];
    }

    @Override
    public double weight(int cell) {
        return weights[cell];
    }

    /** The sum of squared weights in a cell. */
    public double squaredWeight(int cell) {
        return squaredWeights[cell];
    }

    /** The sum of weights of a stratum in a cell. */
    public double weight(int stratum, int cell) {
        return stratumWeights[stratum * cells + cell];
    }

    /** The sum of squared weights in a cell, each times the factor of its stratum. */
    double factoredSquare(int cell) {
        return factoredSquares[cell];
    }

    /** The sums of weights, stratum by stratum, each with one number a cell; not to be written to. */
    double[] stratumWeights() {
        return stratumWeights;
    }

    /** The sums of weights, run by run, each with one number a cell; not to be written to. */
    double[] runWeights() {
        return runWeights;
    }

    /** About how many bytes these sums take. */
    long bytes() {
        long numbers = runWeights.length + (runWeights == stratumWeights ? 0 : stratumWeights.length) + 4L * cells;
        return numbers * Double.BYTES;
    }
}
