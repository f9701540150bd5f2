package org.deepdive.estimate;

import java.util.List;
import org.deepdive.estimate.comparison.RaoScott;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * Whether a breakdown and the answers of a measure are associated: Rao and Scott's design-based chi-square tests, as
 * {@code svychisq} of R's survey package, see {@link RaoScott}. Groups and answers without respondents are left out.
 *
 * @param study the study asked
 * @param query the query in canonical form
 * @param measure the measure asked for
 * @param label what the values were computed from
 * @param fingerprint the SHA-256 of the data, in hexadecimal
 * @param variable the breakdown
 * @param emptyGroups its groups without respondents
 * @param respondents how many respondents are in the table, unweighted
 * @param pearson Pearson's X² of the weighted proportions, scaled to the respondents; not a test by itself
 * @param cramersV Cramér's V of the weighted proportions, from 0 for none to 1: the strength of the association
 * @param meanDesignEffect the mean of the generalised design effects
 * @param f the second order correction as an F statistic: the test to use, R's default
 * @param secondOrder the second order correction against chi-square
 * @param firstOrder the first order correction against chi-square
 */
public record AssociationTest(
        Study study,
        Query query,
        Measure measure,
        DataLabel label,
        String fingerprint,
        Variable variable,
        List<Category> emptyGroups,
        int respondents,
        double pearson,
        double cramersV,
        double meanDesignEffect,
        RaoScott.Test f,
        RaoScott.Test secondOrder,
        RaoScott.Test firstOrder) {

    public AssociationTest {
        emptyGroups = List.copyOf(emptyGroups);
    }

    /** The same test without telling which groups have nobody. */
    public AssociationTest withoutEmptyGroups() {
        return new AssociationTest(
                study,
                query,
                measure,
                label,
                fingerprint,
                variable,
                List.of(),
                respondents,
                pearson,
                cramersV,
                meanDesignEffect,
                f,
                secondOrder,
                firstOrder);
    }

    /** Whether the F test rejects "no association" at a confidence level. */
    public boolean isSignificant(double level) {
        return f.p() < 1 - level;
    }
}
