package org.deepdive.estimate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.deepdive.study.Microdata;
import org.deepdive.study.Variable;

/**
 * How many respondents gave which answer in which group, unweighted, which is all that disclosure rules ask of a table
 * beside the one shown. Counted for all waves at once and kept: readers change the waves of a question more often than
 * anything else. Safe for use by several threads.
 */
final class Headcounts {

    /** About how many bytes of counts are kept. */
    private static final long KEPT = 32L << 20;

    /** What counts take beside their numbers. */
    private static final int OVERHEAD = 400;

    /** How many respondents are given their cells at a time, which stay in the first-level cache. */
    private static final int PIECE = 2048;

    private final Microdata data;
    private final Cache<Key, int[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Key key, int[] counts) -> OVERHEAD + Integer.BYTES * counts.length)
            .build();

    Headcounts(Microdata data) {
        this.data = data;
    }

    /**
     * What counts are of.
     *
     * @param answers the key of the axes of answers
     * @param by the variables of the groups
     * @param where the filters
     * @param byWave whether each wave is counted by itself, after all else
     */
    private record Key(String answers, List<String> by, SortedMap<String, List<String>> where, boolean byWave) {}

    /**
     * The counts of a value's answers in the groups of a checked query, answers first, as the cells of a table.
     *
     * @param query a query without a breakdown of several answers a respondent
     */
    int[] of(Query query, Measured value) {
        Optional<Variable> wave = query.waves().flatMap(range -> data.study().waves());
        Key key = new Key(value.key(), query.by(), query.where(), wave.isPresent());
        int[] counts = kept.get(key, missing -> counted(query, value, wave));
        return wave.map(variable -> within(counts, query.waves().orElseThrow(), variable))
                .orElseGet(counts::clone);
    }

    private int[] counted(Query query, Measured value, Optional<Variable> wave) {
        List<Axis> axes = new ArrayList<>(value.axes());
        query.by().forEach(name -> axes.add(axis(data.study().codebook().variable(name))));
        wave.ifPresent(variable -> axes.add(axis(variable)));
        Layout layout = new Layout(axes);
        List<Lookup> lookups = new ArrayList<>(layout.lookups());
        lookups.addAll(Domain.ofFilters(data, query.where()).lookups(layout.cells()));
        return counts(layout.cells(), Lookup.joined(lookups));
    }

    private Axis axis(Variable variable) {
        return Axis.of(data.codes(variable.name()), variable.categories().size());
    }

    private int[] counts(int cells, List<Lookup> lookups) {
        int[] counts = new int[cells + 1];
        if (JointCode.fits(lookups)) {
            JointCode joint = JointCode.of(lookups, cells);
            JointCodeLoops.count(joint, counts, data.size());
        } else {
            countByLookups(lookups, counts);
        }
        return Arrays.copyOf(counts, cells);
    }

    private void countByLookups(List<Lookup> lookups, int[] counts) {
        int outside = counts.length - 1;
        int[] cellOf = new int[PIECE];
        for (int from = 0; from < data.size(); from += PIECE) {
            int to = Math.min(data.size(), from + PIECE);
            Arrays.fill(cellOf, 0);
            for (Lookup lookup : lookups) {
                lookup.addTo(cellOf, from, to);
            }
            for (int i = 0; i < to - from; i++) {
                counts[Math.min(cellOf[i], outside)]++;
            }
        }
    }

    /** The counts of some waves together. */
    private static int[] within(int[] counts, WaveRange range, Variable wave) {
        int waves = wave.categories().size();
        int first = wave.indexOf(range.first());
        int last = wave.indexOf(range.last());
        return IntStream.range(0, counts.length / waves)
                .map(cell -> IntStream.rangeClosed(first, last)
                        .map(at -> counts[cell * waves + at])
                        .sum())
                .toArray();
    }
}
