package org.deepdive.study;

import java.util.Optional;

/**
 * The strata of sorted respondents, and the clusters within them.
 *
 * @param starts the first respondent of each stratum, and at the end the number of respondents
 * @param clusterStarts the first respondent of each cluster, and at the end the number of respondents; absent where
 *     each respondent is a sampling unit
 * @param firstClusters the first cluster of each stratum, and at the end the number of clusters; absent likewise
 * @param populations the number of sampling units of each stratum in the population, infinite for no correction; absent
 *     without finite population correction. Where a file gives sampling fractions, the units in the sample over their
 *     fraction
 * @param secondStage the sampling units within clusters; absent where the design has one stage
 */
public record Strata(
        int[] starts,
        Optional<int[]> clusterStarts,
        Optional<int[]> firstClusters,
        Optional<double[]> populations,
        Optional<SecondStage> secondStage) {

    /** How many strata there are. */
    public int count() {
        return starts.length - 1;
    }

    /** How many primary sampling units a stratum has in the sample. */
    public int units(int stratum) {
        int[] bounds = firstClusters.orElse(starts);
        return bounds[stratum + 1] - bounds[stratum];
    }

    /** The share of a stratum's sampling units that is not in the sample: 1 without finite population correction. */
    public double unsampledShare(int stratum) {
        return populations
                .map(all -> unsampledShare(units(stratum), all[stratum]))
                .orElse(1.0);
    }

    /** The share of a population's units that is not in the sample. */
    static double unsampledShare(int units, double population) {
        return Double.isInfinite(population) ? 1 : (population - units) / population;
    }
}
