package org.deepdive.estimate;

import java.util.Arrays;
import org.deepdive.study.InputException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Calibration of weights to known totals: the weights nearest to the given ones, in the chi-square distance, whose
 * weighted sums of the auxiliary variables are the totals.
 *
 * <p>With bounds, a weight's ratio to its given weight is kept between them (truncated linear method). Source: Deville and
 * Särndal (1992), "Calibration Estimators in Survey Sampling", Journal of the American Statistical Association 87, methods
 * 1 and 7; {@code calibrate(calfun = "linear", bounds = ...)} in R's survey package.
 */
public final class Calibration {

    private static final int MOST_ROUNDS = 200;

    private final double low;
    private final double high;

    private Calibration(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Calibration without bounds on the ratio of new to given weights; weights may become negative. */
    public static Calibration linear() {
        return new Calibration(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Calibration with the ratio of new to given weights between two bounds.
     *
     * @param low the least ratio, below 1
     * @param high the largest ratio, above 1
     */
    public static Calibration between(double low, double high) {
        if (!(low < 1 && high > 1)) {
            throw InputException.of(
                    "bounds", "The bounds " + low + " and " + high + " do not enclose 1.", low + ", " + high, "");
        }
        return new Calibration(low, high);
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
     * Calibrated weights.
     *
     * @param weights the given weights
     * @param auxiliaries one row a weight
     * @return new weights in the same order, meeting each total to 1e-10 of its size or of 1
     * @throws InputException where the totals cannot be met, with the variable that is farthest from its total
     */
    public double[] calibrate(double[] weights, Auxiliaries auxiliaries) {
        int size = auxiliaries.totals().length;
        double[] lambda = new double[size];
        double[] calibrated = weights.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] gap = gaps(calibrated, auxiliaries);
            if (isMet(gap, auxiliaries.totals())) {
                return calibrated;
            }
            double[] step = solve(information(weights, lambda, auxiliaries), gap);
            for (int k = 0; k < size; k++) {
                lambda[k] += step[k];
            }
            calibrated = weightsAt(weights, lambda, auxiliaries);
        }
        throw infeasible(gaps(calibrated, auxiliaries));
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
            if (Math.abs(gap[k]) > 1e-10 * Math.max(1, Math.abs(totals[k]))) {
                return false;
            }
        }
        return true;
    }

    private DMatrixRMaj information(double[] weights, double[] lambda, Auxiliaries x) {
        DMatrixRMaj sum = new DMatrixRMaj(lambda.length, lambda.length);
        for (int i = 0; i < weights.length; i++) {
            double ratio = 1 + product(lambda, x, i);
            if (ratio < low || ratio > high) {
                continue;
            }
            int[] variables = x.variables()[i];
            double[] values = x.values()[i];
            for (int a = 0; a < variables.length; a++) {
                for (int b = 0; b < variables.length; b++) {
                    sum.add(variables[a], variables[b], weights[i] * values[a] * values[b]);
                }
            }
        }
        return sum;
    }

    private double[] weightsAt(double[] weights, double[] lambda, Auxiliaries x) {
        double[] calibrated = new double[weights.length];
        Arrays.setAll(calibrated, i -> weights[i] * Math.min(high, Math.max(low, 1 + product(lambda, x, i))));
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
