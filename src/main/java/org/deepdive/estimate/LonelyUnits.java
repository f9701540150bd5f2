package org.deepdive.estimate;

import org.deepdive.study.InputException;
import org.deepdive.study.SurveyDesign;

/** What lonely sampling units do to a variance that was added up over strata. */
final class LonelyUnits {

    private LonelyUnits() {}

    /**
     * The variance after the design's treatment.
     *
     * @param treatment what the design says
     * @param variance the sum over strata
     * @param strata how many strata have respondents of the statistic
     * @param lonely how many of these have a lonely sampling unit
     * @throws InputException where there are any and the design says fail
     */
    static double treated(SurveyDesign.Lonely treatment, double variance, int strata, int lonely) {
        if (lonely == 0) {
            return variance;
        }
        return switch (treatment) {
            case REMOVE, ADJUST -> variance;
            case AVERAGE -> strata == lonely ? Double.NaN : variance * strata / (strata - lonely);
            case FAIL -> throw refusal(1);
        };
    }

    /** What is said where the design says fail. */
    static InputException refusal(int stage) {
        String where =
                stage == 1 ? "A stratum has only one sampling unit" : "A sampling unit has only one unit within it";
        return InputException.of(
                "lonely-unit",
                where + ", so its variance cannot be estimated.",
                "stage " + stage,
                "Set design, lonely in study.yaml to remove, adjust or average, or join strata.");
    }
}
