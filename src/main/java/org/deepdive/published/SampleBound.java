package org.deepdive.published;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is known of the sampling error of a change between two printed shares of independent samples, where only the most
 * respondents that each can have had is printed.
 *
 * <p>The variance of a share {@code p} of {@code n} respondents is {@code d p (1 - p) / n} with a design effect {@code d},
 * which is 1 for a simple random sample and more for a weighted one. The statistic is the change over the root of both
 * variances, held against the normal distribution, two-sided (Kish, Survey Sampling, 1965).
 *
 * @param first the first share, as a fraction of one
 * @param second the second share
 * @param change the least change that the rounding leaves
 * @param most the most respondents of each sample
 */
public record SampleBound(double first, double second, double change, long most) {

    /** The level of the test. */
    public static final double LEVEL = 0.95;

    /** The bound of two printed shares. */
    public static SampleBound of(Printed first, Printed second, long most) {
        return new SampleBound(
                first.value(),
                second.value(),
                PrintedChange.between(first, second).leastSize(),
                most);
    }

    /** The test statistic if each sample had so many respondents. */
    public double statistic(long respondents, double designEffect) {
        return change / Math.sqrt(designEffect * spread() / respondents);
    }

    /** The fewest respondents of each sample for which the change is beyond sampling error. */
    public long leastRespondents(double designEffect) {
        double ratio = critical() / change;
        return (long) Math.ceil(designEffect * spread() * ratio * ratio);
    }

    /** Whether the change is beyond sampling error when all printed respondents gave an answer. */
    public boolean isSignificantAtMost(double designEffect) {
        return statistic(most, designEffect) >= critical();
    }

    private double spread() {
        return first * (1 - first) + second * (1 - second);
    }

    private static double critical() {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - LEVEL) / 2);
    }
}
