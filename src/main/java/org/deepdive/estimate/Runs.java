package org.deepdive.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepdive.study.Strata;

/**
 * The respondents cut into runs, in order: a cluster each where there are clusters, otherwise a stratum, or a piece of
 * one that is very long. Sums are made run by run, and runs are shared out to threads in batches.
 *
 * <p>Runs and batches follow from the data alone, and their sums are added in order: so that results are the same to the
 * last digit, however many threads there are.
 *
 * @param starts the first respondent of each run, and at the end the number of respondents
 * @param firsts the first run of each stratum, and at the end the number of runs
 * @param batches the first run of each batch, and at the end the number of runs
 */
record Runs(int[] starts, int[] firsts, int[] batches) {

    /** The longest piece of a stratum. */
    private static final int LONGEST = 1 << 16;

    /** A batch has at least so many respondents, unless it is the last. */
    private static final int BATCH = 1 << 15;

    static Runs of(Strata strata) {
        int[] starts = strata.clusterStarts().orElseGet(() -> pieces(strata.starts()));
        int[] firsts = strata.firstClusters().orElseGet(() -> positions(strata.starts(), starts));
        return new Runs(starts, firsts, batches(starts));
    }

    private static int[] pieces(int[] bounds) {
        IntStream pieces = IntStream.range(0, bounds.length - 1).flatMap(h -> {
            int length = bounds[h + 1] - bounds[h];
            int parts = (length + LONGEST - 1) / LONGEST;
            return IntStream.range(0, parts).map(part -> bounds[h] + (int) ((long) length * part / parts));
        });
        return IntStream.concat(pieces, IntStream.of(bounds[bounds.length - 1])).toArray();
    }

    private static int[] positions(int[] bounds, int[] starts) {
        int[] firsts = new int[bounds.length];
        int run = 0;
        for (int h = 0; h < bounds.length; h++) {
            while (starts[run] < bounds[h]) {
                run++;
            }
            firsts[h] = run;
        }
        return firsts;
    }

    private static int[] batches(int[] starts) {
        IntStream.Builder batches = IntStream.builder().add(0);
        int begun = 0;
        for (int run = 1; run < starts.length - 1; run++) {
            if (starts[run] - begun >= BATCH) {
                batches.add(run);
                begun = starts[run];
            }
        }
        return batches.add(starts.length - 1).build().toArray();
    }

    /** The stratum of each run. */
    int[] stratumOf() {
        int[] stratumOf = new int[count()];
        for (int h = 0; h < strata(); h++) {
            Arrays.fill(stratumOf, firsts[h], firsts[h + 1], h);
        }
        return stratumOf;
    }

    /** How many runs there are. */
    int count() {
        return starts.length - 1;
    }

    /** How many strata there are. */
    int strata() {
        return firsts.length - 1;
    }
}
