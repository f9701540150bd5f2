package org.deepdive.estimate;

import org.deepdive.study.Strata;

/**
 * The sufficient sums of a table: for each stratum and cell the number of respondents, the sum of weights and the sum
 * of squared weights; in a clustered design also the sum of weights by cluster and cell.
 *
 * <p>With respondents as sampling units, the squared weights give the variance of any weighted sum of cell indicators
 * without a second pass, since a respondent is in one cell only. With clusters, the cluster sums do.
 *
 * <p>Sums are kept cell by cell, so that the statistics of a group read memory in order; a stratum is first added up by
 * itself, in an array small enough for the first-level cache.
 */
public final class Sums {

    private final Strata strata;
    private final int cells;
    private final int[] n;
    private final double[] w;
    private final double[] w2;
    private final int[] cellN;
    private final double[] cellW;
    private final double[] cellW2;
    private final int clusters;
    private final double[] clusterW;
    private final int[] clusterN;
    private final int[] stratumN;
    private final double[] stratumW;
    private final double[] stratumW2;

    Sums(Strata strata, int cells) {
        this.strata = strata;
        this.cells = cells;
        int size = Math.multiplyExact(strata.count(), cells);
        this.n = new int[size];
        this.w = new double[size];
        this.w2 = new double[size];
        this.cellN = new int[cells];
        this.cellW = new double[cells];
        this.cellW2 = new double[cells];
        this.clusters = strata.clusterStarts().map(starts -> starts.length - 1).orElse(0);
        this.clusterW = new double[Math.multiplyExact(clusters, cells)];
        this.clusterN = new int[clusterW.length];
        this.stratumN = new int[cells];
        this.stratumW = new double[cells];
        this.stratumW2 = new double[cells];
    }

    /**
     * Adds the respondents of one stratum.
     *
     * @param stratum the stratum
     * @param weights all weights
     * @param cellOf the cells of the stratum's respondents, -1 for those who are not counted
     * @param from the stratum's first respondent
     * @param to one more than its last
     */
    void addStratum(int stratum, double[] weights, int[] cellOf, int from, int to) {
        for (int i = from; i < to; i++) {
            int cell = cellOf[i - from];
            if (cell >= 0) {
                double weight = weights[i];
                stratumN[cell]++;
                stratumW[cell] += weight;
                stratumW2[cell] += weight * weight;
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            if (stratumN[cell] > 0) {
                int at = cell * strata.count() + stratum;
                n[at] = stratumN[cell];
                w[at] = stratumW[cell];
                w2[at] = stratumW2[cell];
                stratumN[cell] = 0;
                stratumW[cell] = 0;
                stratumW2[cell] = 0;
            }
        }
        if (clusters > 0) {
            addClusters(stratum, weights, cellOf, from);
        }
    }

    private void addClusters(int stratum, double[] weights, int[] cellOf, int from) {
        int[] starts = strata.clusterStarts().orElseThrow();
        int[] first = strata.firstClusters().orElseThrow();
        for (int cluster = first[stratum]; cluster < first[stratum + 1]; cluster++) {
            for (int i = starts[cluster]; i < starts[cluster + 1]; i++) {
                int cell = cellOf[i - from];
                if (cell >= 0) {
                    clusterW[cell * clusters + cluster] += weights[i];
                    clusterN[cell * clusters + cluster]++;
                }
            }
        }
    }

    /** Adds the strata of each cell together, once all are in. */
    Sums complete() {
        int h = strata.count();
        for (int cell = 0; cell < cells; cell++) {
            for (int at = cell * h; at < (cell + 1) * h; at++) {
                cellN[cell] += n[at];
                cellW[cell] += w[at];
                cellW2[cell] += w2[at];
            }
        }
        return this;
    }

    Strata strata() {
        return strata;
    }

    boolean clustered() {
        return clusters > 0;
    }

    /** How many cells there are, those for missing codes included. */
    public int cells() {
        return cells;
    }

    /** The number of respondents of a stratum in a cell. */
    public int count(int stratum, int cell) {
        return n[cell * strata.count() + stratum];
    }

    /** The sum of weights of a stratum in a cell. */
    public double weight(int stratum, int cell) {
        return w[cell * strata.count() + stratum];
    }

    /** The sum of squared weights of a stratum in a cell. */
    public double squaredWeight(int stratum, int cell) {
        return w2[cell * strata.count() + stratum];
    }

    /** The sum of weights of a cluster, counted over all strata, in a cell. */
    double clusterWeight(int cluster, int cell) {
        return clusterW[cell * clusters + cluster];
    }

    /** The number of respondents of a cluster, counted over all strata, in a cell. */
    int clusterCount(int cluster, int cell) {
        return clusterN[cell * clusters + cluster];
    }

    /** The number of respondents in a cell. */
    public int count(int cell) {
        return cellN[cell];
    }

    /** The sum of weights in a cell. */
    public double weight(int cell) {
        return cellW[cell];
    }

    /** The sum of squared weights in a cell. */
    public double squaredWeight(int cell) {
        return cellW2[cell];
    }
}
