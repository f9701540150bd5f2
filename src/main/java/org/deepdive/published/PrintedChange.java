package org.deepdive.published;

/**
 * The difference of two printed numbers, and how far their rounding leaves it open.
 *
 * @param value the second number less the first
 * @param low the least difference of values that print as these do
 * @param high the greatest
 * @param relative the difference as a share of the first number; no finite number where that is 0
 */
public record PrintedChange(double value, double low, double high, double relative) {

    /** Allowance for the rounding of binary fractions. */
    private static final double BINARY = 1e-12;

    /** The change from one printed number to another in the same unit. */
    public static PrintedChange between(Printed first, Printed second) {
        return new PrintedChange(
                second.value() - first.value(),
                second.low() - first.high(),
                second.high() - first.low(),
                (second.value() - first.value()) / first.value());
    }

    /** Whether no rounding could turn it round or take it away. */
    public boolean isBeyondRounding() {
        return low > BINARY || high < -BINARY;
    }

    /** The least size of the difference that the rounding leaves; 0 where it may be nothing. */
    public double leastSize() {
        return isBeyondRounding() ? Math.min(Math.abs(low), Math.abs(high)) : 0;
    }
}
