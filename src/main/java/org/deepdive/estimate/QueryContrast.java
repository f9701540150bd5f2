package org.deepdive.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;

/** A linear contrast of several queries, each with one value, from their {@link JointTable}. */
final class QueryContrast {

    private final List<Query> queries;
    private final List<Double> weights;

    /**
     * @param queries the queries, checked
     * @param weights a number for each
     * @throws InputException where there are too few or too many, or a number is missing or not finite
     */
    QueryContrast(List<Query> queries, List<Double> weights) {
        if (queries.size() < 2 || queries.size() > JointTable.MOST_QUERIES) {
            throw InputException.of(
                    "contrast",
                    "A contrast is of 2 to " + JointTable.MOST_QUERIES + " queries, not of " + queries.size() + ".",
                    "",
                    "Give so many.");
        }
        if (weights.size() != queries.size()
                || weights.stream().anyMatch(weight -> !Double.isFinite(weight) || weight == 0)) {
            throw InputException.of(
                    "contrast",
                    "A contrast has a number other than 0 for each of its " + queries.size() + " queries.",
                    weights.toString(),
                    "Give them in the order of the queries.");
        }
        this.queries = List.copyOf(queries);
        this.weights = List.copyOf(weights);
    }

    /** The contrast, with a t test on the degrees of freedom of all its groups together. */
    LinearContrast of(SurveyEstimates estimates) {
        JointTable table = new JointTable(estimates, queries);
        Statistic sum = sum(table);
        List<Comparison.Side> sides =
                IntStream.range(0, table.size()).mapToObj(table::total).toList();
        return new LinearContrast(
                queries,
                weights,
                sides.stream().map(Comparison.Side::value).toList(),
                sides.stream().map(Comparison.Side::count).toList(),
                sum.value(),
                TTest.of(sum.value(), table.spread(sum), SurveyEstimates.LEVEL),
                SurveyEstimates.LEVEL);
    }

    private Statistic sum(JointTable table) {
        double first = weights.get(0);
        double second = weights.get(1);
        Statistic sum = new Combination(
                table.statistic(0), table.statistic(1), first, second, (a, b) -> first * a + second * b);
        for (int k = 2; k < table.size(); k++) {
            double weight = weights.get(k);
            sum = new Combination(sum, table.statistic(k), 1, weight, (a, b) -> a + weight * b);
        }
        return sum;
    }
}
