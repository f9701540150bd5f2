package org.deepdive.published;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The whole numbers that, divided by a base, print as a given number.
 *
 * <p>A tie counts both ways: 1 of 8 is 12.5%, which some round to 12% and some to 13%.
 *
 * @param least the least of them
 * @param most the greatest; less than the least where there is none
 */
record WholeCounts(long least, long most) {

    /** Far above any count of respondents, and far enough below the largest long to calculate with. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** Those that print as a share of the base, or as points per respondent of it. */
    static WholeCounts printing(Printed printed, long base) {
        return printing(printed, base, 1);
    }

    /** The same for a sum of several numbers, each rounded to the printed decimals. */
    static WholeCounts printing(Printed printed, long base, int summands) {
        BigDecimal value = BigDecimal.valueOf(printed.value());
        BigDecimal slack = BigDecimal.valueOf(printed.halfWidth()).multiply(BigDecimal.valueOf(summands));
        BigDecimal of = BigDecimal.valueOf(base);
        BigDecimal low = value.subtract(slack).max(BigDecimal.ZERO).multiply(of);
        BigDecimal high = value.add(slack).multiply(of);
        return new WholeCounts(
                low.setScale(0, RoundingMode.CEILING).min(MOST).longValueExact(),
                high.setScale(0, RoundingMode.FLOOR)
                        .max(BigDecimal.ONE.negate())
                        .min(MOST)
                        .longValueExact());
    }

    boolean isEmpty() {
        return most < least;
    }

    boolean isOne() {
        return most == least;
    }

    Span shareOf(long base) {
        return new Span((double) least / base, (double) most / base);
    }
}
