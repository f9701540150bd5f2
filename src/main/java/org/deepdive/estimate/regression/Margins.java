package org.deepdive.estimate.regression;

import java.util.List;
import org.deepdive.estimate.Patterns;
import org.deepdive.estimate.RespondentVariance;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Average marginal predictions: what a model predicts on average over all its respondents if they all were in one group.
 *
 * <p>As R's {@code svypredmeans} (survey 4.1.1): the variance is that of the mean of the predictions, taking them as they
 * are, plus that of the coefficients through the mean slope, D' V D; the two are added as if independent. Source: Korn and
 * Graubard (1999), <cite>Analysis of Health Surveys</cite>, section 3.7 (predictive margins); Graubard and Korn (1999),
 * "Predictive margins with survey data", Biometrics 55.
 *
 * @param means the average predictions, one a group
 * @param covariance their covariance
 */
record Margins(double[] means, DMatrixRMaj covariance) {

    /**
     * The margins of a fitted model.
     *
     * @param fit the model
     * @param variable the position of the groups' variable among those of the patterns
     * @param categories the groups
     */
    static Margins of(Fit fit, int variable, List<Integer> categories, RespondentVariance variance) {
        Patterns patterns = fit.matrix().patterns();
        int groups = categories.size();
        double[][] predicted = new double[groups][];
        DMatrixRMaj slopes = new DMatrixRMaj(fit.coefficients().length, groups);
        double weight = weight(patterns);
        double[] means = new double[groups];
        for (int g = 0; g < groups; g++) {
            DMatrixRMaj rows = fit.matrix().with(variable, categories.get(g));
            predicted[g] = Fit.means(rows, fit.kind(), fit.coefficients());
            for (int p = 0; p < patterns.size(); p++) {
                double share = patterns.weight(p) / weight;
                means[g] += share * predicted[g][p];
                double slope = share * fit.kind().slope(predicted[g][p]);
                for (int k = 0; k < rows.numCols; k++) {
                    slopes.add(k, g, slope * rows.get(p, k));
                }
            }
        }
        DMatrixRMaj covariance = variance.of(
                        patterns.influence(linearised(patterns, predicted, means, weight)), patterns.present())
                .covariance();
        CommonOps_DDRM.addEquals(covariance, through(slopes, fit.covariance()));
        return new Margins(means, covariance);
    }

    private static double weight(Patterns patterns) {
        double sum = 0;
        for (int p = 0; p < patterns.size(); p++) {
            sum += patterns.weight(p);
        }
        return sum;
    }

    private static DMatrixRMaj linearised(Patterns patterns, double[][] predicted, double[] means, double weight) {
        int values = patterns.values().length;
        DMatrixRMaj linearised = new DMatrixRMaj(patterns.size() * values, means.length);
        for (int row = 0; row < linearised.numRows; row++) {
            for (int g = 0; g < means.length; g++) {
                linearised.set(row, g, (predicted[g][row / values] - means[g]) / weight);
            }
        }
        return linearised;
    }

    private static DMatrixRMaj through(DMatrixRMaj slopes, DMatrixRMaj covariance) {
        DMatrixRMaj half = new DMatrixRMaj(slopes.numCols, covariance.numCols);
        CommonOps_DDRM.multTransA(slopes, covariance, half);
        DMatrixRMaj whole = new DMatrixRMaj(slopes.numCols, slopes.numCols);
        CommonOps_DDRM.mult(half, slopes, whole);
        return whole;
    }

    double se(int group) {
        return Math.sqrt(covariance.get(group, group));
    }

    /** The standard error of one mean less another. */
    double se(int first, int second) {
        return Math.sqrt(Math.max(
                0, covariance.get(first, first) + covariance.get(second, second) - 2 * covariance.get(first, second)));
    }
}
