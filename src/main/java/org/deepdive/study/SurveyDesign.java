package org.deepdive.study;

import java.util.List;
import java.util.Optional;

/**
 * How respondents were sampled, as far as variances need it.
 *
 * @param weight the weight's column
 * @param strata the variables whose combinations are the strata; empty for an unstratified sample
 * @param cluster the column that names the primary sampling unit; absent where respondents were sampled directly
 * @param fpc the column with the number of sampling units of the stratum in the population; absent for none
 * @param wave the variable that tells the wave; absent for a single survey
 * @param lonely what to do with a stratum of a single sampling unit
 */
public record SurveyDesign(
        String weight,
        List<String> strata,
        Optional<String> cluster,
        Optional<String> fpc,
        Optional<String> wave,
        Lonely lonely) {

    public SurveyDesign {
        strata = List.copyOf(strata);
    }

    /**
     * The treatments of a stratum with one primary sampling unit, whose variance cannot be estimated. Names and
     * definitions are those of {@code options(survey.lonely.psu)} in R's survey package.
     */
    public enum Lonely {
        /** Refuse to estimate. The default, as in R. */
        FAIL,
        /** The stratum adds nothing to the variance. Too small where the unit was sampled. */
        REMOVE,
        /** The unit is centred at the grand mean instead of its stratum's. Conservative. */
        ADJUST,
        /** The stratum gets the average variance of the others. */
        AVERAGE
    }
}
