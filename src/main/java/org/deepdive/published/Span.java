package org.deepdive.published;

/**
 * The values that a printed number may stand for.
 *
 * @param low the least
 * @param high the greatest; the same as the least for a number known exactly
 */
record Span(double low, double high) {

    /** Allowance for the rounding of binary fractions. */
    private static final double BINARY = 1e-12;

    static Span exactly(double value) {
        return new Span(value, value);
    }

    static Span of(Printed printed) {
        return new Span(printed.low(), printed.high());
    }

    boolean isExact() {
        return low == high;
    }

    /** Rounded numbers that only touch are apart; an exact number that touches is not, since ties round either way. */
    boolean above(Span other) {
        if (isExact() || other.isExact()) {
            return low > other.high + BINARY;
        }
        // Stored doubles print with thirteen decimals: the allowance must stay well inside the narrower span.
        double allowance = Math.min(BINARY, Math.min(high - low, other.high - other.low) / 4);
        return low >= other.high - allowance;
    }

    /** Whether no value lies in both. */
    boolean apart(Span other) {
        return above(other) || other.above(this);
    }

    /** The values in both, which must not be apart. */
    Span and(Span other) {
        double from = Math.max(low, other.low);
        return new Span(from, Math.max(from, Math.min(high, other.high)));
    }

    /** The least span that holds both. */
    Span or(Span other) {
        return new Span(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The values of one minus values of the other. */
    Span minus(Span other) {
        return new Span(low - other.high, high - other.low);
    }

    /** Sizes, without signs. */
    Span size() {
        if (low >= 0) {
            return this;
        }
        return high <= 0 ? new Span(-high, -low) : new Span(0, Math.max(-low, high));
    }
}
