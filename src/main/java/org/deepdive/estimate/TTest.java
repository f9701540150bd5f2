package org.deepdive.estimate;

import org.apache.commons.statistics.distribution.TDistribution;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;

/**
 * A design-based t test of "it is 0", with its Wald interval.
 *
 * @param se the standard error of what is tested
 * @param low the lower end of its Wald interval
 * @param high the upper end
 * @param t its value divided by its standard error
 * @param df degrees of freedom
 * @param p two-sided probability of a value at least this far from 0 if it were 0
 */
public record TTest(double se, double low, double high, double t, double df, double p) {

    /** The test of a value; p is NaN where it has no standard error or no degrees of freedom. */
    static TTest of(double value, Spread spread, double level) {
        double se = Math.sqrt(spread.variance());
        double df = spread.df();
        double t = value / se;
        double p = df > 0 && !Double.isNaN(t) ? 2 * TDistribution.of(df).survivalProbability(Math.abs(t)) : Double.NaN;
        Interval.Limits limits = Interval.WALD.limits(new Estimated(value, se, df, 0), level);
        return new TTest(se, limits.low(), limits.high(), t, df, p);
    }
}
