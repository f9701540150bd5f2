package org.deepdive.estimate.weighting;

import java.util.Arrays;
import org.deepdive.study.InputException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Calibration of weights to known totals: the weights nearest to the given ones, in a {@link Distance}, whose weighted sums
 * of the auxiliary variables are the totals.
 *
 * <p>With bounds, a weight's ratio to its given weight is kept between them. The totals are met by Newton's method on the
 * calibration equations; a step that leaps over the solution is halved. Source: Deville and Särndal (1992), "Calibration
 * Estimators in Survey Sampling", Journal of the American Statistical Association 87, methods 1, 2, 6 and 7;
 * {@code calibrate(calfun = "linear", "raking", "logit", bounds = ...)} in R's survey package.
 */
public final class Calibration {

    private static final int MOST_ROUNDS = 200;
    private static final int MOST_HALVINGS = 40;

    /** How much of a step's first descent may be left as ascent at its end; more, and the step leapt too far. */
    private static final double LEAPT = 0.9;

    /** What a step may leave of the largest gap, to first order. */
    private static final double UNSOLVED = 1e-6;

    private final Distance distance;
    private final double low;
    private final double high;

    private Calibration(Distance distance, double low, double high) {
        this.distance = distance;
        this.low = low;
        this.high = high;
    }

    /** Calibration without bounds on the ratio of new to given weights; weights may become negative. */
    public static Calibration linear() {
        return new Calibration(Distance.LINEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Calibration in the raking distance, without bounds; weights stay positive. */
    public static Calibration raking() {
        return new Calibration(Distance.RAKING, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * Linear calibration with the ratio of new to given weights between two bounds.
     *
     * @param low the least ratio, below 1
     * @param high the largest ratio, above 1
     */
    public static Calibration between(double low, double high) {
        return between(Distance.LINEAR, new Bounds(low, high));
    }

    /** Calibration in a distance, with the ratio of new to given weights between two bounds. */
    public static Calibration between(Distance distance, Bounds bounds) {
        return new Calibration(distance, bounds.low(), bounds.high());
    }

    /**
     * The auxiliary variables of each respondent, sparse, and their totals.
     *
     * @param variables for each respondent the positions of the variables that are not 0
     * @param values for each respondent the values at those positions
     * @param totals the total of each variable
     */
    public record Auxiliaries(int[][] variables, double[][] values, double[] totals) {}

    /**
     * Where calibration ended.
     *
     * @param weights the weights reached, in the order of the given ones
     * @param rounds how many steps it took
     * @param gaps for each variable its total less what was reached
     * @param met whether each total is met to 1e-10 of its size or of 1
     */
    public record Outcome(double[] weights, int rounds, double[] gaps, boolean met) {}

    /**
     * Calibrated weights.
     *
     * @param weights the given weights
     * @param auxiliaries one row a weight
     * @return new weights in the same order, meeting each total to 1e-10 of its size or of 1
     * @throws InputException where the totals cannot be met, with the variable that is farthest from its total
     */
    public double[] calibrate(double[] weights, Auxiliaries auxiliaries) {
        Outcome outcome = attempt(weights, auxiliaries);
        if (!outcome.met()) {
            throw infeasible(outcome.gaps());
        }
        return outcome.weights();
    }

    /** As {@link #calibrate}, but totals that cannot be met are told in the outcome. */
    public Outcome attempt(double[] weights, Auxiliaries auxiliaries) {
        State state = new State(new double[auxiliaries.totals().length], weights.clone(), auxiliaries);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (isMet(state.gap, auxiliaries.totals())) {
                return new Outcome(state.calibrated, round, state.gap, true);
            }
            DMatrixRMaj information = information(weights, state.lambda, auxiliaries);
            if (!isFinite(information.getData())) {
                return new Outcome(state.calibrated, round, state.gap, false);
            }
            double[] step = solve(information, state.gap);
            if (!isSolved(information, step, state.gap)) {
                step = solve(unsaturated(weights, information, auxiliaries), state.gap);
            }
            state = next(weights, state, step, auxiliaries);
        }
        return new Outcome(state.calibrated, MOST_ROUNDS, state.gap, isMet(state.gap, auxiliaries.totals()));
    }

    /** The multipliers of a step with the weights and gaps that follow from them. */
    private static final class State {
        private final double[] lambda;
        private final double[] calibrated;
        private final double[] gap;

        State(double[] lambda, double[] calibrated, Auxiliaries auxiliaries) {
            this.lambda = lambda;
            this.calibrated = calibrated;
            this.gap = gaps(calibrated, auxiliaries);
        }
    }

    /**
     * The state a step leads to. The equations are the gradient of a convex function, whose descent along the step is the
     * gap times the step: where it has turned into a steep ascent, the step was too long.
     */
    private State next(double[] weights, State from, double[] step, Auxiliaries x) {
        double descent = product(from.gap, step);
        double length = 1;
        State to = moved(weights, from, step, length, x);
        for (int halving = 0; halving < MOST_HALVINGS && leapt(product(to.gap, step), descent); halving++) {
            length /= 2;
            to = moved(weights, from, step, length, x);
        }
        return to;
    }

    private static boolean leapt(double descent, double before) {
        return !(descent >= -LEAPT * before) || Double.isInfinite(descent);
    }

    private State moved(double[] weights, State from, double[] step, double length, Auxiliaries x) {
        double[] lambda = new double[step.length];
        Arrays.setAll(lambda, k -> from.lambda[k] + length * step[k]);
        return new State(lambda, weightsAt(weights, lambda, x), x);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static boolean isFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static double[] gaps(double[] weights, Auxiliaries x) {
        double[] gap = x.totals().clone();
        for (int i = 0; i < weights.length; i++) {
            int[] variables = x.variables()[i];
            for (int j = 0; j < variables.length; j++) {
                gap[variables[j]] -= weights[i] * x.values()[i][j];
            }
        }
        return gap;
    }

    private static boolean isMet(double[] gap, double[] totals) {
        for (int k = 0; k < gap.length; k++) {
            if (!(Math.abs(gap[k]) <= 1e-10 * Math.max(1, Math.abs(totals[k])))) {
                return false;
            }
        }
        return true;
    }

    private DMatrixRMaj information(double[] weights, double[] lambda, Auxiliaries x) {
        DMatrixRMaj sum = new DMatrixRMaj(lambda.length, lambda.length);
        for (int i = 0; i < weights.length; i++) {
            double slope = distance.slope(product(lambda, x, i), low, high);
            if (slope == 0) {
                continue;
            }
            addTo(sum, weights[i] * slope, x, i);
        }
        return sum;
    }

    private static void addTo(DMatrixRMaj sum, double weight, Auxiliaries x, int i) {
        int[] variables = x.variables()[i];
        double[] values = x.values()[i];
        for (int a = 0; a < variables.length; a++) {
            for (int b = 0; b < variables.length; b++) {
                sum.add(variables[a], variables[b], weight * values[a] * values[b]);
            }
        }
    }

    private double[] weightsAt(double[] weights, double[] lambda, Auxiliaries x) {
        double[] calibrated = new double[weights.length];
        Arrays.setAll(calibrated, i -> weights[i] * distance.ratio(product(lambda, x, i), low, high));
        return calibrated;
    }

    private static double product(double[] lambda, Auxiliaries x, int i) {
        double sum = 0;
        int[] variables = x.variables()[i];
        for (int j = 0; j < variables.length; j++) {
            sum += lambda[variables[j]] * x.values()[i][j];
        }
        return sum;
    }

    private static double[] solve(DMatrixRMaj information, double[] gap) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false);
        if (!solver.setA(information)) {
            throw infeasible(gap);
        }
        DMatrixRMaj step = new DMatrixRMaj(gap.length, 1);
        solver.solve(new DMatrixRMaj(gap.length, 1, true, gap), step);
        return step.getData();
    }

    /** Whether a step closes every gap to first order. It cannot where all weights of a variable are cut at a bound. */
    private static boolean isSolved(DMatrixRMaj information, double[] step, double[] gap) {
        DMatrixRMaj closed = new DMatrixRMaj(gap.length, 1);
        CommonOps_DDRM.mult(information, new DMatrixRMaj(gap.length, 1, true, step), closed);
        double largest = Arrays.stream(gap).map(Math::abs).max().orElse(0);
        for (int k = 0; k < gap.length; k++) {
            if (!(Math.abs(closed.get(k) - gap[k]) <= UNSOLVED * largest)) {
                return false;
            }
        }
        return true;
    }

    /** The information, and that of the given weights, as if no weight were cut: a step by it leads back from the bounds. */
    private static DMatrixRMaj unsaturated(double[] weights, DMatrixRMaj information, Auxiliaries x) {
        DMatrixRMaj sum = information.copy();
        for (int i = 0; i < weights.length; i++) {
            addTo(sum, weights[i], x, i);
        }
        return sum;
    }

    private static InputException infeasible(double[] gap) {
        int worst = 0;
        for (int k = 1; k < gap.length; k++) {
            worst = Math.abs(gap[k]) > Math.abs(gap[worst]) ? k : worst;
        }
        return InputException.of(
                "infeasible",
                "The weights cannot meet all totals: variable " + (worst + 1) + " stays " + gap[worst]
                        + " from its total.",
                String.valueOf(worst + 1),
                "Widen the bounds, or drop totals that contradict one another.");
    }
}
