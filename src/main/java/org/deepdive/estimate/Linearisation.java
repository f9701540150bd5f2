package org.deepdive.estimate;

import org.deepdive.study.InputException;

/**
 * Linearised (co)variances of statistics of one table, as R's {@code svyrecvar} computes them: over strata, with n/(n-1),
 * finite population correction and the design's treatment of lonely sampling units.
 *
 * <p>A domain keeps the full design: n is the stratum's number of sampling units in the whole sample, and those without
 * respondents in the domain count with zero.
 */
final class Linearisation {

    private final Sums sums;
    private final StratumFactors factors;
    private final boolean clustered;

    /**
     * @param sums the sums of the table
     * @param factors the factors of the strata
     * @param clustered whether runs are sampling units, and not respondents
     */
    Linearisation(Sums sums, StratumFactors factors, boolean clustered) {
        this.sums = sums;
        this.factors = factors;
        this.clustered = clustered;
    }

    /**
     * The variance of a statistic and its degrees of freedom.
     *
     * @throws InputException where a lonely sampling unit stands in the way and the design says fail
     */
    Spread spread(Statistic statistic) {
        double variance = clustered ? 0 : squaresOfRespondents(statistic);
        Present present = new Present();
        int[] cells = statistic.cells();
        for (int h = 0; h < sums.runs().strata(); h++) {
            double total = 0;
            double squares = 0;
            double held = 0;
            for (int run = sums.runs().firsts()[h]; run < sums.runs().firsts()[h + 1]; run++) {
                int at = run * sums.cells();
                double ofRun = 0;
                double weight = 0;
                for (int place = 0; place < cells.length; place++) {
                    double w = sums.runWeights()[at + cells[place]];
                    weight += w;
                    ofRun += w * statistic.linearised(place);
                }
                total += ofRun;
                squares += ofRun * ofRun;
                held += weight;
                present.units += clustered && weight > 0 ? 1 : 0;
            }
            variance += (clustered ? factors.squares()[h] * squares : 0) - factors.means()[h] * total * total;
            present.strata += held > 0 ? 1 : 0;
            present.lonely += held > 0 && factors.lonely()[h] ? 1 : 0;
        }
        return present.spread(Math.max(0, variance), statistic);
    }

    private double squaresOfRespondents(Statistic statistic) {
        double sum = 0;
        int[] cells = statistic.cells();
        for (int place = 0; place < cells.length; place++) {
            double z = statistic.linearised(place);
            sum += z * z * sums.factoredSquare(cells[place]);
        }
        return sum;
    }

    /** Which of the design meets a statistic's respondents. */
    private final class Present {
        private int strata;
        private int units;
        private int lonely;

        private Spread spread(double variance, Statistic statistic) {
            if (!clustered) {
                for (int cell : statistic.cells()) {
                    units += sums.count(cell);
                }
            }
            return new Spread(LonelyUnits.treated(factors.treatment(), variance, strata, lonely), units - strata);
        }
    }
}
