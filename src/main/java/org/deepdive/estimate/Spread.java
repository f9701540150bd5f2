package org.deepdive.estimate;

/**
 * How uncertain a statistic is.
 *
 * @param variance its variance
 * @param df degrees of freedom: sampling units less strata, both counted where the statistic has respondents
 */
record Spread(double variance, double df) {}
