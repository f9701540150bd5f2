package org.deepdive.estimate.regression;

import org.deepdive.study.Category;

/**
 * The difference of two adjusted percentages or means, with its test.
 *
 * @param first the first group
 * @param second the second group: the reference category
 * @param difference the first adjusted value less the second
 * @param se its standard error, covariance included
 * @param low the lower end of its Wald interval
 * @param high the upper end
 * @param t difference / se
 * @param p two-sided probability of a difference at least this large if there were none
 */
public record AdjustedDifference(
        Category first, Category second, double difference, double se, double low, double high, double t, double p) {}
