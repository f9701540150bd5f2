package org.deepdive.estimate.regression;

import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.deepdive.estimate.Patterns;
import org.deepdive.estimate.RespondentVariance;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A fitted model: coefficients with their sandwich covariance (Binder 1983), as R's {@code svyglm} has them.
 *
 * @param matrix the model matrix
 * @param kind the kind of model
 * @param coefficients the coefficients, one a column
 * @param covariance their design-based covariance
 * @param df residual degrees of freedom: sampling units less strata in the domain, plus one, less coefficients
 */
record Fit(ModelMatrix matrix, ModelKind kind, double[] coefficients, DMatrixRMaj covariance, int df) {

    /** Below this reciprocal condition, a covariance cannot be inverted. */
    private static final double SINGULAR = 1e-13;

    static Fit of(
            ModelMatrix matrix,
            ModelKind kind,
            List<ModelTerm> terms,
            List<Variable> variables,
            RespondentVariance variance) {
        Estimability estimability = new Estimability(matrix, terms, variables);
        estimability.requireVariation();
        if (kind == ModelKind.LOGISTIC) {
            estimability.requireFiniteOdds();
        }
        Solver.Solution solution = new Solver(matrix, kind, estimability).solve();
        Patterns patterns = matrix.patterns();
        DMatrixRMaj influence = patterns.influence(linearised(matrix, kind, solution));
        RespondentVariance.Spread spread = variance.of(influence, patterns.present());
        int df = spread.df() + 1 - solution.coefficients().length;
        if (df < 1) {
            throw InputException.of(
                    "too-few-df",
                    "The model has " + solution.coefficients().length + " coefficients, more than the design's "
                            + spread.df() + " degrees of freedom (sampling units less strata) allow.",
                    terms.get(terms.size() - 1).text(),
                    "Leave terms out, starting with \""
                            + terms.get(terms.size() - 1).text() + "\", or ask about more respondents.");
        }
        return new Fit(matrix, kind, solution.coefficients(), spread.covariance(), df);
    }

    /** For each pattern and value the residual times the row of the matrix times the inverse information. */
    private static DMatrixRMaj linearised(ModelMatrix matrix, ModelKind kind, Solver.Solution solution) {
        DMatrixRMaj rows = new DMatrixRMaj(matrix.values().numRows, matrix.values().numCols);
        CommonOps_DDRM.mult(matrix.values(), solution.inverse(), rows);
        double[] means = means(matrix.values(), kind, solution.coefficients());
        double[] values = matrix.patterns().values();
        int columns = rows.numCols;
        DMatrixRMaj linearised = new DMatrixRMaj(rows.numRows * values.length, columns);
        for (int p = 0; p < rows.numRows; p++) {
            for (int v = 0; v < values.length; v++) {
                double residual = values[v] - means[p];
                for (int k = 0; k < columns; k++) {
                    linearised.set(p * values.length + v, k, residual * rows.get(p, k));
                }
            }
        }
        return linearised;
    }

    /** The means that a model predicts for the rows of a matrix. */
    static double[] means(DMatrixRMaj rows, ModelKind kind, double[] coefficients) {
        DMatrixRMaj eta = new DMatrixRMaj(rows.numRows, 1);
        CommonOps_DDRM.mult(rows, new DMatrixRMaj(coefficients.length, 1, true, coefficients), eta);
        double[] means = new double[rows.numRows];
        for (int p = 0; p < means.length; p++) {
            means[p] = kind.mean(eta.data[p]);
        }
        return means;
    }

    double se(int column) {
        return Math.sqrt(covariance.get(column, column));
    }

    /**
     * The Wald test that some coefficients are all zero, as R's {@code regTermTest(method = "Wald")}: F with as many
     * degrees of freedom as coefficients over the residual ones. NaN where the design has too few sampling units to tell
     * the coefficients apart.
     */
    TermTest test(String name, String label, int[] columns) {
        DMatrixRMaj part = new DMatrixRMaj(columns.length, columns.length);
        DMatrixRMaj estimates = new DMatrixRMaj(columns.length, 1);
        CommonOps_DDRM.extract(covariance, columns, columns.length, columns, columns.length, part);
        for (int k = 0; k < columns.length; k++) {
            estimates.data[k] = coefficients[columns[k]];
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(columns.length);
        DMatrixRMaj solved = new DMatrixRMaj(columns.length, 1);
        if (!solver.setA(part.copy()) || !(solver.quality() > SINGULAR)) {
            return new TermTest(name, label, Double.NaN, columns.length, df, Double.NaN);
        }
        solver.solve(estimates, solved);
        double f = CommonOps_DDRM.dot(estimates, solved) / columns.length;
        double p = FDistribution.of(columns.length, df).survivalProbability(f);
        return new TermTest(name, label, f, columns.length, df, p);
    }
}
