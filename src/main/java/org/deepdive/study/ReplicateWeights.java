package org.deepdive.study;

/**
 * Replicate weights of respondents: the variance of an estimate is scale times the sum over replicates of rscale times the
 * squared deviation of the replicate's estimate (R's {@code svrVar}; Lumley 2010, section 2.3).
 *
 * @param kind the kind of replicates
 * @param scale what multiplies the sum of squared deviations
 * @param rscales what multiplies each squared deviation, one a replicate
 * @param mse whether deviations are from the full sample's estimate, and not from the replicates' mean
 * @param weights for each replicate the weight of each respondent, in the order of {@link Microdata#weights()}; 0 or more,
 *     the sampling weight included
 */
public record ReplicateWeights(Replication.Kind kind, double scale, double[] rscales, boolean mse, double[][] weights) {

    public ReplicateWeights {
        if (rscales.length != weights.length) {
            throw new IllegalArgumentException(rscales.length + " rscales for " + weights.length + " replicates");
        }
    }

    /** How many replicates there are. */
    public int count() {
        return weights.length;
    }
}
