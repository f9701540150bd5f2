package org.deepdive.estimate;

import java.util.Arrays;

/**
 * The means of one value in all groups of a table at once, with their variances: what {@link Ratio} and
 * {@link LinearisedTable} give group by group, in loops that run along the groups.
 *
 * <p>The table's first axis is the answers, so that the groups of an answer lie side by side.
 */
final class TableMeans {

    private final Sums sums;
    private final StratumFactors factors;
    private final int groups;
    private final double[] values;
    private final double[] mean;
    private final double[] weight;
    private final double[] squaredWeight;
    private final double[] deviations;
    private final double[] variance;
    private final int[] count;
    private final int[] counted;
    private final int[] units;
    private final int[] strata;
    private final int[] lonely;

    /**
     * @param sums the sums of the table
     * @param factors the factors of the strata
     * @param clustered whether runs are sampling units, and not respondents
     * @param values the value of each answer
     */
    TableMeans(Sums sums, StratumFactors factors, boolean clustered, double[] values) {
        this.sums = sums;
        this.factors = factors;
        this.values = values;
        this.groups = sums.cells() / values.length;
        this.mean = new double[groups];
        this.weight = new double[groups];
        this.squaredWeight = new double[groups];
        this.deviations = new double[groups];
        this.variance = new double[groups];
        this.count = new int[groups];
        this.counted = new int[groups];
        this.units = clustered ? new int[groups] : count;
        this.strata = new int[groups];
        this.lonely = new int[groups];
        addAnswers();
        for (int group = 0; group < groups; group++) {
            describe(group, clustered);
        }
        if (clustered || values.length != 2) {
            addStrata(clustered);
        } else {
            addStrataOfShares();
        }
    }

    private void addAnswers() {
        for (int answer = 0; answer < values.length; answer++) {
            for (int group = 0, cell = answer * groups; group < groups; group++, cell++) {
                weight[group] += sums.weight(cell);
                mean[group] += sums.weight(cell) * values[answer];
                squaredWeight[group] += sums.squaredWeight(cell);
                count[group] += sums.count(cell);
                counted[group] += values[answer] > 0 ? sums.count(cell) : 0;
            }
        }
    }

    private void describe(int group, boolean clustered) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int answer = 0; answer < values.length; answer++) {
            if (sums.count(answer * groups + group) > 0) {
                least = Math.min(least, values[answer]);
                most = Math.max(most, values[answer]);
            }
        }
        // Where all have one value, dividing would leave a rounding residue that looks like variation.
        mean[group] = least == most ? least : mean[group] / weight[group];
        double factored = 0;
        for (int answer = 0; answer < values.length; answer++) {
            double deviation = values[answer] - mean[group];
            deviations[group] += sums.weight(answer * groups + group) * deviation * deviation;
            factored += sums.factoredSquare(answer * groups + group) * deviation * deviation;
        }
        variance[group] = clustered ? 0 : factored;
    }

    /** Adds what each stratum adds to the variances, all times the squared weight of the group. */
    private void addStrata(boolean clustered) {
        Runs runs = sums.runs();
        double[] total = new double[groups];
        double[] held = new double[groups];
        double[] ofRun = new double[groups];
        double[] weightOfRun = new double[groups];
        for (int h = 0; h < runs.strata(); h++) {
            if (clustered) {
                Arrays.fill(total, 0);
                Arrays.fill(held, 0);
                for (int run = runs.firsts()[h]; run < runs.firsts()[h + 1]; run++) {
                    deviate(sums.runWeights(), run * sums.cells(), ofRun, weightOfRun);
                    addRun(factors.squares()[h], ofRun, weightOfRun, total, held);
                }
            } else {
                deviate(sums.stratumWeights(), h * sums.cells(), total, held);
            }
            addStratum(factors.means()[h], total, held, factors.lonely()[h] ? 1 : 0);
        }
    }

    /** The same for two values, as every share has, and respondents as sampling units: in one loop, without arrays between. */
    private void addStrataOfShares() {
        double[] w = sums.stratumWeights();
        for (int h = 0; h < sums.runs().strata(); h++) {
            double factor = factors.means()[h];
            int isLonely = factors.lonely()[h] ? 1 : 0;
            int at = h * sums.cells();
            for (int group = 0; group < groups; group++) {
                double first = w[at + group];
                double second = w[at + groups + group];
                double total = first * (values[0] - mean[group]) + second * (values[1] - mean[group]);
                int present = first + second > 0 ? 1 : 0;
                variance[group] -= factor * total * total;
                strata[group] += present;
                lonely[group] += present & isLonely;
            }
        }
    }

    /** The weighted sum of deviations from the group's mean, and of weights, of one run or stratum. */
    private void deviate(double[] sumsOfWeights, int from, double[] deviation, double[] held) {
        Arrays.fill(deviation, 0);
        Arrays.fill(held, 0);
        for (int answer = 0; answer < values.length; answer++) {
            double value = values[answer];
            int at = from + answer * groups;
            for (int group = 0; group < groups; group++) {
                double w = sumsOfWeights[at + group];
                held[group] += w;
                deviation[group] += w * (value - mean[group]);
            }
        }
    }

    private void addRun(double factor, double[] ofRun, double[] weightOfRun, double[] total, double[] held) {
        for (int group = 0; group < groups; group++) {
            variance[group] += factor * ofRun[group] * ofRun[group];
            total[group] += ofRun[group];
            held[group] += weightOfRun[group];
            units[group] += weightOfRun[group] > 0 ? 1 : 0;
        }
    }

    private void addStratum(double factor, double[] total, double[] held, int isLonely) {
        for (int group = 0; group < groups; group++) {
            variance[group] -= factor * total[group] * total[group];
            int present = held[group] > 0 ? 1 : 0;
            strata[group] += present;
            lonely[group] += present & isLonely;
        }
    }

    int count(int group) {
        return count[group];
    }

    int counted(int group) {
        return counted[group];
    }

    double mean(int group) {
        return mean[group];
    }

    /** Kish's effective base, (sum w)^2 / sum w^2, which does not depend on the answers. */
    double kishBase(int group) {
        return weight[group] * weight[group] / squaredWeight[group];
    }

    /** See {@link Ratio#simpleVariance()}. */
    double simpleVariance(int group) {
        return deviations[group] / weight[group] / (count[group] - 1);
    }

    /** See {@link LinearisedTable#spread}. */
    Spread spread(int group) {
        double sum = Math.max(0, variance[group]) / (weight[group] * weight[group]);
        return new Spread(
                LonelyUnits.treated(factors.treatment(), sum, strata[group], lonely[group]),
                units[group] - strata[group]);
    }
}
