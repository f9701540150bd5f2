package org.deepdive.study;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The order of rows by stratum and cluster, and the bounds of both in that order. */
final class StratumOrder {

    private final long[] keys;
    private final int[] clusters;
    private final int[] rows;
    private final Names names;

    /**
     * How errors name things.
     *
     * @param file the file's name
     * @param stratum the stratum of an original row
     * @param cluster the cluster of an original row
     */
    record Names(String file, IntFunction<String> stratum, IntFunction<String> cluster) {}

    StratumOrder(long[] keys, int[] clusters, int size, Names names) {
        this.names = names;
        this.keys = keys;
        this.clusters = clusters;
        this.rows = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> keys[i]).thenComparingInt(i -> clusters[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The original row at each place. */
    int[] rows() {
        return rows;
    }

    double[] sorted(double[] values) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    Strata strata(boolean clustered, Optional<double[]> populations) {
        int[] starts = bounds(i -> keys[rows[i]] != keys[rows[i - 1]]);
        Optional<double[]> perStratum = populations.map(all -> constantIn(starts, all));
        Strata strata = clustered
                ? clustered(starts, perStratum)
                : new Strata(starts, Optional.empty(), Optional.empty(), perStratum);
        perStratum.ifPresent(all -> requireEnough(strata, all));
        return strata;
    }

    private Strata clustered(int[] starts, Optional<double[]> perStratum) {
        requireNested();
        int[] clusterStarts =
                bounds(i -> keys[rows[i]] != keys[rows[i - 1]] || clusters[rows[i]] != clusters[rows[i - 1]]);
        int[] first = Arrays.stream(starts)
                .map(start -> Arrays.binarySearch(clusterStarts, start))
                .toArray();
        return new Strata(starts, Optional.of(clusterStarts), Optional.of(first), perStratum);
    }

    private int[] bounds(IntPredicate starts) {
        IntStream inner = IntStream.range(1, rows.length).filter(starts);
        return IntStream.concat(IntStream.concat(IntStream.of(0), inner), IntStream.of(rows.length))
                .toArray();
    }

    private void requireNested() {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int row : rows) {
            Integer known = rowOf.putIfAbsent(clusters[row], row);
            if (known != null && keys[known] != keys[row]) {
                throw refused(
                        "has the cluster \"" + names.cluster().apply(row) + "\" in two strata: "
                                + names.stratum().apply(known) + " and "
                                + names.stratum().apply(row) + ".",
                        "Make the names of sampling units unique over the whole file.");
            }
        }
    }

    /** More units in the sample than in the population would make variances negative. */
    private void requireEnough(Strata strata, double[] populations) {
        for (int h = 0; h < populations.length; h++) {
            if (populations[h] < strata.units(h)) {
                throw refused(
                        "has " + strata.units(h) + " sampling units" + in(rows[strata.starts()[h]])
                                + ", more than the population's " + plain(populations[h]) + ".",
                        "The population's number counts sampling units: clusters where there are clusters.");
            }
        }
    }

    private String in(int row) {
        String stratum = names.stratum().apply(row);
        return stratum.isEmpty() ? "" : " in stratum " + stratum;
    }

    private InputException refused(String what, String remedy) {
        return InputException.of("data-file", "The data file \"" + names.file() + "\" " + what, names.file(), remedy);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private double[] constantIn(int[] starts, double[] values) {
        double[] constants = new double[starts.length - 1];
        for (int h = 0; h < constants.length; h++) {
            constants[h] = values[rows[starts[h]]];
            for (int i = starts[h]; i < starts[h + 1]; i++) {
                if (values[rows[i]] != constants[h]) {
                    throw refused(
                            "has two population sizes" + in(rows[i]) + ": " + plain(constants[h]) + " and "
                                    + plain(values[rows[i]]) + ".",
                            "The number of sampling units in the population must be one number a stratum.");
                }
            }
        }
        return constants;
    }
}
