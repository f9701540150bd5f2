package org.deepdive.study;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Population sizes from the fpc columns of a file, read as R's {@code as.fpc} does: where any number of any stage is above
 * 1, all are numbers of sampling units and none may be below 1; otherwise all are fractions of units in the sample.
 */
final class FinitePopulations {

    private final List<double[]> columns;
    private final int[] rows;
    private final StratumOrder.Names names;
    private final boolean fractions;

    /**
     * @param columns for each stage, the number in each original row
     * @param rows the original row at each place
     * @throws InputException where fractions stand beside numbers of units
     */
    FinitePopulations(List<double[]> columns, int[] rows, StratumOrder.Names names) {
        this.columns = columns;
        this.rows = rows;
        this.names = names;
        double most = columns.stream().mapToDouble(this::highest).max().orElse(0);
        double least = columns.stream().mapToDouble(this::lowest).min().orElse(0);
        this.fractions = most <= 1;
        if (most > 1 && least < 1) {
            throw names.refused(
                    "has fpc numbers below and above 1: " + Decimal.plain(least) + " and " + Decimal.plain(most) + ".",
                    "Give numbers of sampling units in all columns of fpc, or sampling fractions in all.");
        }
    }

    private double highest(double[] column) {
        double highest = 0;
        for (int row : rows) {
            highest = Math.max(highest, column[row]);
        }
        return highest;
    }

    private double lowest(double[] column) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int row : rows) {
            lowest = Math.min(lowest, column[row]);
        }
        return lowest;
    }

    /** The population of primary units in each stratum. */
    Optional<double[]> ofStrata(int[] starts, IntUnaryOperator units) {
        String remedy = "The population's number counts sampling units: clusters where there are clusters.";
        return of(0, starts, units, new Wording("stratum", names::inStratum, remedy));
    }

    /** The population of secondary units in each primary one. */
    Optional<double[]> ofClusters(int[] starts, IntUnaryOperator units) {
        String remedy =
                "The second column of fpc counts the secondary units that a primary unit has in the population.";
        return of(1, starts, units, new Wording("cluster", names::inCluster, remedy));
    }

    /** How errors name the groups of a stage: what one is, where a row is, and what is counted. */
    private record Wording(String group, IntFunction<String> in, String counted) {}

    private Optional<double[]> of(int stage, int[] starts, IntUnaryOperator units, Wording wording) {
        if (columns.size() <= stage) {
            return Optional.empty();
        }
        double[] populations = new double[starts.length - 1];
        for (int group = 0; group < populations.length; group++) {
            double given = constant(columns.get(stage), starts[group], starts[group + 1], wording);
            int sampled = units.applyAsInt(group);
            populations[group] = fractions ? sampled / given : given;
            if (populations[group] < sampled) {
                throw names.refused(
                        "has " + sampled + " sampling units"
                                + wording.in().apply(rows[starts[group]]) + ", more than the population's "
                                + Decimal.plain(given) + ".",
                        wording.counted());
            }
        }
        return Optional.of(populations);
    }

    private double constant(double[] column, int from, int to, Wording wording) {
        double first = column[rows[from]];
        for (int place = from; place < to; place++) {
            int row = rows[place];
            if (column[row] != first) {
                throw names.refused(
                        "has two population sizes" + wording.in().apply(row) + ": " + Decimal.plain(first) + " and "
                                + Decimal.plain(column[row]) + ".",
                        "The number of sampling units in the population must be one number a " + wording.group() + ".");
            }
        }
        return first;
    }
}
