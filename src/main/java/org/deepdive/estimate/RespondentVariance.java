package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.deepdive.estimate.weighting.CalibrationResiduals;
import org.deepdive.study.InputException;
import org.deepdive.study.Microdata;
import org.deepdive.study.SecondStage;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;
import org.deepdive.study.WeightCalibration;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The design-based covariance of estimates whose influence on each respondent is known, such as the coefficients of a
 * regression: R's {@code svyrecvar}, with n/(n-1), finite population correction, strata that are fully enumerated, and the
 * design's treatment of lonely sampling units; with the second stage of a design that tells the populations of both stages;
 * and for calibrated weights, whose estimates vary as their residuals on the margins do.
 *
 * <p>An estimate's influence value of respondent i is w_i z_i, where z_i is the estimate's linearised variable; the
 * covariance is that of the totals of these values. A domain keeps the full design: respondents outside have zeros, and
 * sampling units without anybody in the domain count with zero. Source: Binder (1983), "On the variances of asymptotically
 * normal estimators from complex surveys", International Statistical Review 51; Lumley (2010), section 2.2.
 */
public final class RespondentVariance {

    private final Strata strata;
    private final SurveyDesign.Lonely lonely;
    private final double[] weights;
    private final Optional<CalibrationResiduals> calibration;

    private RespondentVariance(
            Strata strata, SurveyDesign.Lonely lonely, double[] weights, Optional<CalibrationResiduals> calibration) {
        this.strata = strata;
        this.lonely = lonely;
        this.weights = weights;
        this.calibration = calibration;
    }

    /**
     * For a design of its own, with weights that were not calibrated.
     *
     * @param strata the strata of the respondents, and the sampling units within them
     * @param lonely what to do with a stratum of a single sampling unit
     */
    public RespondentVariance(Strata strata, SurveyDesign.Lonely lonely) {
        this(strata, lonely, new double[0], Optional.empty());
    }

    /**
     * For a survey's own design.
     *
     * @throws InputException where its design asks for replicate weights, which have no influence values
     */
    public static RespondentVariance of(SurveyEstimates estimates) {
        if (estimates.study().requireDesign().replication().isPresent()) {
            throw InputException.of(
                    "replicates",
                    "The study \"" + estimates.study().slug() + "\" has replicate weights, and this needs linearised"
                            + " variances.",
                    estimates.study().slug(),
                    "Take replicates out of the design in study.yaml.");
        }
        return estimates.variance();
    }

    /** For the design of some respondents, replicate weights aside. */
    static RespondentVariance of(Microdata data) {
        SurveyDesign design = data.study().requireDesign();
        Optional<CalibrationResiduals> calibration = data.baseWeights()
                .map(base -> new CalibrationResiduals(
                        margins(data, design.calibration().orElseThrow()), base));
        return new RespondentVariance(data.strata(), design.lonely(), data.weights(), calibration);
    }

    private static List<int[]> margins(Microdata data, WeightCalibration calibration) {
        return calibration.margins().stream()
                .map(margin -> crossed(data, margin))
                .toList();
    }

    private static int[] crossed(Microdata data, List<String> margin) {
        int[] crossed = new int[data.size()];
        for (String name : margin) {
            byte[] codes = data.codes(name);
            int categories = data.study().codebook().variable(name).categories().size();
            for (int i = 0; i < crossed.length; i++) {
                crossed[i] = crossed[i] * categories + codes[i];
            }
        }
        return crossed;
    }

    /** Whether variances follow from sums by stratum and primary sampling unit. */
    boolean isOneStage() {
        return calibration.isEmpty()
                && strata.secondStage().flatMap(SecondStage::populations).isEmpty();
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
     * @throws InputException where a lonely sampling unit stands in the way and the design says fail
     */
    public Spread of(DMatrixRMaj influence, boolean[] present) {
        DMatrixRMaj varying = calibration.map(c -> residuals(c, influence)).orElse(influence);
        DMatrixRMaj sum = new DMatrixRMaj(influence.numCols, influence.numCols);
        int strataPresent = 0;
        int unitsPresent = 0;
        int alone = 0;
        int reached = 0;
        for (int h = 0; h < strata.count(); h++) {
            int inside = unitsPresent(h, present);
            unitsPresent += inside;
            strataPresent += inside > 0 ? 1 : 0;
            // Residuals of a calibrated survey reach into every stratum, also of a domain that does not.
            if (inside > 0 || calibration.isPresent()) {
                reached++;
                boolean enumerated = strata.unsampledShare(h) < StratumFactors.ENUMERATED;
                alone += !enumerated && strata.units(h) == 1 ? 1 : 0;
                addStratum(h, varying, sum);
            }
        }
        if (lonely == SurveyDesign.Lonely.AVERAGE && alone > 0) {
            double shared = reached == alone ? Double.NaN : (double) reached / (reached - alone);
            CommonOps_DDRM.scale(shared, sum);
        }
        return new Spread(mirrored(sum), unitsPresent - strataPresent);
    }

    /** What calibration leaves of influence values: the residuals of z times the calibrated weights. */
    private DMatrixRMaj residuals(CalibrationResiduals residualsOf, DMatrixRMaj influence) {
        int columns = influence.numCols;
        DMatrixRMaj varying = new DMatrixRMaj(influence.numRows, columns);
        for (int k = 0; k < columns; k++) {
            double[] z = new double[weights.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = influence.data[i * columns + k] / weights[i];
            }
            double[] residuals = residualsOf.residuals(z);
            for (int i = 0; i < z.length; i++) {
                varying.data[i * columns + k] = weights[i] * residuals[i];
            }
        }
        return varying;
    }

    /** Adds what the sampling units of one stratum contribute, and the units within them. */
    private void addStratum(int stratum, DMatrixRMaj influence, DMatrixRMaj sum) {
        double unsampled = strata.unsampledShare(stratum);
        add(totals(strata.units(stratum), unit -> start(stratum, unit), influence), unsampled, 1, 1, sum);
        strata.secondStage()
                .filter(stage -> stage.populations().isPresent() && unsampled < 1)
                .ifPresent(stage -> {
                    int first = strata.firstClusters().orElseThrow()[stratum];
                    for (int unit = first; unit < first + strata.units(stratum); unit++) {
                        int within = stage.firstUnits()[unit];
                        add(
                                totals(stage.units(unit), second -> stage.start(within + second), influence),
                                stage.unsampledShare(unit),
                                1 - unsampled,
                                2,
                                sum);
                    }
                });
    }

    /**
     * Adds what the units of one stratum, or of one primary unit, contribute.
     *
     * @param totals their influence values
     * @param unsampled the share of the population's units that is not in the sample
     * @param scale what multiplies all
     * @param stage the stage of sampling
     */
    private void add(UnitTotals totals, double unsampled, double scale, int stage, DMatrixRMaj sum) {
        int units = totals.units();
        if (unsampled < StratumFactors.ENUMERATED) {
            return;
        }
        if (units > 1) {
            totals.centred().addSquares(sum, scale * unsampled * units / (units - 1));
            return;
        }
        switch (lonely) {
            case REMOVE -> {}
            // All influence values add up to zero, which is thus the mean that the unit is centred at.
            case ADJUST -> totals.addSquares(sum, scale * unsampled);
            case AVERAGE -> {
                if (stage == 2) {
                    CommonOps_DDRM.fill(sum, Double.NaN);
                }
            }
            case FAIL -> throw LonelyUnits.refusal(stage);
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

    private static UnitTotals totals(int units, IntUnaryOperator start, DMatrixRMaj influence) {
        int columns = influence.numCols;
        double[] totals = new double[units * columns];
        for (int unit = 0; unit < units; unit++) {
            int to = start.applyAsInt(unit + 1);
            for (int i = start.applyAsInt(unit); i < to; i++) {
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

        int units() {
            return values.length / columns;
        }

        /** The same less their mean. */
        UnitTotals centred() {
            double[] mean = new double[columns];
            for (int at = 0; at < values.length; at++) {
                mean[at % columns] += values[at] / units();
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
