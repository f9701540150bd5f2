package org.deepdive.estimate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Sums that were made before, for one file of respondents: the least recently asked for go first. Safe for use by several
 * threads.
 */
final class SumsCache {

    private final long mostBytes;
    private final Map<Key, Sums> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** @param mostBytes about how many bytes may be kept */
    SumsCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * What sums are of.
     *
     * @param answers the key of the axis of answers; empty for none
     * @param by the variables broken down by
     * @param where the filters
     * @param waves the waves
     */
    record Key(String answers, List<String> by, SortedMap<String, List<String>> where, Optional<WaveRange> waves) {

        static Key of(Query checked, String answers) {
            return new Key(answers, checked.by(), checked.where(), checked.waves());
        }
    }

    synchronized Optional<Sums> get(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void put(Key key, Sums sums) {
        if (sums.bytes() > mostBytes || kept.put(key, sums) != null) {
            return;
        }
        bytes += sums.bytes();
        Iterator<Sums> oldest = kept.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
