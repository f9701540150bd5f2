package org.deepdive.estimate.regression;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;

/**
 * Those who answered the outcome and every variable of a model.
 *
 * @param query the outcome, with filters that let only these through
 * @param respondents how many they are
 * @param leftOut whom of the domain the filters leave out, and why
 */
record CompleteCases(Query query, int respondents, List<LeftOut> leftOut) {

    static CompleteCases of(SurveyEstimates estimates, ModelQuery checked) {
        Query query = checked.outcome();
        Query everybody = new Query(
                query.study(),
                Measure.Base.NAME,
                List.of(),
                List.of(),
                query.where(),
                query.waves(),
                QueryChoices.USUAL);
        int before = estimates.base(everybody);
        int now = estimates.base(query);
        List<LeftOut> leftOut = new ArrayList<>();
        Measure measure = estimates.study().measure(query.measure());
        leftOut.add(new LeftOut(measure.shortLabel() + ": no answer, or not in the measure's base", before - now));
        for (String name : checked.variables()) {
            Variable variable = estimates.study().codebook().variable(name);
            List<String> kept = kept(checked, variable);
            query = query.where(name, kept.toArray(String[]::new));
            before = now;
            now = estimates.base(query);
            leftOut.add(new LeftOut(reason(checked, variable), before - now));
        }
        return new CompleteCases(
                query, now, leftOut.stream().filter(l -> l.count() > 0).toList());
    }

    /** The categories of a variable whose respondents are in the model, as far as the question's own filters let through. */
    private static List<String> kept(ModelQuery checked, Variable variable) {
        List<String> through = checked.outcome().where().getOrDefault(variable.name(), variable.codes());
        List<String> kept = variable.categories().stream()
                .filter(c -> through.contains(c.code()))
                .filter(c -> c.status() == Category.Status.VALID || keepsNonAnswers(checked, variable))
                .map(Category::code)
                .toList();
        if (kept.isEmpty()) {
            throw InputException.of(
                    "term",
                    "The filter by \"" + variable.name() + "\" lets through nobody who answered it.",
                    variable.name(),
                    "Let an answer through, or keep non-answers as categories.");
        }
        return kept;
    }

    private static boolean keepsNonAnswers(ModelQuery checked, Variable variable) {
        return checked.keepNonAnswers()
                && checked.terms().stream()
                        .flatMap(term -> term.factors().stream())
                        .noneMatch(f -> f.trend() && f.variable().equals(variable.name()));
    }

    private static String reason(ModelQuery checked, Variable variable) {
        List<String> labels = keepsNonAnswers(checked, variable)
                ? List.of()
                : variable.categories().stream()
                        .filter(c -> c.status() != Category.Status.VALID)
                        .map(Category::label)
                        .toList();
        return variable.label() + ": no answer"
                + (labels.isEmpty() ? "" : ", or \"" + String.join("\", \"", labels) + "\"");
    }
}
