package org.deepdive.estimate.comparison;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.deepdive.study.InputException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Design-based tests of association in a two-way table: Rao and Scott's corrections of Pearson's X², and the Wald test of
 * independence.
 *
 * <p>Pearson's X² of the estimated proportions does not follow a chi-square distribution in a weighted, clustered survey,
 * but a weighted sum of them, whose weights are the generalised design effects: the eigenvalues of the design covariance
 * of the interaction contrasts against their covariance under simple random sampling. The first order correction divides X²
 * by their mean, the second also matches the variance (Satterthwaite). Sources: Rao and Scott (1984), "On chi-squared tests
 * for multiway contingency tables with cell proportions estimated from survey data", Annals of Statistics 12, 46-60;
 * Thomas and Rao (1987), Journal of the American Statistical Association 82, 630-636, for the F form; Koch, Freeman and
 * Freeman (1975), International Statistical Review 43, 59-78, for the Wald test; {@code svychisq} of R's survey package,
 * whose definitions these are.
 *
 * <p>The cells may be given as estimated totals or as estimated proportions, with the covariance of the same. X² and Rao
 * and Scott's tests are the same from either. R's Wald tests are of the totals' departure from independence, whose
 * covariance has that of the estimated population size in it, and come from totals; from proportions, the population size
 * is taken as known, which is what R gives for a design calibrated to it.
 */
public final class RaoScott {

    /** Above this condition a matrix counts as singular, as in R's {@code solve}. */
    private static final double MOST_CONDITION = 1e15;

    private final TwoWayTable table;
    private final DMatrixRMaj covariance;
    private final double respondents;
    private final double df;
    private final double pearson;
    private final double trace;
    private final double squaredTrace;

    private RaoScott(TwoWayTable table, DMatrixRMaj covariance, int respondents, double df) {
        this.table = table;
        this.covariance = covariance;
        this.respondents = respondents;
        this.df = df;
        this.pearson = respondents * table.departure();
        DMatrixRMaj effects = designEffects();
        this.trace = CommonOps_DDRM.trace(effects);
        DMatrixRMaj squared = new DMatrixRMaj(effects.numRows, effects.numRows);
        CommonOps_DDRM.mult(effects, effects, squared);
        this.squaredTrace = CommonOps_DDRM.trace(squared);
    }

    /**
     * The tests of a table.
     *
     * @param cells the estimated totals or proportions: rows x columns, not negative; rows and columns without a weight
     *     above 0 are dropped, see {@link #emptyRows()} and {@link #emptyColumns()}
     * @param covariance their design covariance: (rows * columns) squared, where a cell's place is its row times the number
     *     of columns plus its column
     * @param respondents how many respondents are in the table, unweighted; X² is scaled by it
     * @param df the design's degrees of freedom: sampling units less strata
     * @throws InputException where fewer than two rows or columns are left, or where too few cells have respondents for the
     *     design effects to exist
     * @throws IllegalArgumentException where the arrays do not fit one another
     */
    public static RaoScott of(double[][] cells, double[][] covariance, int respondents, double df) {
        requireFit(cells, covariance);
        TwoWayTable table = TwoWayTable.of(cells);
        if (table.rows() < 2 || table.columns() < 2) {
            throw InputException.of(
                    "no-table",
                    "A test of association needs two rows and two columns with respondents; there are " + table.rows()
                            + " and " + table.columns() + ".",
                    table.rows() + " x " + table.columns(),
                    "Choose another breakdown, or leave the filter out.");
        }
        return new RaoScott(table, table.kept(covariance), respondents, df);
    }

    private static void requireFit(double[][] cells, double[][] covariance) {
        int columns = cells.length == 0 ? 0 : cells[0].length;
        int size = cells.length * columns;
        boolean fits = Arrays.stream(cells).allMatch(row -> row.length == columns)
                && covariance.length == size
                && Arrays.stream(covariance).allMatch(row -> row.length == size);
        if (size == 0 || !fits) {
            throw new IllegalArgumentException("A table of " + cells.length + " x " + columns
                    + " cells needs a covariance matrix of " + size + " x " + size);
        }
    }

    /**
     * A test.
     *
     * @param statistic the statistic
     * @param df the degrees of freedom of a chi-square statistic, or those of an F statistic's numerator
     * @param denominatorDf the degrees of freedom of an F statistic's denominator; infinite for a chi-square statistic
     * @param p the probability of a statistic at least this large without association; NaN without degrees of freedom
     */
    public record Test(double statistic, double df, double denominatorDf, double p) {

        private static Test chiSquare(double statistic, double df) {
            double p = df > 0 ? ChiSquaredDistribution.of(df).survivalProbability(statistic) : Double.NaN;
            return new Test(statistic, df, Double.POSITIVE_INFINITY, p);
        }

        private static Test f(double statistic, double df, double denominatorDf) {
            double p = df > 0 && denominatorDf > 0
                    ? FDistribution.of(df, denominatorDf).survivalProbability(statistic)
                    : Double.NaN;
            return new Test(statistic, df, denominatorDf, p);
        }
    }

    /** The rows without respondents, counted from 0, which the tests leave out. */
    public List<Integer> emptyRows() {
        return table.emptyRows();
    }

    /** The columns without respondents, counted from 0, which the tests leave out. */
    public List<Integer> emptyColumns() {
        return table.emptyColumns();
    }

    /** Pearson's X² of the estimated proportions, scaled to the number of respondents. Not a test by itself. */
    public double pearson() {
        return pearson;
    }

    /** The mean of the generalised design effects. */
    public double meanDesignEffect() {
        return trace / contrasts();
    }

    /** X² divided by the mean design effect, against chi-square: {@code svychisq(statistic = "Chisq")}. */
    public Test firstOrder() {
        return Test.chiSquare(pearson / meanDesignEffect(), contrasts());
    }

    /**
     * X² with mean and variance matched, against chi-square with fractional degrees of freedom (sum of the design effects,
     * squared, over the sum of their squares): what {@link #f()} becomes with infinitely many sampling units.
     */
    public Test secondOrder() {
        return Test.chiSquare(pearson / trace * satterthwaite(), satterthwaite());
    }

    /**
     * The second order correction as an F statistic, which allows for the design effects being estimated. The default of
     * {@code svychisq} ({@code statistic = "F"}), and the one to use.
     */
    public Test f() {
        return Test.f(pearson / trace, satterthwaite(), satterthwaite() * df);
    }

    /**
     * The Wald test of independence as an F statistic: {@code svychisq(statistic = "Wald")}. Rejects too often where there
     * are many cells and few sampling units.
     *
     * @throws InputException where the covariance of the contrasts cannot be inverted
     */
    public Test wald() {
        return Test.f(waldStatistic() / contrasts(), contrasts(), df);
    }

    /**
     * The Wald test adjusted for few sampling units: {@code svychisq(statistic = "adjWald")}.
     *
     * @throws InputException where the covariance of the contrasts cannot be inverted
     */
    public Test adjustedWald() {
        double denominator = df - contrasts() + 1;
        return Test.f(waldStatistic() * denominator / (contrasts() * df), contrasts(), denominator);
    }

    private int contrasts() {
        return (table.rows() - 1) * (table.columns() - 1);
    }

    private double satterthwaite() {
        return trace * trace / squaredTrace;
    }

    /** Solves (C' D⁻¹ C) X = n C' D⁻¹ V D⁻¹ C, whose eigenvalues are the design effects. */
    private DMatrixRMaj designEffects() {
        DMatrixRMaj contrasts = table.interactions();
        DMatrixRMaj scaled = contrasts.copy();
        for (int cell = 0; cell < scaled.numRows; cell++) {
            double p = table.proportion(cell);
            for (int k = 0; k < scaled.numCols; k++) {
                scaled.set(cell, k, p == 0 ? 0 : scaled.get(cell, k) / p);
            }
        }
        DMatrixRMaj simple = new DMatrixRMaj(scaled.numCols, scaled.numCols);
        CommonOps_DDRM.multTransA(contrasts, scaled, simple);
        DMatrixRMaj design = sandwich(table.ofProportions(), scaled);
        CommonOps_DDRM.scale(respondents, design);
        return solved(simple, design);
    }

    /** B' A V A' B for the covariance V of the cells. */
    private DMatrixRMaj sandwich(DMatrixRMaj linear, DMatrixRMaj contrasts) {
        DMatrixRMaj half = new DMatrixRMaj(contrasts.numCols, linear.numCols);
        CommonOps_DDRM.multTransA(contrasts, linear, half);
        DMatrixRMaj left = new DMatrixRMaj(half.numRows, covariance.numCols);
        CommonOps_DDRM.mult(half, covariance, left);
        DMatrixRMaj product = new DMatrixRMaj(half.numRows, half.numRows);
        CommonOps_DDRM.multTransB(left, half, product);
        return product;
    }

    /** The departures from independence of the cells outside the first row and column, weighed by their covariance. */
    private double waldStatistic() {
        DMatrixRMaj chosen = table.innerCells();
        DMatrixRMaj departures = new DMatrixRMaj(chosen.numCols, 1);
        CommonOps_DDRM.multTransA(chosen, table.departures(), departures);
        DMatrixRMaj weighed = solved(sandwich(table.ofDepartures(), chosen), departures);
        return CommonOps_DDRM.dot(departures, weighed);
    }

    private static DMatrixRMaj solved(DMatrixRMaj matrix, DMatrixRMaj right) {
        DMatrixRMaj solution = new DMatrixRMaj(matrix.numRows, right.numCols);
        double condition = NormOps_DDRM.conditionP2(matrix);
        boolean regular = condition > 0 && condition < MOST_CONDITION;
        if (!regular || !CommonOps_DDRM.solve(matrix.copy(), right.copy(), solution)) {
            throw InputException.of(
                    "sparse-table",
                    "The table has too few cells with respondents, or too few sampling units, for a test of association.",
                    matrix.numRows + " contrasts",
                    "Join categories, or leave the filter out.");
        }
        return solution;
    }
}
