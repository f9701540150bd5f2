package org.deepdive.estimate.regression;

import java.util.List;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Variable;

/**
 * The groups of one variable before and after adjustment, on the same respondents.
 *
 * @param variable the variable
 * @param unadjusted the estimate of each group as it is, in codebook order
 * @param adjusted in the same order what it would be if the group had everybody's mix of the other variables (an average
 *     marginal prediction). Its base, numerator and effective base are the group's own
 * @param differences each adjusted value less that of the reference category
 * @param unadjustedTest the test of any difference between the groups, before adjustment
 * @param adjustedTest the same after it: all terms with the variable together
 */
public record Groups(
        Variable variable,
        List<EstimateRow> unadjusted,
        List<EstimateRow> adjusted,
        List<AdjustedDifference> differences,
        TermTest unadjustedTest,
        TermTest adjustedTest) {

    public Groups {
        unadjusted = List.copyOf(unadjusted);
        adjusted = List.copyOf(adjusted);
        differences = List.copyOf(differences);
    }
}
