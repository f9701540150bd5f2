package org.deepdive.estimate.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles of Student's t for two-sided intervals, in nanoseconds.
 *
 * <p>A table with thousands of cells asks for as many quantiles with few different degrees of freedom, and the exact
 * quantile costs microseconds. Up to {@value #FEW} degrees of freedom it is computed once for each df and level and kept;
 * above, it comes from the Cornish-Fisher expansion about the normal quantile to the fifth power of 1/df (Abramowitz and
 * Stegun 1964, 26.7.5, has four; the fifth is Fisher and Cornish 1960), which at levels up to 0.999 is the exact quantile
 * to 1e-14 relative. Beyond that level every quantile is the exact one.
 *
 * <p>Safe for threads without locks: an entry is immutable, so that a reader finds it whole or not at all, and two threads
 * that compute the same one do no harm.
 */
public final class TQuantile {

    /** Above so many degrees of freedom the expansion is exact to double precision. */
    private static final double FEW = 1000;

    /** Above this level the expansion's remainder shows. */
    private static final double HIGH = 0.9991;

    private static final int PLACES = 1 << 10;
    private static final int LEVELS = 1 << 4;

    /** Quantiles of fractional degrees of freedom, and of whole ones beyond the expansion's level. */
    private static final Entry[] OTHERS = new Entry[PLACES];

    private static final Level[] KNOWN = new Level[LEVELS];

    private TQuantile() {}

    /**
     * The t with P(−t &lt; T &lt; t) = level.
     *
     * @param df degrees of freedom, whole or not; infinite for the normal quantile
     * @param level the confidence level, between 0 and 1, such as 0.95
     * @return the quantile; NaN where df or level is not above 0, or level not below 1
     */
    public static double twoSided(double df, double level) {
        if (!(df > 0 && level > 0 && level < 1)) {
            return Double.NaN;
        }
        Level known = level(level);
        if (df > FEW && level < HIGH) {
            return known.expanded(df);
        }
        return df <= FEW && df == (int) df ? known.whole((int) df) : other(df, level);
    }

    private static Level level(double level) {
        int place = place(Double.hashCode(level), LEVELS);
        Level known = KNOWN[place];
        if (known == null || known.level != level) {
            known = Level.of(level);
            KNOWN[place] = known;
        }
        return known;
    }

    private static double other(double df, double level) {
        int place = place(31 * Double.hashCode(df) + Double.hashCode(level), PLACES);
        Entry entry = OTHERS[place];
        if (entry == null || entry.df != df || entry.level != level) {
            entry = new Entry(df, level, exact(df, level));
            OTHERS[place] = entry;
        }
        return entry.quantile;
    }

    private static double exact(double df, double level) {
        return Double.isInfinite(df) ? normal(level) : TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2);
    }

    private static double normal(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    /** Spreads the high bits, where doubles of whole numbers differ, over the low ones (Fibonacci hashing). */
    private static int place(int hash, int places) {
        return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(places) + 1;
    }

    private record Entry(double df, double level, double quantile) {}

    /**
     * What is known for one level: the quantiles of whole degrees of freedom so far, and the expansion's coefficients, z and
     * the factors of the powers of 1/df.
     */
    private record Level(
            double level, Entry[] wholes, double z, double g1, double g2, double g3, double g4, double g5) {

        static Level of(double level) {
            double z = normal(level);
            double s = z * z;
            return new Level(
                    level,
                    new Entry[(int) FEW + 1],
                    z,
                    z * (s + 1) / 4,
                    z * ((5 * s + 16) * s + 3) / 96,
                    z * (((3 * s + 19) * s + 17) * s - 15) / 384,
                    z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160,
                    z * (((((27 * s + 339) * s + 930) * s - 1782) * s - 765) * s + 17955) / 368640);
        }

        double whole(int df) {
            Entry entry = wholes[df];
            if (entry == null) {
                entry = new Entry(df, level, exact(df, level));
                wholes[df] = entry;
            }
            return entry.quantile;
        }

        double expanded(double df) {
            double x = 1 / df;
            return z + x * (g1 + x * (g2 + x * (g3 + x * (g4 + x * g5))));
        }
    }
}
