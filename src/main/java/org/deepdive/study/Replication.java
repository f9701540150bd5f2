package org.deepdive.study;

import java.util.List;
import java.util.Optional;

/**
 * How a design says that variances come from replicate weights: either the file holds them, or they are made from the
 * design. Kinds and defaults are those of {@code svrepdesign} and {@code as.svrepdesign} in R's survey package.
 */
public sealed interface Replication {

    /** The kind of replicates. */
    Kind kind();

    /** Fay's coefficient, from 0 to below 1; for {@link Kind#FAY} only. */
    Optional<Double> rho();

    /** Whether deviations are from the full sample's estimate, and not from the replicates' mean: R's {@code mse}, default no. */
    boolean mse();

    /** The kinds of replicates, named as in R. */
    enum Kind {
        /** Jackknife of an unstratified design: each leaves out one primary sampling unit. */
        JK1,
        /** Jackknife of a stratified design. */
        JKN,
        /** Balanced repeated replication: half-samples of two units a stratum. */
        BRR,
        /** Fay's balanced repeated replication, whose half-samples keep rho times the weights of the other half. */
        FAY,
        /** Resampling of primary sampling units with replacement. */
        BOOTSTRAP
    }

    /**
     * Replicate weights in the columns of the file.
     *
     * @param columns the file's columns, or one pattern with {@code *} for any characters: all columns that match it, in the
     *     file's order, but for the weight itself
     * @param scale what multiplies the sum of squared deviations; absent for the kind's own
     * @param rscales what multiplies each replicate's squared deviation: one number a replicate, or one for all, or none
     *     for 1
     * @param combined whether the columns hold weights, and not factors that the weight is to be multiplied by
     */
    record Given(
            Kind kind,
            List<String> columns,
            Optional<Double> rho,
            Optional<Double> scale,
            List<Double> rscales,
            boolean mse,
            boolean combined)
            implements Replication {

        public Given {
            columns = List.copyOf(columns);
            rscales = List.copyOf(rscales);
        }

        /** Whether the columns are given by a pattern. */
        public boolean isPattern() {
            return columns.size() == 1 && columns.get(0).contains("*");
        }

        /**
         * What multiplies the sum of squared deviations from some number of replicates: the scale given, or as in R (R - 1)/R
         * for JK1, 1 for JKn, 1/R for BRR, 1/(R (1 - rho)^2) for Fay and 1/(R - 1) for the bootstrap.
         */
        public double scale(int replicates) {
            double r = replicates;
            return scale.orElseGet(() -> switch (kind) {
                case JK1 -> (r - 1) / r;
                case JKN -> 1.0;
                case BRR -> 1 / r;
                case FAY -> 1 / (r * Math.pow(1 - rho.orElseThrow(), 2));
                case BOOTSTRAP -> 1 / (r - 1);
            });
        }
    }

    /**
     * Replicate weights to be made from strata and sampling units.
     *
     * @param count how many; for the bootstrap only, since the others follow from the design
     * @param seed the seed of the bootstrap's random numbers; 1 where none is given
     */
    record Made(Kind kind, Optional<Integer> count, long seed, Optional<Double> rho, boolean mse)
            implements Replication {}
}
