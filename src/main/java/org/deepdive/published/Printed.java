package org.deepdive.published;

import java.util.Optional;
import org.deepdive.study.InputException;

/**
 * A number as a document printed it, and the values that print so.
 *
 * <p>The precision comes from the printed decimals, never from a tolerance: {@code 14.94%} is any share from 0.149350 up
 * to, not including, 0.149450 (halves round up). {@code 9 in 10} is a share rounded to tenths. A number with fifteen or
 * more significant digits is a stored double; its decimals are those of the shortest decimal that stores the same double.
 *
 * @param text the number as printed
 * @param value its value; percentages and points as fractions of one, lengths of time as seconds (months stay months)
 * @param halfWidth half of the last printed decimal's unit; 0 for whole counts
 * @param percent whether it was printed as a percentage, as points, as "so many in ten" or as a fraction in words
 */
public record Printed(String text, double value, double halfWidth, boolean percent) {

    /** Allowance for the rounding of binary fractions, in units of the printed value. */
    private static final double BINARY = 1e-13;

    /**
     * Reads a printed number.
     *
     * @throws InputException where it is in none of the forms that documents use
     */
    public static Printed parse(String text) {
        return PrintedForms.read(text);
    }

    /** Reads a printed number, if there is one. */
    public static Optional<Printed> optional(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
    }

    /** The least value that prints so. */
    public double low() {
        return value - halfWidth;
    }

    /** The values below this print so; for a whole count, the count itself. */
    public double high() {
        return value + halfWidth;
    }

    /** Whether a value prints so. */
    public boolean prints(double computed) {
        double allowance = BINARY * Math.max(1, Math.abs(value));
        return computed >= low() - allowance
                && (halfWidth == 0 ? computed <= high() + allowance : computed < high() + allowance);
    }

    /** How far a value is from the nearest one that prints so; 0 for one that does. */
    public double distance(double computed) {
        return prints(computed) ? 0 : Math.min(Math.abs(computed - low()), Math.abs(computed - high()));
    }
}
