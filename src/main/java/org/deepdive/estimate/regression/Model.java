package org.deepdive.estimate.regression;

import java.util.List;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/**
 * A fitted model with everything a caption needs.
 *
 * @param study the study asked
 * @param query the question in canonical form
 * @param measure the outcome's measure
 * @param kind the kind of model
 * @param label what the numbers were computed from
 * @param fingerprint the SHA-256 of the data, in hexadecimal
 * @param base how many respondents are in the model, unweighted
 * @param leftOut whom of the domain it leaves out, and why
 * @param coefficients the coefficients, the intercept first
 * @param references the categories that coefficients are against, one for each variable with categories, by their labels
 * @param tests the Wald test of each term, in the question's order
 * @param groups the groups compared, before and after adjustment
 * @param df residual degrees of freedom: sampling units less strata in the domain, plus one, less coefficients
 * @param level the confidence level of all intervals
 */
public record Model(
        Study study,
        ModelQuery query,
        Measure measure,
        ModelKind kind,
        DataLabel label,
        String fingerprint,
        int base,
        List<LeftOut> leftOut,
        List<Coefficient> coefficients,
        List<String> references,
        List<TermTest> tests,
        Groups groups,
        double df,
        double level) {

    public Model {
        leftOut = List.copyOf(leftOut);
        coefficients = List.copyOf(coefficients);
        references = List.copyOf(references);
        tests = List.copyOf(tests);
    }

    /** What is explained, in words: the measure, and the answer picked from it where it has several. */
    public String outcome() {
        return measure.label()
                + groups.unadjusted().stream()
                        .findFirst()
                        .flatMap(EstimateRow::answer)
                        .map(Category::label)
                        .map(answer -> ": " + answer)
                        .orElse("");
    }

    /** The variables that were adjusted for, by their labels: {@code Deprivation quintile and Age}. */
    public String adjusters() {
        List<String> labels = query.variables().stream()
                .skip(1)
                .map(name -> study.codebook().variable(name).label())
                .toList();
        if (labels.isEmpty()) {
            return "nothing else";
        }
        String last = labels.get(labels.size() - 1);
        return labels.size() == 1 ? last : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + last;
    }

    /** What the model says of the groups, in one sentence that calls them different only where a test supports it. */
    public String sentence() {
        return new Sentence(this).text();
    }
}
