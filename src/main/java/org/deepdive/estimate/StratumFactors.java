package org.deepdive.estimate;

import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;

/**
 * What each stratum multiplies its sums of squares by: with t the linearised totals of a stratum's sampling units and T
 * their sum, the stratum adds {@code squares * sum(t^2) - means * T^2} to a variance.
 *
 * <p>Usually that is (1 - f) n/(n-1) (sum of t^2 - T^2/n), with f the sampled share (Lumley 2010, section 2.2; R's
 * {@code svyrecvar}). A stratum that is sampled whole adds nothing; one with a lonely sampling unit what the design says.
 *
 * @param squares the factor of the sum of squares
 * @param means the factor of the square of the sum
 * @param lonely which strata have a lonely sampling unit, and are not sampled whole
 * @param treatment what is done about those
 */
record StratumFactors(double[] squares, double[] means, boolean[] lonely, SurveyDesign.Lonely treatment) {

    /** Below this unsampled share, a stratum counts as fully enumerated and adds nothing, as in R. */
    static final double ENUMERATED = 1e-7;

    static StratumFactors of(Strata strata, SurveyDesign.Lonely treatment) {
        double[] squares = new double[strata.count()];
        double[] means = new double[strata.count()];
        boolean[] lonely = new boolean[strata.count()];
        for (int h = 0; h < strata.count(); h++) {
            double unsampled = strata.unsampledShare(h);
            double units = strata.units(h);
            if (unsampled >= ENUMERATED && units > 1) {
                squares[h] = unsampled * units / (units - 1);
                means[h] = unsampled / (units - 1);
            } else if (unsampled >= ENUMERATED) {
                lonely[h] = true;
                // The unit's distance from zero, where the linearised variable has its mean.
                means[h] = treatment == SurveyDesign.Lonely.ADJUST ? -unsampled : 0;
            }
        }
        return new StratumFactors(squares, means, lonely, treatment);
    }
}
