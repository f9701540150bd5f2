package org.deepdive.estimate.weighting;

/**
 * How unequal weights are.
 *
 * @param sum their sum
 * @param designEffect Kish's design effect from weighting, n times the sum of squares by the squared sum: by how much
 *     unequal weights alone multiply variances (Kish 1965, <cite>Survey Sampling</cite>, section 11.7)
 * @param effectiveBase Kish's effective sample size, n by the design effect
 * @param variation the coefficient of variation, standard deviation by mean, with n as the divisor: the root of the design
 *     effect less 1
 * @param least the smallest weight
 * @param most the largest weight
 */
public record WeightSpread(
        double sum, double designEffect, double effectiveBase, double variation, double least, double most) {

    /** The spread of weights; at least one. */
    public static WeightSpread of(double[] weights) {
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double weight : weights) {
            squares += weight * weight;
            least = Math.min(least, weight);
            most = Math.max(most, weight);
        }
        double sum = sum(weights);
        double effect = weights.length * squares / (sum * sum);
        return new WeightSpread(sum, effect, weights.length / effect, Math.sqrt(Math.max(0, effect - 1)), least, most);
    }

    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
