package org.deepdive.estimate.interval;

/**
 * What an interval is made from.
 *
 * @param estimate the estimate; a share as a fraction of one
 * @param se its design-based standard error; 0 where the estimate does not vary
 * @param df degrees of freedom of the standard error: sampling units less strata
 * @param base the unweighted base: how many respondents the estimate is of
 */
public record Estimated(double estimate, double se, double df, int base) {

    /** Whether it is a share strictly between 0 and 1, with degrees of freedom and a standard error. */
    boolean isInnerShare() {
        return estimate > 0 && estimate < 1 && df > 0 && se >= 0;
    }

    /** Whether nobody or everybody of a base is counted, with degrees of freedom. */
    boolean isExtremeShare() {
        return (estimate == 0 || estimate == 1) && df > 0 && base > 0;
    }

    /**
     * The effective base of a share, p(1 − p) / se²: the size of a simple random sample with replacement that would have
     * the same standard error. Infinite where se is 0.
     */
    double effectiveBase() {
        return estimate * (1 - estimate) / (se * se);
    }
}
