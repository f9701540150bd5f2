package org.deepdive.estimate.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.Patterns;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.RespondentVariance;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * Fits survey-weighted models: logistic ones of percentages and linear ones of means, on categorical variables, trends and
 * interactions of two.
 *
 * <p>Defaults: 95% intervals; treatment contrasts against the first category that has respondents; who did not answer the
 * outcome or a variable of a term, or refused or did not know the latter, is left out and counted. Filters and waves keep
 * the full design. Every number is that of R's survey package: {@code svyglm}, {@code confint} with the model's degrees of
 * freedom, {@code regTermTest(method = "Wald")}, {@code svypredmeans}.
 */
public final class Regression {

    private final SurveyEstimates estimates;
    private final RespondentVariance variance;
    private final ModelCheck check;

    /** @param estimates the survey */
    public Regression(SurveyEstimates estimates) {
        this.estimates = estimates;
        this.variance = RespondentVariance.of(estimates);
        this.check = new ModelCheck(estimates.study());
    }

    /**
     * The question that asks for the respondents of a model alone: its outcome, with filters that let only those through
     * who answered everything.
     */
    public Query completeCases(ModelQuery query) {
        return CompleteCases.of(estimates, check.check(query)).query();
    }

    /**
     * The answer to a question to a model.
     *
     * @throws org.deepdive.study.InputException where a name is unknown, and where the model has no solution: which term
     *     and category stand in the way
     */
    public Model fit(ModelQuery query) {
        ModelQuery checked = check.check(query);
        CompleteCases cases = CompleteCases.of(estimates, checked);
        Fitted fitted = fitted(checked, cases);
        return new Model(
                estimates.study(),
                checked,
                estimates.study().measure(checked.outcome().measure()),
                check.kind(checked),
                estimates.label(),
                estimates.data().fingerprint(),
                cases.respondents(),
                cases.leftOut(),
                coefficients(fitted.fit()),
                references(fitted, checked),
                tests(fitted, checked),
                groups(fitted, checked, cases),
                fitted.fit().df(),
                SurveyEstimates.LEVEL);
    }

    /** The fit behind a model, with its covariance. */
    Fit fitOf(ModelQuery query) {
        ModelQuery checked = check.check(query);
        return fitted(checked, CompleteCases.of(estimates, checked)).fit();
    }

    private record Fitted(Patterns patterns, List<Variable> variables, Fit fit) {}

    private Fitted fitted(ModelQuery checked, CompleteCases cases) {
        List<Variable> variables = checked.variables().stream()
                .map(estimates.study().codebook()::variable)
                .toList();
        Patterns patterns = Patterns.of(estimates, cases.query(), variables);
        return new Fitted(patterns, variables, fit(patterns, variables, checked, checked.terms()));
    }

    private Fit fit(Patterns patterns, List<Variable> variables, ModelQuery checked, List<ModelTerm> terms) {
        ModelMatrix matrix = ModelMatrix.of(patterns, checked, terms, variables);
        return Fit.of(matrix, check.kind(checked), terms, variables, variance);
    }

    private static List<Coefficient> coefficients(Fit fit) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int k = 0; k < fit.coefficients().length; k++) {
            ModelColumn column = fit.matrix().columns().get(k);
            double estimate = fit.coefficients()[k];
            Interval.Limits limits =
                    Interval.WALD.limits(new Estimated(estimate, fit.se(k), fit.df(), 0), SurveyEstimates.LEVEL);
            double t = estimate / fit.se(k);
            coefficients.add(new Coefficient(
                    column.name(),
                    column.label(),
                    estimate,
                    fit.se(k),
                    limits.low(),
                    limits.high(),
                    t,
                    twoSided(t, fit.df())));
        }
        return coefficients;
    }

    private static List<String> references(Fitted fitted, ModelQuery checked) {
        List<String> references = new ArrayList<>();
        for (int at = 0; at < fitted.variables().size(); at++) {
            Variable variable = fitted.variables().get(at);
            if (checked.terms().contains(ModelTerm.parse(variable.name()))) {
                int reference = ModelMatrix.reference(checked, variable, ModelMatrix.present(fitted.patterns(), at));
                references.add(variable.label() + ": "
                        + variable.categories().get(reference).label());
            }
        }
        return references;
    }

    private static double twoSided(double t, double df) {
        return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    private static List<TermTest> tests(Fitted fitted, ModelQuery checked) {
        List<TermTest> tests = new ArrayList<>();
        for (int t = 0; t < checked.terms().size(); t++) {
            ModelTerm term = checked.terms().get(t);
            int[] columns = fitted.fit().matrix().columnsOf(t);
            tests.add(fitted.fit().test(term.text(), label(term, fitted.variables()), columns));
        }
        return tests;
    }

    private static String label(ModelTerm term, List<Variable> variables) {
        return term.factors().stream()
                .map(f -> variables.stream()
                                .filter(v -> v.name().equals(f.variable()))
                                .findFirst()
                                .orElseThrow()
                                .label()
                        + (f.trend() ? " (trend)" : ""))
                .collect(Collectors.joining(" × "));
    }

    private Groups groups(Fitted fitted, ModelQuery checked, CompleteCases cases) {
        Variable group = fitted.variables().get(0);
        List<EstimateRow> unadjusted = estimates.estimate(cases.query().by(List.of(group.name()))).rows().stream()
                .filter(row -> row.cell() instanceof Cell.Estimate e && e.base() > 0)
                .toList();
        List<Integer> present = ModelMatrix.present(fitted.patterns(), 0);
        Margins margins = Margins.of(fitted.fit(), 0, present, variance);
        Fit alone = fit(
                fitted.patterns(), fitted.variables(), checked, checked.terms().subList(0, 1));
        String name = checked.terms().get(0).text();
        return new Groups(
                group,
                unadjusted,
                adjusted(unadjusted, margins, fitted.fit()),
                differences(group, present, ModelMatrix.reference(checked, group, present), margins, fitted.fit()),
                alone.test(name, group.label(), alone.matrix().columnsWith(0)),
                fitted.fit().test(name, group.label(), fitted.fit().matrix().columnsWith(0)));
    }

    private List<EstimateRow> adjusted(List<EstimateRow> unadjusted, Margins margins, Fit fit) {
        List<EstimateRow> adjusted = new ArrayList<>();
        for (int g = 0; g < unadjusted.size(); g++) {
            Cell.Estimate own = (Cell.Estimate) unadjusted.get(g).cell();
            double mean = margins.means()[g];
            Interval.Limits limits = fit.kind()
                    .interval()
                    .limits(new Estimated(mean, margins.se(g), fit.df(), own.base()), SurveyEstimates.LEVEL);
            adjusted.add(unadjusted
                    .get(g)
                    .with(new Cell.Estimate(
                            mean,
                            margins.se(g),
                            limits.low(),
                            limits.high(),
                            own.base(),
                            own.counted(),
                            own.effectiveBase(),
                            Double.NaN,
                            fit.df(),
                            own.flags())));
        }
        return adjusted;
    }

    private static List<AdjustedDifference> differences(
            Variable group, List<Integer> present, int reference, Margins margins, Fit fit) {
        int second = present.indexOf(reference);
        List<AdjustedDifference> differences = new ArrayList<>();
        for (int g = 0; g < present.size(); g++) {
            if (g != second) {
                double difference = margins.means()[g] - margins.means()[second];
                double se = margins.se(g, second);
                Interval.Limits limits =
                        Interval.WALD.limits(new Estimated(difference, se, fit.df(), 0), SurveyEstimates.LEVEL);
                Category first = group.categories().get(present.get(g));
                Category other = group.categories().get(reference);
                double t = difference / se;
                differences.add(new AdjustedDifference(
                        first, other, difference, se, limits.low(), limits.high(), t, twoSided(t, fit.df())));
            }
        }
        return differences;
    }
}
