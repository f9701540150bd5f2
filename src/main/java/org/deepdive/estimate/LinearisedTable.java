package org.deepdive.estimate;

import java.util.List;

/**
 * A table whose variances are linearised from sums by stratum and cluster, as R's {@code svyrecvar} computes them: over
 * strata, with n/(n-1), finite population correction and the design's treatment of lonely sampling units.
 *
 * <p>A domain keeps the full design: n is the stratum's number of sampling units in the whole sample, and those without
 * respondents in the domain count with zero.
 */
final class LinearisedTable implements CellTable {

    private final Sums sums;
    private final StratumFactors factors;
    private final boolean clustered;

    /**
     * @param sums the sums of the table
     * @param factors the factors of the strata
     * @param clustered whether runs are sampling units, and not respondents
     */
    LinearisedTable(Sums sums, StratumFactors factors, boolean clustered) {
        this.sums = sums;
        this.factors = factors;
        this.clustered = clustered;
    }

    @Override
    public int cells() {
        return sums.cells();
    }

    @Override
    public int count(int cell) {
        return sums.count(cell);
    }

    @Override
    public double weight(int cell) {
        return sums.weight(cell);
    }

    @Override
    public double squaredWeight(int cell) {
        return sums.squaredWeight(cell);
    }

    /** The means of one value in all groups, where the table has the answers first. */
    TableMeans means(double[] values) {
        return new TableMeans(sums, factors, clustered, values);
    }

    @Override
    public Spread spread(Statistic statistic) {
        Pair pair = new Pair(statistic, statistic);
        return new Spread(Math.max(0, pair.covariance()), pair.df());
    }

    @Override
    public double[][] covariance(List<? extends Statistic> statistics) {
        int size = statistics.size();
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = new Pair(statistics.get(i), statistics.get(j)).covariance();
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** Two statistics, or one twice. */
    private final class Pair {
        private final int[] cells;
        private final double[] first;
        private final double[] second;
        private double sum;
        private int strata;
        private int units;
        private int lonely;

        private Pair(Statistic one, Statistic other) {
            this.cells = one == other ? one.cells() : Statistic.union(one.cells(), other.cells());
            this.first = Statistic.linearised(one, cells);
            this.second = one == other ? first : Statistic.linearised(other, cells);
            addRespondents();
            for (int h = 0; h < sums.runs().strata(); h++) {
                addStratum(h);
            }
        }

        /** Where respondents are sampling units: what their squares add, and how many there are. */
        private void addRespondents() {
            for (int place = 0; !clustered && place < cells.length; place++) {
                sum += first[place] * second[place] * sums.factoredSquare(cells[place]);
                units += sums.count(cells[place]);
            }
        }

        private void addStratum(int h) {
            double totalOfFirst = 0;
            double totalOfSecond = 0;
            double products = 0;
            boolean present = false;
            for (int run = sums.runs().firsts()[h]; run < sums.runs().firsts()[h + 1]; run++) {
                double ofFirst = 0;
                double ofSecond = 0;
                boolean held = false;
                for (int place = 0; place < cells.length; place++) {
                    double weight = sums.runWeights()[run * sums.cells() + cells[place]];
                    ofFirst += weight * first[place];
                    ofSecond += weight * second[place];
                    held |= weight > 0;
                }
                totalOfFirst += ofFirst;
                totalOfSecond += ofSecond;
                products += ofFirst * ofSecond;
                units += clustered && held ? 1 : 0;
                present |= held;
            }
            sum += (clustered ? factors.squares()[h] * products : 0)
                    - factors.means()[h] * totalOfFirst * totalOfSecond;
            strata += present ? 1 : 0;
            lonely += present && factors.lonely()[h] ? 1 : 0;
        }

        private double covariance() {
            return LonelyUnits.treated(factors.treatment(), sum, strata, lonely);
        }

        private int df() {
            return units - strata;
        }
    }
}
