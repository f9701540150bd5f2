package org.deepdive.study;

import java.util.Optional;

/**
 * The secondary sampling units within primary ones.
 *
 * @param starts the first respondent of each secondary unit, and at the end the number of respondents; absent where each
 *     respondent is a secondary unit
 * @param firstUnits the first secondary unit of each primary one, and at the end the number of secondary units
 * @param populations the number of secondary units of each primary one in the population, infinite for no correction; absent
 *     without finite population correction, when the second stage adds nothing to a variance
 */
public record SecondStage(Optional<int[]> starts, int[] firstUnits, Optional<double[]> populations) {

    /** How many secondary units there are. */
    public int count() {
        return firstUnits[firstUnits.length - 1];
    }

    /** How many secondary units a primary one has in the sample. */
    public int units(int primary) {
        return firstUnits[primary + 1] - firstUnits[primary];
    }

    /** The first respondent of a secondary unit; of their number, the number of respondents. */
    public int start(int unit) {
        return starts.map(all -> all[unit]).orElse(unit);
    }

    /** The share of a primary unit's secondary units that is not in the sample: 1 without finite population correction. */
    public double unsampledShare(int primary) {
        return populations
                .map(all -> Strata.unsampledShare(units(primary), all[primary]))
                .orElse(1.0);
    }
}
