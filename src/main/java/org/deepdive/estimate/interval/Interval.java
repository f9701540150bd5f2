package org.deepdive.estimate.interval;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;

/**
 * The ways to make a confidence interval from an estimate, its standard error, its degrees of freedom and its base.
 *
 * <p>t is the two-sided quantile of Student's t with the design's degrees of freedom, p the estimated share, n the
 * unweighted base, and n* = p(1 − p) / se² the effective base. What holds for all:
 *
 * <ul>
 *   <li>Without degrees of freedom (df ≤ 0 or NaN) there are no limits: {@link Limits#NONE}.
 *   <li>Methods other than {@link #WALD} are for shares; outside 0 to 1 they have no limits.
 *   <li>Where se is 0 with p strictly between 0 and 1, as where everybody was sampled, both limits are p.
 *   <li>Where p is exactly 0 or 1, se is 0 whatever the sample, and tells nothing. {@link #BETA} and {@link #WILSON} then
 *       take the base n for the effective base, as Korn and Graubard (1998) do; the others have no limits.
 * </ul>
 */
public enum Interval {
    /**
     * Symmetric on the logit scale, then transformed back: logit(p) ± t · se / (p(1 − p)). The default for percentages:
     * its limits stay between 0 and 1. Source: {@code svyciprop(method = "xlogit")} of R's survey package. Has no limits
     * where the estimate is exactly 0 or 1. With an effective base of a few its limits run towards 0 and 1 and say little.
     */
    LOGIT("logit") {
        @Override
        public Limits limits(Estimated e, double level) {
            if (!e.isInnerShare()) {
                return Limits.NONE;
            }
            double p = e.estimate();
            double centre = Math.log(p / (1 - p));
            double half = TQuantile.twoSided(e.df(), level) * e.se() / (p * (1 - p));
            return new Limits(inverseLogit(centre - half), inverseLogit(centre + half));
        }
    },
    /**
     * Clopper and Pearson's exact binomial limits with the effective base n* · (t with n − 1 df / t)²: quantiles of
     * Beta(n*p, n*(1 − p) + 1) and Beta(n*p + 1, n*(1 − p)). Sources: Korn and Graubard (1998), "Confidence intervals for
     * proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24,
     * 193-201; {@code svyciprop(method = "beta")} of R's survey package. Wide rather than narrow, and the choice of the US
     * National Center for Health Statistics.
     *
     * <p>At p = 0 and p = 1 the effective base is n, unadjusted, since no variance was estimated: the limits of 0% are 0
     * and 1 − (α/2)^(1/n), where R has none. That is too narrow where clusters agree within themselves. The limits stay
     * valid down to effective bases below 1, where they span nearly everything. With a base of 1 there is no t with n − 1
     * degrees of freedom, and only p = 0 and p = 1 have limits.
     */
    BETA("Korn-Graubard") {
        @Override
        public Limits limits(Estimated e, double level) {
            if (e.isExtremeShare()) {
                return beta(e.estimate(), e.base(), level);
            }
            if (!e.isInnerShare() || e.base() < 2) {
                return Limits.NONE;
            }
            if (e.se() == 0) {
                return Limits.both(e.estimate());
            }
            double ratio = TQuantile.twoSided(e.base() - 1.0, level) / TQuantile.twoSided(e.df(), level);
            return beta(e.estimate(), e.effectiveBase() * ratio * ratio, level);
        }
    },
    /**
     * Wilson's score interval on the effective base, with t in place of the normal quantile:
     * (p + t²/2n* ± t √(p(1 − p)/n* + t²/4n*²)) / (1 + t²/n*). Sources: Wilson (1927), Journal of the American Statistical
     * Association 22, 209-212; for surveys Kott and Carr (1997), Journal of Official Statistics 13, 337-348, and Franco,
     * Little, Louis and Slud (2019), Journal of Survey Statistics and Methodology 7, 334-364. R's survey package has none;
     * it is {@code prop.test(n* p, n*, correct = FALSE)} at the level at which the normal quantile is t.
     *
     * <p>At p = 0 and p = 1 the effective base is n: the limits of 0% are 0 and t² / (n + t²). With a tiny effective base
     * its limits draw towards one half.
     */
    WILSON("Wilson") {
        @Override
        public Limits limits(Estimated e, double level) {
            double t = TQuantile.twoSided(e.df(), level);
            if (e.isExtremeShare()) {
                double reach = t * t / (e.base() + t * t);
                return e.estimate() == 0 ? new Limits(0, reach) : new Limits(1 - reach, 1);
            }
            if (!e.isInnerShare()) {
                return Limits.NONE;
            }
            double p = e.estimate();
            double perBase = t * t * e.se() * e.se() / (p * (1 - p));
            double centre = (p + perBase / 2) / (1 + perBase);
            double half = Math.sqrt(t * t * e.se() * e.se() + perBase * perBase / 4) / (1 + perBase);
            return new Limits(centre - half, centre + half);
        }
    },
    /**
     * Symmetric about the estimate: estimate ± t · se. The default for means. Source: {@code confint} of
     * {@code svymean} in R's survey package; {@code svyciprop(method = "mean")} for shares. For percentages near 0 or 100
     * with small bases its limits can leave the scale, and it covers too little; at exactly 0 or 1 both limits are the
     * estimate.
     */
    WALD("Wald") {
        @Override
        public Limits limits(Estimated e, double level) {
            double half = TQuantile.twoSided(e.df(), level) * e.se();
            return new Limits(e.estimate() - half, e.estimate() + half);
        }
    },
    /**
     * Symmetric on the scale that makes a proportion's variance constant: sin²(arcsin √p ± t · se / (2 √(p(1 − p)))).
     * Source: {@code svyciprop(method = "asin")} of R's survey package. An end that passes 0 or 1 on that scale stays
     * there, where R's formula turns back inwards. Has no limits where the estimate is exactly 0 or 1. With a tiny
     * effective base its limits are 0 and 1.
     */
    ARCSINE("arcsine") {
        @Override
        public Limits limits(Estimated e, double level) {
            if (!e.isInnerShare()) {
                return Limits.NONE;
            }
            double p = e.estimate();
            double centre = Math.asin(Math.sqrt(p));
            double half = TQuantile.twoSided(e.df(), level) * e.se() / (2 * Math.sqrt(p * (1 - p)));
            double low = Math.sin(Math.max(0, centre - half));
            double high = Math.sin(Math.min(Math.PI / 2, centre + half));
            return new Limits(low * low, high * high);
        }
    },
    /**
     * The shares q that the scaled likelihood does not reject: 2 n* (p log(p/q) + (1 − p) log((1 − p)/(1 − q))) ≤ t² · n/(n −
     * 1). It is the profile likelihood of a logistic model with nothing but an intercept, its cutoff scaled by the design
     * effect and its deviance by the dispersion, n/(n − 1) for such a model. Sources: Rao and Scott (1984), Annals of
     * Statistics 12, 46-60; {@code svyciprop(method = "likelihood")} of R's survey package, which reads the same limits off a
     * coarse grid by a spline and so agrees to three or four digits only.
     *
     * <p>Has no limits where the estimate is exactly 0 or 1: the likelihood then has its maximum at the end of the scale,
     * and the quantile does not apply; nor with a base of 1. With a tiny effective base its limits span nearly everything.
     */
    LIKELIHOOD("likelihood") {
        @Override
        public Limits limits(Estimated e, double level) {
            if (!e.isInnerShare() || e.base() < 2) {
                return Limits.NONE;
            }
            if (e.se() == 0) {
                return Limits.both(e.estimate());
            }
            double t = TQuantile.twoSided(e.df(), level);
            double cutoff = t * t * e.base() / (e.base() - 1.0) / (2 * e.effectiveBase());
            double p = e.estimate();
            double centre = Math.log(p / (1 - p));
            DoubleUnaryOperator down = step -> divergence(p, -step) - cutoff;
            DoubleUnaryOperator up = step -> divergence(p, step) - cutoff;
            return new Limits(inverseLogit(centre - root(down)), inverseLogit(centre + root(up)));
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

    /**
     * Reads a method's name, such as {@code wilson}, in any case.
     *
     * @throws InputException where there is no such method, with the nearest
     */
    public static Interval read(String word) {
        return Arrays.stream(values())
                .filter(interval -> interval.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "interval",
                        word,
                        Arrays.stream(values()).map(Interval::word).toList()));
    }

    /** The name that {@link #read} reads, such as {@code wilson}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in captions. */
    public String title() {
        return title;
    }

    /**
     * The limits of an interval.
     *
     * @param estimated the estimate, its standard error, degrees of freedom and base
     * @param level the confidence level, such as 0.95
     * @return the limits, NaN where the interval does not exist
     */
    public abstract Limits limits(Estimated estimated, double level);

    private static double inverseLogit(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static Limits beta(double p, double base, double level) {
        double tail = (1 - level) / 2;
        double counted = base * p;
        double others = base * (1 - p);
        return new Limits(
                p == 0 ? 0 : BetaDistribution.of(counted, others + 1).inverseCumulativeProbability(tail),
                p == 1 ? 1 : BetaDistribution.of(counted + 1, others).inverseSurvivalProbability(tail));
    }

    /**
     * Kullback and Leibler's divergence from p of the share q whose logit is a step away:
     * p log(p/q) + (1 - p) log((1 - p)/(1 - q)), where the second logarithm is log(1 + p (e^step - 1)) and the first is
     * that less the step.
     */
    private static double divergence(double p, double step) {
        return Math.log1p(p * Math.expm1(step)) - p * step;
    }

    /** The positive zero of a growing function that is negative at 0, by bisection to the last bit. */
    private static double root(DoubleUnaryOperator growing) {
        double outside = 1;
        while (growing.applyAsDouble(outside) < 0) {
            outside *= 2;
        }
        double inside = 0;
        double middle = outside / 2;
        while (middle > inside && middle < outside) {
            if (growing.applyAsDouble(middle) < 0) {
                inside = middle;
            } else {
                outside = middle;
            }
            middle = inside + (outside - inside) / 2;
        }
        return middle;
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

        static Limits both(double end) {
            return new Limits(end, end);
        }
    }
}
