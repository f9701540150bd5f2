package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What calibration to margins leaves of influence values, for the variance of estimates from calibrated weights.
 *
 * <p>The influence value z of a respondent is what an estimate's linearisation multiplies the weight by; of a mean of y
 * over a domain it is (y - mean) / (sum of weights) within and 0 outside. A calibrated estimate varies as the residual e of
 * z on the margins does, regressed with the weights before calibration. The caller multiplies e by the calibrated weight
 * and computes the design's variance of these products as of any total.
 *
 * <p>Source: Deville and Särndal (1992), section 3; {@code svyrecvar} of R's survey package for designs that
 * {@code calibrate} or {@code postStratify} made. For a design that {@code rake} made R alternates ten times between
 * unweighted means over the margins, which is this regression only where the weights before raking are equal, and
 * approximately; here raking has the variance of {@code calibrate(calfun = "raking")}, whose weights are the same.
 */
public final class CalibrationResiduals {

    private final Patterns patterns;
    private final double[] baseWeights;
    private final double[] patternWeights;
    private final int[] positionOf;
    private final int size;
    private final double[] scale;
    private final LinearSolverDense<DMatrixRMaj> solver;

    /**
     * @param margins for each margin the category of each respondent, a position from 0; margins may overlap
     * @param baseWeights the weights before calibration, above 0; their scale does not matter
     */
    public CalibrationResiduals(List<int[]> margins, double[] baseWeights) {
        this(new Patterns(margins), baseWeights);
    }

    CalibrationResiduals(Patterns patterns, double[] baseWeights) {
        this.patterns = patterns;
        this.baseWeights = baseWeights.clone();
        this.patternWeights = patterns.sums(baseWeights);
        int[] independent = patterns.independent();
        this.size = independent.length;
        this.positionOf = new int[patterns.columnCount()];
        Arrays.fill(positionOf, -1);
        for (int position = 0; position < size; position++) {
            positionOf[independent[position]] = position;
        }
        double[] columns = patterns.columnSums(patternWeights);
        this.scale = Arrays.stream(independent)
                .mapToDouble(k -> 1 / Math.sqrt(columns[k]))
                .toArray();
        this.solver = LinearSolverFactory_DDRM.symmPosDef(size);
        if (!solver.setA(crossProduct())) {
            throw new IllegalArgumentException("Weights before calibration must be above 0 and finite");
        }
    }

    /** The weighted cross product of the independent columns, with a diagonal of 1. */
    private DMatrixRMaj crossProduct() {
        DMatrixRMaj product = new DMatrixRMaj(size, size);
        for (int pattern = 0; pattern < patternWeights.length; pattern++) {
            for (int a : patterns.columns(pattern)) {
                for (int b : patterns.columns(pattern)) {
                    int row = positionOf[a];
                    int column = positionOf[b];
                    if (row >= 0 && column >= 0) {
                        product.add(row, column, patternWeights[pattern] * scale[row] * scale[column]);
                    }
                }
            }
        }
        return product;
    }

    /**
     * The residuals of influence values.
     *
     * @param z one value a respondent
     * @return one residual a respondent; the margins' sums of base weight times residual are 0
     */
    public double[] residuals(double[] z) {
        double[] weighted = new double[z.length];
        Arrays.setAll(weighted, row -> baseWeights[row] * z[row]);
        double[] sums = patterns.sums(weighted);
        double[] fitted = fitted(sums);
        // A second projection, of what the first has left, removes its rounding error.
        double[] left = new double[sums.length];
        Arrays.setAll(left, pattern -> sums[pattern] - patternWeights[pattern] * fitted[pattern]);
        double[] again = fitted(left);
        double[] residuals = new double[z.length];
        Arrays.setAll(residuals, row -> {
            int pattern = patterns.patternOf(row);
            return z[row] - fitted[pattern] - again[pattern];
        });
        return residuals;
    }

    /** The residuals of several estimates' influence values, column by column. */
    public List<double[]> residuals(List<double[]> columns) {
        return columns.stream().map(this::residuals).toList();
    }

    /** The regression's value in each pattern, given the pattern's sum of weight times value. */
    private double[] fitted(double[] sums) {
        double[] columns = patterns.columnSums(sums);
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        for (int column = 0; column < columns.length; column++) {
            if (positionOf[column] >= 0) {
                right.set(positionOf[column], 0, columns[column] * scale[positionOf[column]]);
            }
        }
        DMatrixRMaj slopes = new DMatrixRMaj(size, 1);
        solver.solve(right, slopes);
        double[] fitted = new double[sums.length];
        for (int pattern = 0; pattern < fitted.length; pattern++) {
            for (int column : patterns.columns(pattern)) {
                int position = positionOf[column];
                fitted[pattern] += position < 0 ? 0 : slopes.get(position, 0) * scale[position];
            }
        }
        return fitted;
    }
}
