package org.deepdive.estimate.replication;

import java.util.stream.IntStream;
import org.deepdive.study.Strata;

/** The primary sampling units of a design, clusters or respondents, numbered in order of stratum. */
final class SamplingUnits {

    private final Strata strata;
    private final int[] bounds;
    private final int[] stratumOf;

    SamplingUnits(Strata strata) {
        this.strata = strata;
        this.bounds = strata.firstClusters().orElse(strata.starts());
        this.stratumOf = IntStream.range(0, strata.count())
                .flatMap(h -> IntStream.range(bounds[h], bounds[h + 1]).map(unit -> h))
                .toArray();
    }

    int count() {
        return stratumOf.length;
    }

    int strata() {
        return strata.count();
    }

    /** How many units a stratum has. */
    int in(int stratum) {
        return bounds[stratum + 1] - bounds[stratum];
    }

    /** The first unit of a stratum. */
    int first(int stratum) {
        return bounds[stratum];
    }

    int stratumOf(int unit) {
        return stratumOf[unit];
    }

    /** The number of units in the population, not finite without finite population correction. */
    double population(int stratum) {
        return strata.populations().map(all -> all[stratum]).orElse(Double.POSITIVE_INFINITY);
    }

    boolean isCorrected() {
        return strata.populations().isPresent();
    }

    double unsampledShare(int stratum) {
        return strata.unsampledShare(stratum);
    }

    /** Whether every unit of the population is in the sample. */
    boolean isEnumerated(int stratum) {
        return unsampledShare(stratum) == 0;
    }
}
