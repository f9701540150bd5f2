package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/** Puts together the screen of all breakdowns of a query from those comparisons that may be shown. */
final class ScreenGate {

    private final SurveyEstimates estimates;
    private final Function<Query, ComparisonGate> gate;

    /**
     * @param estimates what is asked
     * @param gate decides about the comparisons of a query
     */
    ScreenGate(SurveyEstimates estimates, Function<Query, ComparisonGate> gate) {
        this.estimates = estimates;
        this.gate = gate;
    }

    /**
     * The comparisons that may be shown, adjusted over those shown, with all their digits.
     *
     * @throws InputException where there is no breakdown to screen, or none may be shown
     */
    ScreenTable shown(Query query, Adjustment adjustment) {
        Query plain = new QueryCheck(estimates.study()).check(query.by(List.of()));
        List<ComparisonTable> shown = new ArrayList<>();
        List<Variable> withheld = new ArrayList<>();
        for (Variable variable : ScreenTable.breakdowns(estimates.study(), plain)) {
            Query asked = plain.by(List.of(variable.name()));
            try {
                ComparisonTable family = estimates.comparisons(asked, ComparisonPlan.complement());
                shown.add(gate.apply(asked).shown(family));
            } catch (InputException e) {
                if (e.isWithheld()) {
                    withheld.add(variable);
                } else if (!e.code().equals(ComparisonPlan.ONE_GROUP)) {
                    throw e;
                }
            }
        }
        if (shown.isEmpty()) {
            throw nothingShown(plain, withheld);
        }
        return ScreenTable.of(plain, shown, withheld, adjustment);
    }

    private static InputException nothingShown(Query plain, List<Variable> withheld) {
        return InputException.of(
                withheld.isEmpty() ? "no-breakdown" : InputException.SUPPRESSED,
                withheld.isEmpty()
                        ? "The study has no breakdown to look for gaps in."
                        : "All breakdowns are withheld [c]: too few respondents are asked about.",
                plain.text(),
                "Ask about more respondents.");
    }
}
