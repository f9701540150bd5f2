package org.deepdive.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.estimate.regression.AdjustedDifference;
import org.deepdive.estimate.regression.Coefficient;
import org.deepdive.estimate.regression.Groups;
import org.deepdive.estimate.regression.LeftOut;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.ModelTerm;
import org.deepdive.estimate.regression.Regression;
import org.deepdive.estimate.regression.TermTest;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/**
 * What the rules of disclosure say of models: one is shown where the table of its outcome by every one of its terms would
 * be shown whole, for the respondents of the model; otherwise nothing of it is.
 *
 * <p>A model whose terms have a coefficient for every category says as much as these tables: the coefficients of a single
 * term, or of an interaction, are the logits of its cells. So a category that is too small, or in which too few are counted
 * or are not, is refused before a model is fitted. A fitted model must have at least the minimum base of respondents more than
 * coefficients, or it would say nearly as much as they did. Source of the latter: ACRO's {@code safe_dof_threshold}, 10.
 */
final class ModelClearing {

    private final Gate gate;
    private final SurveyEstimates estimates;

    ModelClearing(Gate gate, SurveyEstimates estimates) {
        this.gate = gate;
        this.estimates = estimates;
    }

    /** @throws InputException with the code {@code suppressed} or {@code remainder} where a model cannot be shown */
    void requireShown(ModelQuery query) {
        Query cases = new Regression(estimates).completeCases(query);
        for (ModelTerm term : query.terms()) {
            requireShown(
                    term,
                    cases.by(term.factors().stream()
                            .map(ModelTerm.Factor::variable)
                            .toList()));
        }
        requireNoRemainder(cases);
    }

    private void requireShown(ModelTerm term, Query byTerm) {
        EstimateTable table = estimates.estimate(byTerm);
        List<EstimateRow> withheld = gate.cleared(estimates, table).stream()
                .filter(row -> row.cell() instanceof Cell.Withheld)
                .toList();
        if (withheld.isEmpty()) {
            return;
        }
        List<EstimateRow> small =
                withheld.stream().filter(row -> !isSecondary(row)).toList();
        String where = (small.isEmpty() ? withheld : small)
                .stream()
                        .map(row -> row.groups().stream().map(Category::label).collect(Collectors.joining(" and ")))
                        .distinct()
                        .collect(Collectors.joining("; "));
        String of = table.by().stream().map(Variable::label).collect(Collectors.joining(" × "));
        throw InputException.of(
                InputException.SUPPRESSED,
                "The model is withheld [c]: of " + of
                        + (small.isEmpty()
                                ? ", a table withholds answers in: "
                                : ", too few respondents are counted, or are not, in: ")
                        + where + ".",
                term.text(),
                remedy(table, withheld));
    }

    private static boolean isSecondary(EstimateRow row) {
        return row.cell() instanceof Cell.Withheld hidden && hidden.rule().equals("secondary");
    }

    /** For a single variable the filter that leaves the small categories out. */
    private static String remedy(EstimateTable table, List<EstimateRow> withheld) {
        if (table.by().size() > 1) {
            return "Leave that interaction out, or ask about more respondents.";
        }
        List<Category> hidden =
                withheld.stream().map(row -> row.groups().get(0)).distinct().toList();
        String others = table.rows().stream()
                .map(row -> row.groups().get(0))
                .filter(category -> !hidden.contains(category))
                .map(Category::code)
                .distinct()
                .collect(Collectors.joining("/"));
        String name = table.by().get(0).name();
        return others.contains("/")
                ? "Filter by " + name + ":" + others + ", or leave the term out."
                : "Leave the term out, or ask about more respondents.";
    }

    private void requireNoRemainder(Query cases) {
        try {
            new Differencing(gate.rules(), estimates).check(cases);
        } catch (InputException e) {
            if (!e.code().equals(InputException.REMAINDER)) {
                throw e;
            }
            throw InputException.of(
                    InputException.REMAINDER,
                    "The model is withheld [c]: it leaves out those who did not answer one of its variables. "
                            + e.problem(),
                    e.given(),
                    "Leave that variable out, or keep its non-answers as categories.");
        }
    }

    /**
     * A model that {@link #requireShown(ModelQuery)} let pass, marked and rounded for the gate's audience.
     *
     * @throws InputException with the code {@code suppressed} where it has nearly as many coefficients as respondents
     */
    Model shown(Model raw) {
        if (raw.base() - raw.coefficients().size() < gate.rules().minimumBase()) {
            throw InputException.of(
                    InputException.SUPPRESSED,
                    "The model is withheld [c]: it has nearly as many coefficients as respondents.",
                    raw.query().text(),
                    "Leave terms out, or ask about more respondents.");
        }
        return new Model(
                raw.study(),
                raw.query(),
                raw.measure(),
                raw.kind(),
                raw.label(),
                raw.fingerprint(),
                gate.base(raw.base()),
                raw.leftOut().stream()
                        .map(l -> new LeftOut(l.reason(), gate.base(l.count())))
                        .toList(),
                raw.coefficients().stream().map(this::shown).toList(),
                raw.references(),
                raw.tests().stream().map(this::shown).toList(),
                groups(raw),
                gate.rounded(raw.df()),
                raw.level());
    }

    private Coefficient shown(Coefficient c) {
        return new Coefficient(
                c.name(),
                c.label(),
                gate.digits(c.estimate()),
                gate.digits(c.se()),
                gate.digits(c.low()),
                gate.digits(c.high()),
                gate.digits(c.t()),
                gate.digits(c.p()));
    }

    private TermTest shown(TermTest t) {
        return new TermTest(t.name(), t.label(), gate.digits(t.f()), t.df(), gate.rounded(t.ddf()), gate.digits(t.p()));
    }

    private Groups groups(Model raw) {
        Groups groups = raw.groups();
        Query byGroup = new Regression(estimates)
                .completeCases(raw.query())
                .by(List.of(groups.variable().name()));
        return new Groups(
                groups.variable(),
                gate.cleared(estimates, estimates.estimate(byGroup)),
                groups.adjusted().stream()
                        .map(row -> row.with(adjusted(raw, (Cell.Estimate) row.cell())))
                        .toList(),
                groups.differences().stream().map(this::shown).toList(),
                shown(groups.unadjustedTest()),
                shown(groups.adjustedTest()));
    }

    private Cell adjusted(Model raw, Cell.Estimate exact) {
        Cell.Estimate e = gate.marked(exact, raw.measure());
        Interval.Limits limits = raw.kind()
                .interval()
                .limits(
                        new Estimated(e.value(), e.se(), Math.max(1, gate.rounded(e.df())), gate.base(e.base())),
                        raw.level());
        return new Cell.Estimate(
                gate.digits(e.value()),
                gate.digits(e.se()),
                gate.digits(limits.low()),
                gate.digits(limits.high()),
                gate.base(e.base()),
                Math.min(gate.base(e.base()), gate.base(e.counted())),
                gate.rounded(e.effectiveBase()),
                e.deff(),
                gate.rounded(e.df()),
                e.flags());
    }

    private AdjustedDifference shown(AdjustedDifference d) {
        return new AdjustedDifference(
                d.first(),
                d.second(),
                gate.digits(d.difference()),
                gate.digits(d.se()),
                gate.digits(d.low()),
                gate.digits(d.high()),
                gate.digits(d.t()),
                gate.digits(d.p()));
    }
}
