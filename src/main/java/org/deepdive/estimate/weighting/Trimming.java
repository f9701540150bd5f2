package org.deepdive.estimate.weighting;

import java.util.Arrays;
import org.deepdive.study.InputException;

/**
 * Cutting weights at limits, and giving what was cut in equal parts to the weights within them, so that the sum stays.
 *
 * <p>The parts can push weights over a limit again; strict trimming repeats until none is. Source: {@code trimWeights} of
 * R's survey package. Unlike R, limits that cannot keep the sum are refused.
 *
 * @param low the least weight; negative infinity for no limit
 * @param high the largest weight; infinity for no limit
 * @param strict whether to repeat until every weight is within the limits
 */
public record Trimming(double low, double high, boolean strict) {

    private static final int MOST_PASSES = 10_000;

    /** @throws InputException where the limits are not in order */
    public Trimming {
        if (!(low < high)) {
            throw refused(low, high, "are not in order.", "Give the lower one first.");
        }
    }

    /**
     * Trimmed weights.
     *
     * @param weights the weights
     * @param cut for each weight whether it was cut in any pass
     */
    public record Trimmed(double[] weights, boolean[] cut) {

        /** How many weights were cut. */
        public int count() {
            int count = 0;
            for (boolean one : cut) {
                count += one ? 1 : 0;
            }
            return count;
        }
    }

    /**
     * Trims weights.
     *
     * @throws InputException where the mean weight is not within the limits, or no weight is left to take what is cut
     */
    public Trimmed trim(double[] weights) {
        double mean = WeightSpread.sum(weights) / weights.length;
        if (!(mean >= low && mean <= high)) {
            throw refused(
                    low,
                    high,
                    "do not enclose the mean weight, " + Numbers.text(mean) + ", so trimming would change the sum.",
                    "Give limits around it.");
        }
        double[] trimmed = weights.clone();
        boolean[] cut = new boolean[weights.length];
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            if (!trimOnce(trimmed, cut) || !strict) {
                return new Trimmed(trimmed, cut);
            }
        }
        throw refused(low, high, "still cut weights after " + MOST_PASSES + " passes.", "Widen them.");
    }

    /** One pass; whether it cut any weight. */
    private boolean trimOnce(double[] weights, boolean[] cut) {
        boolean[] outside = new boolean[weights.length];
        int within = weights.length;
        double excess = 0;
        for (int i = 0; i < weights.length; i++) {
            double kept = Math.max(low, Math.min(weights[i], high));
            if (kept != weights[i]) {
                outside[i] = true;
                cut[i] = true;
                within--;
                excess += weights[i] - kept;
                weights[i] = kept;
            }
        }
        if (within == weights.length) {
            return false;
        }
        if (within == 0 && Math.abs(excess) > 1e-12 * Arrays.stream(weights).sum()) {
            throw refused(low, high, "cut every weight, and leave none to take what is cut.", "Widen them.");
        }
        double part = within == 0 ? 0 : excess / within;
        for (int i = 0; i < weights.length; i++) {
            weights[i] += outside[i] ? 0 : part;
        }
        return true;
    }

    private static InputException refused(double low, double high, String problem, String remedy) {
        String given = Numbers.text(low) + " and " + Numbers.text(high);
        return InputException.of("trimming", "The limits " + given + " " + problem, given, remedy);
    }
}
