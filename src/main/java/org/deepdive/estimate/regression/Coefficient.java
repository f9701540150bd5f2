package org.deepdive.estimate.regression;

/**
 * A coefficient of a model: of a logistic one a difference of log odds, of a linear one a difference of means.
 *
 * @param name its name for programs: {@code (intercept)}, {@code sex=male}, {@code wave.trend}, joined by a colon for an
 *     interaction
 * @param label its name for people
 * @param estimate the estimate, against the reference category
 * @param se its design-based standard error
 * @param low the lower end of its Wald interval, on the t distribution with the model's degrees of freedom
 * @param high the upper end
 * @param t estimate / se
 * @param p two-sided probability of an estimate at least this large if it were zero
 */
public record Coefficient(
        String name, String label, double estimate, double se, double low, double high, double t, double p) {

    /** The odds ratio of a logistic model: e to the estimate. */
    public double oddsRatio() {
        return Math.exp(estimate);
    }

    /** The lower end of the odds ratio's interval. */
    public double oddsLow() {
        return Math.exp(low);
    }

    /** The upper end of the odds ratio's interval. */
    public double oddsHigh() {
        return Math.exp(high);
    }

    /** Whether it is the intercept, whose value depends on the choice of all reference categories. */
    public boolean isIntercept() {
        return name.equals(ModelColumn.INTERCEPT.name());
    }
}
