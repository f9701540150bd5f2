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
    private static final double ENUMERATED = 1e-7;

    private final Sums sums;
    private final Strata strata;
    private final SurveyDesign.Lonely lonely;

    Linearisation(Sums sums, SurveyDesign.Lonely lonely) {
        this.sums = sums;
        this.strata = sums.strata();
        this.lonely = lonely;
    }

    /** The variance of a mean. */
    double variance(RatioMean mean) {
        return variance(Contrast.of(mean));
    }

    /**
     * The variance of a contrast.
     *
     * @throws InputException where a lonely sampling unit stands in the way and the design says fail
     */
    double variance(Contrast contrast) {
        double sum = 0;
        int present = 0;
        int alone = 0;
        for (int h = 0; h < strata.count(); h++) {
            if (!isPresent(h, contrast)) {
                continue;
            }
            present++;
            double unsampled = strata.unsampledShare(h);
            if (unsampled < ENUMERATED) {
                continue;
            }
            int units = strata.units(h);
            if (units > 1) {
                sum += unsampled * units / (units - 1) * squaresAboutMean(h, units, contrast);
            } else {
                alone++;
                sum += ofLonely(h, unsampled, contrast);
            }
        }
        return lonely == SurveyDesign.Lonely.AVERAGE && alone > 0 ? average(sum, present, alone) : sum;
    }

    private static double average(double sum, int present, int alone) {
        return present == alone ? Double.NaN : sum * present / (present - alone);
    }

    private double ofLonely(int h, double unsampled, Contrast contrast) {
        return switch (lonely) {
            case REMOVE, AVERAGE -> 0;
            case ADJUST -> {
                double total = total(h, contrast);
                yield unsampled * total * total;
            }
            case FAIL ->
                throw InputException.of(
                        "lonely-unit",
                        "A stratum has only one sampling unit, so its variance cannot be estimated.",
                        "stratum " + (h + 1),
                        "Set design, lonely in study.yaml to remove, adjust or average, or join strata.");
        };
    }

    private double squaresAboutMean(int h, int units, Contrast contrast) {
        double total = total(h, contrast);
        double squares = sums.clustered() ? clusterSquares(h, contrast) : respondentSquares(h, contrast);
        return Math.max(0, squares - total * total / units);
    }

    private double total(int h, Contrast contrast) {
        double total = 0;
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            total += contrast.linearised(cell) * sums.weight(h, cell);
        }
        return total;
    }

    private double respondentSquares(int h, Contrast contrast) {
        double squares = 0;
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            double z = contrast.linearised(cell);
            squares += z * z * sums.squaredWeight(h, cell);
        }
        return squares;
    }

    private double clusterSquares(int h, Contrast contrast) {
        int[] first = strata.firstClusters().orElseThrow();
        double squares = 0;
        for (int c = first[h]; c < first[h + 1]; c++) {
            double total = 0;
            for (int cell = contrast.from(); cell < contrast.to(); cell++) {
                total += contrast.linearised(cell) * sums.clusterWeight(c, cell);
            }
            squares += total * total;
        }
        return squares;
    }

    private boolean isPresent(int h, Contrast contrast) {
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            if (contrast.holds(cell) && sums.count(h, cell) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Degrees of freedom: sampling units less strata, both counted where the contrast has respondents. */
    double degreesOfFreedom(Contrast contrast) {
        int units = 0;
        int present = 0;
        for (int h = 0; h < strata.count(); h++) {
            int here = unitsPresent(h, contrast);
            units += here;
            present += here > 0 ? 1 : 0;
        }
        return units - present;
    }

    private int unitsPresent(int h, Contrast contrast) {
        if (sums.clustered()) {
            int[] first = strata.firstClusters().orElseThrow();
            int present = 0;
            for (int c = first[h]; c < first[h + 1]; c++) {
                present += hasCluster(c, contrast) ? 1 : 0;
            }
            return present;
        }
        int respondents = 0;
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            respondents += contrast.holds(cell) ? sums.count(h, cell) : 0;
        }
        return respondents;
    }

    private boolean hasCluster(int cluster, Contrast contrast) {
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            if (contrast.holds(cell) && sums.clusterCount(cluster, cell) > 0) {
                return true;
            }
        }
        return false;
    }
}
