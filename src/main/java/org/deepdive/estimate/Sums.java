package org.deepdive.estimate;

import org.deepdive.study.Strata;

/**
 * The sufficient sums of a table: for each stratum and cell the number of respondents, the sum of weights and the sum
 * of squared weights; in a clustered design also the sum of weights by cluster and cell.
 *
 * <p>With respondents as sampling units, the squared weights give the variance of any weighted sum of cell indicators
 * without a second pass, since a respondent is in one cell only. With clusters, the cluster sums do.
 */
public final class Sums {

    private final Strata strata;
    private final int cells;
    private final int[] n;
    private final double[] w;
    private final double[] w2;
    private final double[] clusterW;
    private final int[] clusterN;

    Sums(Strata strata, int cells) {
        this.strata = strata;
        this.cells = cells;
        int size = Math.multiplyExact(strata.count(), cells);
        this.n = new int[size];
        this.w = new double[size];
        this.w2 = new double[size];
        int clusters = strata.clusterStarts().map(starts -> starts.length - 1).orElse(0);
        this.clusterW = new double[Math.multiplyExact(clusters, cells)];
        this.clusterN = new int[clusterW.length];
    }

    void add(int stratum, int cluster, int cell, double weight) {
        int at = stratum * cells + cell;
        n[at]++;
        w[at] += weight;
        w2[at] += weight * weight;
        if (clusterW.length > 0) {
            clusterW[cluster * cells + cell] += weight;
            clusterN[cluster * cells + cell]++;
        }
    }

    Strata strata() {
        return strata;
    }

    boolean clustered() {
        return clusterW.length > 0;
    }

    /** How many cells there are, those for missing codes included. */
    public int cells() {
        return cells;
    }

    /** The number of respondents of a stratum in a cell. */
    public int count(int stratum, int cell) {
        return n[stratum * cells + cell];
    }

    /** The sum of weights of a stratum in a cell. */
    public double weight(int stratum, int cell) {
        return w[stratum * cells + cell];
    }

    /** The sum of squared weights of a stratum in a cell. */
    public double squaredWeight(int stratum, int cell) {
        return w2[stratum * cells + cell];
    }

    /** The sum of weights of a cluster, counted over all strata, in a cell. */
    double clusterWeight(int cluster, int cell) {
        return clusterW[cluster * cells + cell];
    }

    /** The number of respondents of a cluster, counted over all strata, in a cell. */
    int clusterCount(int cluster, int cell) {
        return clusterN[cluster * cells + cell];
    }

    /** The number of respondents in a cell. */
    public int count(int cell) {
        int sum = 0;
        for (int h = 0; h < strata.count(); h++) {
            sum += n[h * cells + cell];
        }
        return sum;
    }

    /** The sum of weights in a cell. */
    public double weight(int cell) {
        double sum = 0;
        for (int h = 0; h < strata.count(); h++) {
            sum += w[h * cells + cell];
        }
        return sum;
    }

    /** The sum of squared weights in a cell. */
    public double squaredWeight(int cell) {
        double sum = 0;
        for (int h = 0; h < strata.count(); h++) {
            sum += w2[h * cells + cell];
        }
        return sum;
    }
}
