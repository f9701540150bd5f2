package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.Optional;
import org.deepdive.study.InputException;

/** Calibration of the weights of patterns to margins. */
final class MarginCalibration {

    private final Method method;
    private final Optional<Bounds> bounds;
    private final MarginTotals totals;

    MarginCalibration(Method method, Optional<Bounds> bounds, MarginTotals totals) {
        this.method = method;
        this.bounds = bounds;
        this.totals = totals;
    }

    /** Calibrates to columns of which none follows from others; the others then are met too, or contradict them. */
    PatternWeights calibrate(double[] before) {
        bounds.ifPresent(limits -> requireReachable(limits, totals.patterns().columnSums(before)));
        Patterns patterns = totals.patterns();
        int[] independent = patterns.independent();
        int[] positionOf = new int[patterns.columnCount()];
        Arrays.fill(positionOf, -1);
        double[] wanted = new double[independent.length];
        for (int position = 0; position < independent.length; position++) {
            positionOf[independent[position]] = position;
            wanted[position] = totals.totals()[independent[position]];
        }
        int[][] variables = new int[patterns.size()][];
        double[][] values = new double[patterns.size()][];
        for (int pattern = 0; pattern < variables.length; pattern++) {
            variables[pattern] = Arrays.stream(patterns.columns(pattern))
                    .map(column -> positionOf[column])
                    .filter(position -> position >= 0)
                    .toArray();
            values[pattern] = new double[variables[pattern].length];
            Arrays.fill(values[pattern], 1);
        }
        Calibration.Outcome outcome =
                calibration().attempt(before, new Calibration.Auxiliaries(variables, values, wanted));
        return new PatternWeights(outcome.weights(), outcome.rounds());
    }

    private Calibration calibration() {
        return bounds.map(limits -> Calibration.between(method.distance(), limits))
                .orElseGet(() -> method == Method.LINEAR ? Calibration.linear() : Calibration.raking());
    }

    /** Where a category cannot reach its total even with every weight at a bound, it is the one to name. */
    private void requireReachable(Bounds limits, double[] before) {
        for (int column = 0; column < before.length; column++) {
            double ratio = totals.totals()[column] / before[column];
            if (ratio < limits.low() || ratio > limits.high()) {
                throw InputException.of(
                        "infeasible",
                        "The margin " + totals.name(column) + " cannot be met within the bounds "
                                + Numbers.text(limits.low()) + " and " + Numbers.text(limits.high()) + ": its target "
                                + Numbers.text(totals.totals()[column]) + " is " + Numbers.text(ratio) + " times the "
                                + Numbers.text(before[column]) + " that its respondents weigh.",
                        totals.name(column),
                        "Widen the bounds, or join the category with another.");
            }
        }
    }
}
