package org.deepdive.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The order of rows by stratum and cluster, and the bounds of both in that order. */
final class StratumOrder {

    private final long[] keys;
    private final int[] clusters;
    private final int[] rows;

    StratumOrder(long[] keys, int[] clusters, int size) {
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

    Strata strata(String file, boolean clustered, Optional<double[]> populations) {
        int[] starts = bounds(i -> keys[rows[i]] != keys[rows[i - 1]]);
        Optional<double[]> perStratum = populations.map(all -> constantIn(starts, all, file));
        if (!clustered) {
            return new Strata(starts, Optional.empty(), Optional.empty(), perStratum);
        }
        requireNested(file);
        int[] clusterStarts =
                bounds(i -> keys[rows[i]] != keys[rows[i - 1]] || clusters[rows[i]] != clusters[rows[i - 1]]);
        int[] first = Arrays.stream(starts)
                .map(start -> Arrays.binarySearch(clusterStarts, start))
                .toArray();
        return new Strata(starts, Optional.of(clusterStarts), Optional.of(first), perStratum);
    }

    private int[] bounds(java.util.function.IntPredicate starts) {
        IntStream inner = IntStream.range(1, rows.length).filter(starts);
        return IntStream.concat(IntStream.concat(IntStream.of(0), inner), IntStream.of(rows.length))
                .toArray();
    }

    private void requireNested(String file) {
        Map<Integer, Long> stratumOf = new HashMap<>();
        for (int row : rows) {
            Long known = stratumOf.putIfAbsent(clusters[row], keys[row]);
            if (known != null && known != keys[row]) {
                throw InputException.of(
                        "data-file",
                        "The data file \"" + file + "\" has a cluster that stands in two strata.",
                        file,
                        "Make the names of sampling units unique over the whole file.");
            }
        }
    }

    private double[] constantIn(int[] starts, double[] values, String file) {
        double[] constants = new double[starts.length - 1];
        for (int h = 0; h < constants.length; h++) {
            constants[h] = values[rows[starts[h]]];
            for (int i = starts[h]; i < starts[h + 1]; i++) {
                if (values[rows[i]] != constants[h]) {
                    throw InputException.of(
                            "data-file",
                            "The data file \"" + file + "\" has two population sizes in one stratum: " + constants[h]
                                    + " and " + values[rows[i]] + ".",
                            file,
                            "The number of sampling units in the population must be one number a stratum.");
                }
            }
        }
        return constants;
    }
}
