package org.deepdive.estimate;

import java.util.List;

/**
 * A weighted sum of estimates from one survey, such as a difference of differences, with its design-based t test.
 *
 * <p>Its variance is that of the weighted sum of the estimates' linearised variables, covariances included: exact for
 * disjoint and overlapping groups and for several waves (Lumley 2010, section 2.2). In R's survey package: {@code
 * svycontrast} of the estimates with their covariance matrix, and {@code degf} of the groups together.
 *
 * @param queries the queries of the estimates
 * @param weights the number each is multiplied by
 * @param values the estimates; shares as fractions of one
 * @param bases their unweighted bases
 * @param value the weighted sum
 * @param test the test of whether it is 0, on the degrees of freedom of all groups together
 * @param level the confidence level of the interval and of {@link #isSignificant()}
 */
public record LinearContrast(
        List<Query> queries,
        List<Double> weights,
        List<Double> values,
        List<Integer> bases,
        double value,
        TTest test,
        double level) {

    public LinearContrast {
        queries = List.copyOf(queries);
        weights = List.copyOf(weights);
        values = List.copyOf(values);
        bases = List.copyOf(bases);
    }

    /** Whether the test rejects "the sum is 0" at the level of the interval. */
    public boolean isSignificant() {
        return test.p() < 1 - level;
    }

    /** The probability as printed: {@code p = 0.012}, or {@code p < 0.001}. */
    public String probability() {
        return Comparison.probability(test.p());
    }
}
