package org.deepdive.estimate;

/**
 * The linear trend of a value over waves: by how much it changes from one wave to the next.
 *
 * <p>With m the estimate of a wave, x its place among all waves of the study (so that a wave without respondents leaves its
 * distance) and n its unweighted base, the slope is the weighted least-squares one, the sum of n (x - X) m over the sum of
 * n (x - X)^2, where X is the sum of n x over the sum of n: R's {@code coef(lm(m ~ x, weights = n))}. It is a linear
 * combination of the wave estimates with n taken as fixed, so its variance is exact from their design covariance, also
 * where waves share sampling units: R's {@code svycontrast}. The test of a linear trend is the t test that the slope is 0,
 * with the degrees of freedom of all the waves together. Source: Korn and Graubard (1999), <cite>Analysis of Health
 * Surveys</cite>, section 3.7, on contrasts of domain means.
 *
 * @param slope the change from one wave to the next; NaN where fewer than three waves have respondents
 * @param se its standard error
 * @param low the lower end of its Wald interval
 * @param high the upper end
 * @param t slope / se
 * @param df degrees of freedom of the waves together
 * @param p two-sided probability of a slope at least this steep if there were none
 * @param waves how many waves have respondents
 * @param base the unweighted base of all of them
 * @param first the estimate of the first wave with respondents
 * @param last the estimate of the last
 */
public record Trend(
        double slope,
        double se,
        double low,
        double high,
        double t,
        double df,
        double p,
        int waves,
        int base,
        double first,
        double last) {

    /** The fewest waves that a trend is made from. */
    public static final int FEWEST_WAVES = 3;

    static Trend of(double slope, Spread spread, int waves, int base, double first, double last, double level) {
        TTest test = TTest.of(slope, spread, level);
        return new Trend(
                slope, test.se(), test.low(), test.high(), test.t(), test.df(), test.p(), waves, base, first, last);
    }
}
