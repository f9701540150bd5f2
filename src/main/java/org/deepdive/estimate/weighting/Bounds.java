package org.deepdive.estimate.weighting;

import org.deepdive.study.InputException;

/**
 * Bounds on the ratio of new to given weights.
 *
 * @param low the least ratio, from 0 and below 1
 * @param high the largest ratio, above 1 and finite
 */
public record Bounds(double low, double high) {

    /** @throws InputException where the bounds do not enclose 1 or would let weights become negative */
    public Bounds {
        if (!(low < 1 && high > 1)) {
            throw refused(low, high, "do not enclose 1.", "Take bounds such as 0.3 and 3.");
        }
        if (low < 0 || Double.isInfinite(high)) {
            throw refused(low, high, "let weights become negative or endless.", "Take bounds such as 0.3 and 3.");
        }
    }

    private static InputException refused(double low, double high, String problem, String remedy) {
        return InputException.of(
                "bounds", "The bounds " + low + " and " + high + " " + problem, low + ", " + high, remedy);
    }
}
