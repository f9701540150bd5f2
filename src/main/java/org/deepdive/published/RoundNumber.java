package org.deepdive.published;

/** A whole number that may have been rounded to its zeros, as 911 to 900. */
final class RoundNumber {

    private RoundNumber() {}

    /** The unit a number may have been rounded to: 100 for 900, 10 for 3,250, 1 for 911. */
    static long unit(long printed) {
        long unit = 1;
        while (printed != 0 && printed % (unit * 10) == 0) {
            unit *= 10;
        }
        return unit;
    }

    /** Whether a number rounds to the printed one, which ends in zeros; halves round up. */
    static boolean isRounded(long exact, long printed) {
        long unit = unit(printed);
        return unit > 1 && Math.floorDiv(2 * exact + unit, 2 * unit) * unit == printed;
    }
}
