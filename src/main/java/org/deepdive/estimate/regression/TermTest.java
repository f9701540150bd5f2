package org.deepdive.estimate.regression;

/**
 * The Wald test of a whole term: whether all its coefficients are zero.
 *
 * @param name the term, as written in the question
 * @param label the term in words
 * @param f the F statistic; NaN where the sampling units are too few for this test
 * @param df its numerator degrees of freedom: the coefficients tested
 * @param ddf its denominator degrees of freedom: those of the model
 * @param p the probability of a statistic at least this large if all were zero
 */
public record TermTest(String name, String label, double f, int df, double ddf, double p) {

    /** Whether the test rejects at a confidence level. */
    public boolean isSignificant(double level) {
        return p < 1 - level;
    }
}
