package org.deepdive.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The order of rows by stratum, primary and secondary sampling unit, and the bounds of all three in that order. */
final class StratumOrder {

    private final long[] keys;
    private final List<int[]> units;
    private final int[] rows;
    private final Names names;

    /**
     * How errors name things.
     *
     * @param file the file's name
     * @param stratum the stratum of an original row; empty without strata
     * @param cluster the primary unit of an original row
     */
    record Names(String file, IntFunction<String> stratum, IntFunction<String> cluster) {

        /** Where an original row belongs: {@code " in stratum north"}; empty without strata. */
        String inStratum(int row) {
            String name = stratum.apply(row);
            return name.isEmpty() ? "" : " in stratum " + name;
        }

        /** Where an original row belongs: {@code " in cluster 12"}. */
        String inCluster(int row) {
            return " in cluster " + cluster.apply(row);
        }

        InputException refused(String what, String remedy) {
            return InputException.of("data-file", "The data file \"" + file + "\" " + what, file, remedy);
        }
    }

    /**
     * @param keys the stratum of each row
     * @param units the sampling unit of each row, for each stage that names units, primary ones first
     * @param size how many rows there are
     */
    StratumOrder(long[] keys, List<int[]> units, int size, Names names) {
        this.names = names;
        this.keys = keys;
        this.units = List.copyOf(units);
        Comparator<Integer> order = Comparator.comparingLong(i -> keys[i]);
        for (int[] stage : this.units) {
            order = order.thenComparingInt(i -> stage[i]);
        }
        this.rows = IntStream.range(0, size)
                .boxed()
                .sorted(order)
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

    /**
     * The bounds of strata and sampling units.
     *
     * @param fpc the finite populations of each stage; empty without correction
     * @throws InputException where units are not nested or populations cannot be right
     */
    Strata strata(SurveyDesign design, List<double[]> fpc) {
        int[] starts = bounds(this::isNewStratum);
        FinitePopulations populations = new FinitePopulations(fpc, rows, names);
        if (units.isEmpty()) {
            Optional<double[]> ofStrata = populations.ofStrata(starts, h -> starts[h + 1] - starts[h]);
            return new Strata(starts, Optional.empty(), Optional.empty(), ofStrata, Optional.empty());
        }
        if (!design.nest()) {
            requireNested();
        }
        int[] clusterStarts = bounds(i -> isNewUnit(i, 0));
        int[] first = places(clusterStarts, starts);
        return new Strata(
                starts,
                Optional.of(clusterStarts),
                Optional.of(first),
                populations.ofStrata(starts, h -> first[h + 1] - first[h]),
                design.isTwoStage() ? Optional.of(secondStage(clusterStarts, populations)) : Optional.empty());
    }

    private SecondStage secondStage(int[] clusterStarts, FinitePopulations populations) {
        Optional<int[]> starts = units.size() < 2 ? Optional.empty() : Optional.of(bounds(i -> isNewUnit(i, 1)));
        int[] first = starts.map(all -> places(all, clusterStarts)).orElse(clusterStarts);
        return new SecondStage(starts, first, populations.ofClusters(clusterStarts, c -> first[c + 1] - first[c]));
    }

    private boolean isNewStratum(int place) {
        return keys[rows[place]] != keys[rows[place - 1]];
    }

    /** Whether a unit of a stage starts: units have a name of their own within those of the stage above only. */
    private boolean isNewUnit(int place, int stage) {
        boolean above = stage == 0 ? isNewStratum(place) : isNewUnit(place, stage - 1);
        int[] ids = units.get(stage);
        return above || ids[rows[place]] != ids[rows[place - 1]];
    }

    /** Where the starts of larger units stand among those of smaller ones. */
    private static int[] places(int[] starts, int[] larger) {
        return Arrays.stream(larger)
                .map(start -> Arrays.binarySearch(starts, start))
                .toArray();
    }

    private int[] bounds(IntPredicate starts) {
        IntStream inner = IntStream.range(1, rows.length).filter(starts);
        return IntStream.concat(IntStream.concat(IntStream.of(0), inner), IntStream.of(rows.length))
                .toArray();
    }

    private void requireNested() {
        int[] clusters = units.get(0);
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int row : rows) {
            Integer known = rowOf.putIfAbsent(clusters[row], row);
            if (known != null && keys[known] != keys[row]) {
                throw names.refused(
                        "has the cluster \"" + names.cluster().apply(row) + "\" in two strata: "
                                + names.stratum().apply(known) + " and "
                                + names.stratum().apply(row) + ".",
                        "Make the names of sampling units unique over the whole file; where they are unique within"
                                + " strata only, set nest: true in the design.");
            }
        }
    }
}
