package org.deepdive.estimate;

import org.deepdive.study.InputException;
import org.deepdive.study.Strata;
import org.deepdive.study.SurveyDesign;

/**
 * Linearised (co)variances of means of one table, as R's {@code svyrecvar} computes them: over strata, with n/(n-1), finite
 * population correction and the design's treatment of lonely sampling units.
 *
 * <p>A domain keeps the full design: n is the stratum's number of sampling units in the whole sample, and those without
 * respondents in the domain count with zero.
 */
final class Linearisation {

    /** Below this unsampled share, a stratum counts as fully enumerated and adds nothing, as in R. */
    static final double ENUMERATED = 1e-7;

    private final Sums sums;
    private final Strata strata;
    private final SurveyDesign.Lonely lonely;

    Linearisation(Sums sums, SurveyDesign.Lonely lonely) {
        this.sums = sums;
        this.strata = sums.strata();
        this.lonely = lonely;
    }

    /**
     * The variance of a contrast and its degrees of freedom.
     *
     * @throws InputException where a lonely sampling unit stands in the way and the design says fail
     */
    Spread spread(Contrast contrast) {
        StratumTotals totals = StratumTotals.of(sums, contrast);
        double sum = 0;
        int present = 0;
        int alone = 0;
        int unitsPresent = 0;
        for (int h = 0; h < strata.count(); h++) {
            if (totals.unitsPresent()[h] == 0) {
                continue;
            }
            present++;
            unitsPresent += totals.unitsPresent()[h];
            double unsampled = strata.unsampledShare(h);
            int units = strata.units(h);
            if (unsampled < ENUMERATED) {
                continue;
            }
            double total = totals.total()[h];
            if (units > 1) {
                double squares = Math.max(0, totals.squares()[h] - total * total / units);
                sum += unsampled * units / (units - 1) * squares;
            } else {
                alone++;
                sum += ofLonely(h, unsampled * total * total);
            }
        }
        boolean spreadOut = lonely == SurveyDesign.Lonely.AVERAGE && alone > 0;
        return new Spread(spreadOut ? average(sum, present, alone) : sum, unitsPresent - present);
    }

    private static double average(double sum, int present, int alone) {
        return present == alone ? Double.NaN : sum * present / (present - alone);
    }

    private double ofLonely(int h, double aboutZero) {
        return switch (lonely) {
            case REMOVE, AVERAGE -> 0;
            case ADJUST -> aboutZero;
            case FAIL -> throw lonelyUnit(h);
        };
    }

    /** The refusal of a stratum whose variance cannot be estimated. */
    static InputException lonelyUnit(int stratum) {
        return InputException.of(
                "lonely-unit",
                "A stratum has only one sampling unit, so its variance cannot be estimated.",
                "stratum " + (stratum + 1),
                "Set design, lonely in study.yaml to remove, adjust or average, or join strata.");
    }

    /**
     * How uncertain a contrast is.
     *
     * @param variance its variance
     * @param df sampling units less strata, both counted where the contrast has respondents
     */
    record Spread(double variance, double df) {}
}
