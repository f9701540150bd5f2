package org.deepdive.estimate;

import java.util.List;
import org.deepdive.study.InputException;

/** The difference of two queries, each with one value, from their {@link JointTable}. */
final class QueryComparison {

    private final Query first;
    private final Query second;
    private final JointTable table;

    /**
     * @param estimates the survey
     * @param first the first query, checked
     * @param second the second query, checked
     * @throws InputException where both are the same, or one has several values or none to compare
     */
    QueryComparison(SurveyEstimates estimates, Query first, Query second) {
        if (first.equals(second)) {
            throw InputException.of(
                    "same-groups", "The two groups of the comparison are the same.", first.text(), "Name two groups.");
        }
        this.first = first;
        this.second = second;
        this.table = new JointTable(estimates, List.of(first, second));
    }

    /** First less second, with a t test on the degrees of freedom of the two groups together. */
    Comparison difference() {
        Spread spread = table.spread(Statistic.difference(table.statistic(0), table.statistic(1)));
        return Comparison.of(first, second, table.total(0), table.total(1), spread, SurveyEstimates.LEVEL);
    }
}
