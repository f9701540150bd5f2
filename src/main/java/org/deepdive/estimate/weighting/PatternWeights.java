package org.deepdive.estimate.weighting;

/**
 * Weights of patterns on their way to the totals.
 *
 * @param weights the sum of weights of each pattern
 * @param rounds how many rounds it took
 */
record PatternWeights(double[] weights, int rounds) {}
