package org.deepdive.estimate;

import java.util.Arrays;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The design-based covariance of estimates whose influence on each respondent is known, such as the coefficients of a
 * regression: R's {@code svyrecvar}, with n/(n-1), finite population correction, strata that are fully enumerated, and the
 * design's treatment of lonely sampling units.
 *
 * <p>An estimate's influence value of respondent i is w_i z_i, where z_i is the estimate's linearised variable; the
 * covariance is that of the totals of these values. A domain keeps the full design: respondents outside have zeros, and
 * sampling units without anybody in the domain count with zero. Source: Binder (1983), "On the variances of asymptotically
 * normal estimators from complex surveys", International Statistical Review 51; Lumley (2010), section 2.2.
 */
public final class RespondentVariance {

    private final Strata strata;
    private final SurveyDesign.Lonely lonely;

    /**
     * @param strata the strata of the respondents, and the sampling units within them
     * @param lonely what to do with a stratum of a single sampling unit
     */
    public RespondentVariance(Strata strata, SurveyDesign.Lonely lonely) {
        this.strata = strata;
        this.lonely = lonely;
    }

    /** The variance for a survey's own design. */
    public static RespondentVariance of(SurveyEstimates estimates) {
        return new RespondentVariance(
                estimates.data().strata(), estimates.study().requireDesign().lonely());
    }

    /**
     * How uncertain some estimates are together.
     *
     * @param covariance their covariance matrix, in the order of the influence values' columns
     * @param df degrees of freedom: sampling units less strata, both counted where somebody is present
     */
    public record Spread(DMatrixRMaj covariance, int df) {}

    /**
     * The covariance of some estimates.
     *
     * @param influence w_i z_i: a row for each respondent, in the order of the data, and a column for each estimate; rows
     *     of those who are not present hold zeros
     * @param present who is in the domain
     * @throws org.deepdive.study.InputException where a lonely sampling unit stands in the way and the design says fail
     */
    public Spread of(DMatrixRMaj influence, boolean[] present) {
        DMatrixRMaj sum = new DMatrixRMaj(influence.numCols, influence.numCols);
        int strataPresent = 0;
        int unitsPresent = 0;
        int alone = 0;
        for (int h = 0; h < strata.count(); h++) {
            int inside = unitsPresent(h, present);
            unitsPresent += inside;
            strataPresent += inside > 0 ? 1 : 0;
            if (inside > 0 && strata.unsampledShare(h) >= Linearisation.ENUMERATED) {
                alone += strata.units(h) == 1 ? 1 : 0;
                firstStage(h, influence, sum);
            }
        }
        if (lonely == SurveyDesign.Lonely.AVERAGE && alone > 0) {
            double shared = strataPresent == alone ? Double.NaN : (double) strataPresent / (strataPresent - alone);
            CommonOps_DDRM.scale(shared, sum);
        }
        return new Spread(mirrored(sum), unitsPresent - strataPresent);
    }

    /** Adds what the sampling units of one stratum contribute. */
    private void firstStage(int stratum, DMatrixRMaj influence, DMatrixRMaj sum) {
        int units = strata.units(stratum);
        double unsampled = strata.unsampledShare(stratum);
        UnitTotals totals = totals(stratum, influence);
        if (units > 1) {
            totals.centred().addSquares(sum, unsampled * units / (units - 1));
        } else if (lonely == SurveyDesign.Lonely.ADJUST) {
            // All influence values add up to zero, which is thus the mean that the unit is centred at.
            totals.addSquares(sum, unsampled);
        } else if (lonely == SurveyDesign.Lonely.FAIL) {
            throw Linearisation.lonelyUnit(stratum);
        }
    }

    private int unitsPresent(int stratum, boolean[] present) {
        int units = 0;
        for (int unit = 0; unit < strata.units(stratum); unit++) {
            boolean any = false;
            for (int i = start(stratum, unit); i < start(stratum, unit + 1) && !any; i++) {
                any = present[i];
            }
            units += any ? 1 : 0;
        }
        return units;
    }

    /** The first respondent of a stratum's sampling unit; of the unit after its last, the end of the stratum. */
    private int start(int stratum, int unit) {
        return strata.clusterStarts()
                .map(starts -> starts[strata.firstClusters().orElseThrow()[stratum] + unit])
                .orElseGet(() -> strata.starts()[stratum] + unit);
    }

    private UnitTotals totals(int stratum, DMatrixRMaj influence) {
        int columns = influence.numCols;
        int units = strata.units(stratum);
        double[] totals = new double[units * columns];
        for (int unit = 0; unit < units; unit++) {
            int to = start(stratum, unit + 1);
            for (int i = start(stratum, unit); i < to; i++) {
                for (int k = 0; k < columns; k++) {
                    totals[unit * columns + k] += influence.data[i * columns + k];
                }
            }
        }
        return new UnitTotals(totals, columns);
    }

    private static DMatrixRMaj mirrored(DMatrixRMaj upper) {
        for (int a = 1; a < upper.numRows; a++) {
            for (int b = 0; b < a; b++) {
                upper.set(a, b, upper.get(b, a));
            }
        }
        return upper;
    }

    /**
     * Influence values added up for the units of one stratum, or of one sampling unit where there is a further stage.
     *
     * @param values row by row, one row a unit
     * @param columns how many estimates there are
     */
    private record UnitTotals(double[] values, int columns) {

        /** The same less their mean. */
        UnitTotals centred() {
            int units = values.length / columns;
            double[] mean = new double[columns];
            for (int at = 0; at < values.length; at++) {
                mean[at % columns] += values[at] / units;
            }
            double[] centred = new double[values.length];
            Arrays.setAll(centred, at -> values[at] - mean[at % columns]);
            return new UnitTotals(centred, columns);
        }

        /** Adds their squares and products, times a scale, to the upper triangle of a matrix. */
        void addSquares(DMatrixRMaj sum, double scale) {
            for (int row = 0; row < values.length; row += columns) {
                for (int a = 0; a < columns; a++) {
                    double first = scale * values[row + a];
                    for (int b = a; b < columns; b++) {
                        sum.data[a * columns + b] += first * values[row + b];
                    }
                }
            }
        }
    }
}
