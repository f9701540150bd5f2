package org.deepdive.estimate;

/**
 * A mean, or the difference of two means, of one table: what a variance is asked of.
 *
 * <p>The difference's linearised variable is the difference of the two, cell by cell, which makes its variance exact for
 * disjoint and for overlapping groups alike.
 */
final class Contrast {

    private final double[] linearised;
    private final boolean[] holds;
    private final int from;

    private Contrast(int from, double[] linearised, boolean[] holds) {
        this.from = from;
        this.linearised = linearised;
        this.holds = holds;
    }

    /** A mean by itself. */
    static Contrast of(RatioMean mean) {
        return between(mean, null, mean.from(), mean.to());
    }

    /** The first mean less the second. */
    static Contrast difference(RatioMean first, RatioMean second) {
        return between(first, second, Math.min(first.from(), second.from()), Math.max(first.to(), second.to()));
    }

    private static Contrast between(RatioMean first, RatioMean second, int from, int to) {
        double[] z = new double[to - from];
        boolean[] holds = new boolean[to - from];
        for (int cell = from; cell < to; cell++) {
            z[cell - from] = first.linearised(cell) - (second == null ? 0 : second.linearised(cell));
            holds[cell - from] = first.holds(cell) || (second != null && second.holds(cell));
        }
        return new Contrast(from, z, holds);
    }

    int from() {
        return from;
    }

    int to() {
        return from + linearised.length;
    }

    double linearised(int cell) {
        return linearised[cell - from];
    }

    boolean holds(int cell) {
        return holds[cell - from];
    }
}
