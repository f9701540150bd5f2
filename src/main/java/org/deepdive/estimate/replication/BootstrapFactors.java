package org.deepdive.estimate.replication;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.study.InputException;

/**
 * The factors of a bootstrap: how often a unit was drawn, times what makes the factors of a stratum add up to its units.
 *
 * <p>Each replicate draws from a generator of its own, split off the seed's in order, so that the first replicates of a
 * longer bootstrap are those of a shorter one.
 */
final class BootstrapFactors implements Factors {

    /** Above so many times the sample, drawing from the population is drawing with replacement. */
    private static final int LARGE = 100;

    private final SamplingUnits units;
    private final short[][] counts;
    private final double[] scales;

    private BootstrapFactors(SamplingUnits units, short[][] counts, double[] scales) {
        this.units = units;
        this.counts = counts;
        this.scales = scales;
    }

    /** One draw fewer than units, with replacement. */
    static BootstrapFactors rescaled(SamplingUnits units, int replicates, long seed) {
        requireTwo(units);
        short[][] counts = drawn(units, replicates, seed, (random, h, count) -> {
            for (int draw = 1; draw < units.in(h); draw++) {
                count[units.first(h) + random.nextInt(units.in(h))]++;
            }
        });
        double[] scales = IntStream.range(0, units.strata())
                .mapToDouble(h -> units.in(h) / (units.in(h) - 1.0))
                .toArray();
        return new BootstrapFactors(units, counts, scales);
    }

    /** As many draws as units, without replacement from a population of copies of the sample. */
    static BootstrapFactors fromPopulation(SamplingUnits units, int replicates, long seed) {
        short[][] counts = drawn(units, replicates, seed, (random, h, count) -> {
            if (units.population(h) > (double) LARGE * units.in(h)) {
                for (int draw = 0; draw < units.in(h); draw++) {
                    count[units.first(h) + random.nextInt(units.in(h))]++;
                }
            } else {
                drawWithoutReplacement(random, units, h, count);
            }
        });
        double[] scales = new double[units.strata()];
        Arrays.fill(scales, 1);
        return new BootstrapFactors(units, counts, scales);
    }

    /** Floyd's sampling of places in the population, the place giving the unit of a shuffled sample laid end to end. */
    private static void drawWithoutReplacement(SplittableRandom random, SamplingUnits units, int h, short[] count) {
        int size = units.in(h);
        int population = (int) units.population(h);
        int[] shuffled = shuffled(random, size);
        BitSet taken = new BitSet(population);
        for (int last = population - size; last < population; last++) {
            int place = random.nextInt(last + 1);
            if (taken.get(place)) {
                place = last;
            }
            taken.set(place);
            count[units.first(h) + shuffled[place % size]]++;
        }
    }

    /** Which units have one copy more than the others is left to chance, too. */
    private static int[] shuffled(SplittableRandom random, int size) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    private static short[][] drawn(SamplingUnits units, int replicates, long seed, Draw draw) {
        requireSeveral(replicates);
        SplittableRandom root = new SplittableRandom(seed);
        return Stream.generate(root::split)
                .limit(replicates)
                .map(random -> {
                    short[] count = new short[units.count()];
                    for (int h = 0; h < units.strata(); h++) {
                        draw.into(random, h, count);
                    }
                    return count;
                })
                .toArray(short[][]::new);
    }

    private static void requireSeveral(int replicates) {
        if (replicates < 2) {
            throw InputException.of(
                    "replicates",
                    "A bootstrap of " + replicates + " replicates has no variance.",
                    String.valueOf(replicates),
                    "Ask for 2 or more; 200 to 1000 are usual.");
        }
    }

    private static void requireTwo(SamplingUnits units) {
        List<String> alone = IntStream.range(0, units.strata())
                .filter(h -> units.in(h) < 2)
                .mapToObj(h -> "stratum " + (h + 1))
                .toList();
        if (!alone.isEmpty()) {
            throw InputException.of(
                    "lonely-unit",
                    "The bootstrap needs two sampling units in each stratum; there is one in " + alone.get(0)
                            + (alone.size() > 1 ? " and " + (alone.size() - 1) + " more." : "."),
                    alone.get(0),
                    "Join strata.");
        }
    }

    @Override
    public int replicates() {
        return counts.length;
    }

    @Override
    public int units() {
        return units.count();
    }

    @Override
    public double factor(int replicate, int unit) {
        return counts[replicate][unit] * scales[units.stratumOf(unit)];
    }

    /** Found by elimination, which stops at the most it can be: the factors of a stratum have one sum in all replicates. */
    @Override
    public int rank(IntPredicate held) {
        return RowRank.of(
                this, held, Math.min(replicates(), HeldUnits.of(units, held).most()));
    }

    @FunctionalInterface
    private interface Draw {
        void into(SplittableRandom random, int stratum, short[] count);
    }
}
