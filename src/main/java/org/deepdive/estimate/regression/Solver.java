package org.deepdive.estimate.regression;

import org.deepdive.estimate.Patterns;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Finds the coefficients whose weighted score is zero, by Newton's method, which for these kinds of model is iteratively
 * reweighted least squares (McCullagh and Nelder 1989, section 2.5). Works on patterns, so that its time hardly depends on
 * the number of respondents.
 */
final class Solver {

    private static final int MOST_ROUNDS = 60;
    private static final int MOST_HALVINGS = 12;

    /** A last step below this, after which Newton's method has as many digits as a double. */
    private static final double SMALL_STEP = 1e-9;

    /** Linear predictors beyond this mean shares within 1e-13 of 0 or 1. */
    private static final double INFINITE = 30;

    private final ModelMatrix matrix;
    private final ModelKind kind;
    private final Estimability estimability;
    private final double[] weight;
    private final double[] total;

    Solver(ModelMatrix matrix, ModelKind kind, Estimability estimability) {
        this.matrix = matrix;
        this.kind = kind;
        this.estimability = estimability;
        Patterns patterns = matrix.patterns();
        double[] values = patterns.values();
        this.weight = new double[patterns.size()];
        this.total = new double[patterns.size()];
        for (int p = 0; p < weight.length; p++) {
            weight[p] = patterns.weight(p);
            for (int v = 0; v < values.length; v++) {
                total[p] += values[v] * patterns.weight(p, v);
            }
        }
    }

    /**
     * A solution.
     *
     * @param coefficients the coefficients, one a column
     * @param inverse the inverse of the information at the solution
     */
    record Solution(double[] coefficients, DMatrixRMaj inverse) {}

    Solution solve() {
        estimability.requireFullRank(information(weight));
        double[] beta = new double[matrix.columns().size()];
        double[] step = new double[beta.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] eta = predictors(beta);
            if (kind == ModelKind.LOGISTIC) {
                requireFinite(eta, beta);
            }
            step = step(eta);
            beta = moved(beta, step, eta);
            if (CommonOps_DDRM.elementMaxAbs(vector(step))
                    <= SMALL_STEP * (1 + CommonOps_DDRM.elementMaxAbs(vector(beta)))) {
                DMatrixRMaj inverse = new DMatrixRMaj(beta.length, beta.length);
                solver(information(slopes(predictors(beta)))).invert(inverse);
                return new Solution(beta, inverse);
            }
        }
        throw estimability.notConverging(step);
    }

    private void requireFinite(double[] eta, double[] beta) {
        for (double e : eta) {
            if (!(Math.abs(e) < INFINITE)) {
                throw estimability.diverging(beta);
            }
        }
    }

    private double[] step(double[] eta) {
        DMatrixRMaj residual = new DMatrixRMaj(eta.length, 1);
        for (int p = 0; p < eta.length; p++) {
            residual.data[p] = total[p] - weight[p] * kind.mean(eta[p]);
        }
        DMatrixRMaj score = new DMatrixRMaj(matrix.columns().size(), 1);
        CommonOps_DDRM.multTransA(matrix.values(), residual, score);
        DMatrixRMaj step = new DMatrixRMaj(score.numRows, 1);
        solver(information(slopes(eta))).solve(score, step);
        return step.data;
    }

    /** Halves a step that leads away from the solution, as the first ones can where shares are near 0 or 1. */
    private double[] moved(double[] beta, double[] step, double[] eta) {
        double before = loss(eta);
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] next = new double[beta.length];
            for (int k = 0; k < next.length; k++) {
                next[k] = beta[k] + length * step[k];
            }
            if (loss(predictors(next)) <= before + 1e-10 * Math.abs(before)) {
                return next;
            }
            length /= 2;
        }
        throw estimability.notConverging(step);
    }

    /** Half the deviance up to a constant. */
    private double loss(double[] eta) {
        double loss = 0;
        for (int p = 0; p < eta.length; p++) {
            loss += kind == ModelKind.LOGISTIC
                    ? weight[p] * (Math.max(0, eta[p]) + Math.log1p(Math.exp(-Math.abs(eta[p])))) - total[p] * eta[p]
                    : weight[p] * eta[p] * eta[p] / 2 - total[p] * eta[p];
        }
        return loss;
    }

    private double[] predictors(double[] beta) {
        DMatrixRMaj eta = new DMatrixRMaj(matrix.patterns().size(), 1);
        CommonOps_DDRM.mult(matrix.values(), vector(beta), eta);
        return eta.data;
    }

    private double[] slopes(double[] eta) {
        double[] slopes = new double[eta.length];
        for (int p = 0; p < eta.length; p++) {
            slopes[p] = weight[p] * kind.slope(kind.mean(eta[p]));
        }
        return slopes;
    }

    /** X' diag(w) X. */
    private DMatrixRMaj information(double[] w) {
        DMatrixRMaj scaled = matrix.values().copy();
        int columns = scaled.numCols;
        for (int at = 0; at < scaled.data.length; at++) {
            scaled.data[at] *= Math.sqrt(w[at / columns]);
        }
        DMatrixRMaj product = new DMatrixRMaj(columns, columns);
        CommonOps_DDRM.multInner(scaled, product);
        return product;
    }

    private LinearSolverDense<DMatrixRMaj> solver(DMatrixRMaj information) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(information.numCols);
        if (!solver.setA(information)) {
            throw new IllegalStateException("The information of a model of full rank is not positive definite.");
        }
        return solver;
    }

    private static DMatrixRMaj vector(double[] values) {
        return new DMatrixRMaj(values.length, 1, true, values);
    }
}
