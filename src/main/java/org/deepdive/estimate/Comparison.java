package org.deepdive.estimate;

import java.util.Locale;

/**
 * The difference of two estimates from one survey, with its design-based t test.
 *
 * @param first the query of the first estimate
 * @param second the query of the second
 * @param firstValue the first estimate
 * @param secondValue the second estimate
 * @param firstBase the unweighted base of the first
 * @param secondBase the unweighted base of the second
 * @param firstCounted how many of the first base are counted
 * @param secondCounted how many of the second base are counted
 * @param difference first less second
 * @param se the standard error of the difference, covariance included
 * @param low the lower end of its Wald interval
 * @param high the upper end of its Wald interval
 * @param t difference / se
 * @param df degrees of freedom of the two groups together
 * @param p two-sided probability of a difference at least this large if there were none
 * @param level the confidence level of the interval and of {@link #isSignificant()}
 */
public record Comparison(
        Query first,
        Query second,
        double firstValue,
        double secondValue,
        int firstBase,
        int secondBase,
        int firstCounted,
        int secondCounted,
        double difference,
        double se,
        double low,
        double high,
        double t,
        double df,
        double p,
        double level) {

    /**
     * One of the two groups.
     *
     * @param value its estimate
     * @param count its unweighted base
     * @param counted how many of the base are counted
     */
    record Side(double value, int count, int counted) {}

    static Comparison of(Query first, Query second, Side a, Side b, Spread spread, double level) {
        double difference = a.value() - b.value();
        TTest test = TTest.of(difference, spread, level);
        return new Comparison(
                first,
                second,
                a.value(),
                b.value(),
                a.count(),
                b.count(),
                a.counted(),
                b.counted(),
                difference,
                test.se(),
                test.low(),
                test.high(),
                test.t(),
                test.df(),
                test.p(),
                level);
    }

    /** The probability as printed: {@code p = 0.012}, or {@code p < 0.001}. */
    public String probability() {
        return probability(p);
    }

    /** A probability as printed: {@code p = 0.012}, or {@code p < 0.001}. */
    public static String probability(double p) {
        if (Double.isNaN(p)) {
            return "p not available";
        }
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }

    /** Whether the test rejects "no difference" at the level of the interval. */
    public boolean isSignificant() {
        return p < 1 - level;
    }
}
