package org.deepdive.estimate.replication;

import java.util.List;

/**
 * The variance of statistics over replicates.
 *
 * @param covariance their covariance, statistics by statistics
 * @param centre what the replicates were compared with: their means, or the full-sample estimates
 * @param discarded the replicates, counted from 0, in which a statistic did not exist (NaN), as where nobody of a domain was
 *     left; they are left out, and the scale stays as it was, as in R
 */
public record ReplicateVariance(double[][] covariance, double[] centre, List<Integer> discarded) {

    public ReplicateVariance {
        discarded = List.copyOf(discarded);
    }

    /** The variance of a statistic. */
    public double variance(int statistic) {
        return covariance[statistic][statistic];
    }

    /** The standard error of a statistic. */
    public double se(int statistic) {
        return Math.sqrt(variance(statistic));
    }
}
