package org.deepdive.estimate;

import org.apache.commons.statistics.distribution.TDistribution;
import org.deepdive.study.Measure;

/** The ways to make a confidence interval from an estimate, its standard error and its degrees of freedom. */
public enum Interval {
    /**
     * Symmetric on the logit scale, then transformed back: logit(p) ± t · se / (p(1 − p)). The default for percentages:
     * its limits stay between 0 and 1. Source: {@code svyciprop(method = "xlogit")} of R's survey package. Has no limits
     * where the estimate is exactly 0 or 1, or where there are no degrees of freedom.
     */
    LOGIT("logit") {
        @Override
        public Limits limits(double estimate, double se, double df, double level) {
            if (!(estimate > 0 && estimate < 1)) {
                return Limits.NONE;
            }
            double centre = Math.log(estimate / (1 - estimate));
            double half = quantile(df, level) * se / (estimate * (1 - estimate));
            return new Limits(inverseLogit(centre - half), inverseLogit(centre + half));
        }
    },
    /**
     * Symmetric about the estimate: estimate ± t · se. The default for means. For percentages near 0 or 100 with small
     * bases its limits can leave the scale, and it covers too little.
     */
    WALD("Wald") {
        @Override
        public Limits limits(double estimate, double se, double df, double level) {
            double half = quantile(df, level) * se;
            return new Limits(estimate - half, estimate + half);
        }
    };

    private final String title;

    Interval(String title) {
        this.title = title;
    }

    /** The default for a measure: logit for shares, Wald for means. */
    public static Interval of(Measure measure) {
        return measure.isShare() ? LOGIT : WALD;
    }

    /** Its name in captions. */
    public String title() {
        return title;
    }

    /**
     * The limits of an interval.
     *
     * @param estimate the estimate; a share between 0 and 1 for {@link #LOGIT}
     * @param se its standard error
     * @param df degrees of freedom of the t distribution
     * @param level the confidence level, such as 0.95
     * @return the limits, NaN where the interval does not exist
     */
    public abstract Limits limits(double estimate, double se, double df, double level);

    /** The t quantile of a two-sided interval; NaN without degrees of freedom. */
    static double quantile(double df, double level) {
        return df > 0 ? TDistribution.of(df).inverseCumulativeProbability(0.5 + level / 2) : Double.NaN;
    }

    private static double inverseLogit(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * The two ends of an interval.
     *
     * @param low the lower end; NaN where there is none
     * @param high the upper end; NaN where there is none
     */
    public record Limits(double low, double high) {
        /** No interval. */
        public static final Limits NONE = new Limits(Double.NaN, Double.NaN);
    }
}
