package org.deepdive.published;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.study.InputException;

/**
 * A number as a document printed it, and the values that print so.
 *
 * <p>The precision comes from the printed decimals, never from a tolerance: {@code 14.94%} is any share from 0.149350 up
 * to, not including, 0.149450 (halves round up). {@code 9 in 10} is a share rounded to tenths. A number with fifteen or
 * more significant digits is a stored double; its decimals are those of the shortest decimal that stores the same double.
 *
 * @param text the number as printed
 * @param value its value; a percentage as a fraction of one
 * @param halfWidth half of the last printed decimal's unit; 0 for whole counts
 * @param percent whether it was printed as a percentage or as "so many in ten"
 */
public record Printed(String text, double value, double halfWidth, boolean percent) {

    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?%");
    private static final Pattern IN_TEN = Pattern.compile("(\\d+) in 10");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}(?:,\\d{3})*|\\d+");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+(?:E-?\\d+)?");

    /** Allowance for the rounding of binary fractions, in units of the printed value. */
    private static final double BINARY = 1e-13;

    /**
     * Reads a printed number.
     *
     * @throws InputException where it is no percentage, count, decimal or "n in 10"
     */
    public static Printed parse(String text) {
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            BigDecimal number = new BigDecimal(percent.group(1));
            return new Printed(text, number.movePointLeft(2).doubleValue(), half(number.scale() + 2), true);
        }
        Matcher inTen = IN_TEN.matcher(text);
        if (inTen.matches()) {
            return new Printed(text, Integer.parseInt(inTen.group(1)) / 10.0, half(1), true);
        }
        if (WHOLE.matcher(text).matches()) {
            return new Printed(text, Long.parseLong(text.replace(",", "")), 0, false);
        }
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal shortest = new BigDecimal(Double.toString(Double.parseDouble(text)));
            return new Printed(text, shortest.doubleValue(), half(Math.max(0, shortest.scale())), false);
        }
        throw InputException.of(
                "printed",
                "\"" + text + "\" is not a printed number.",
                text,
                "Write it as the document does: 47%, 14.94%, 9 in 10, 29,250 or 1.92911392405.");
    }

    /** Reads a printed number, if there is one. */
    public static Optional<Printed> optional(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(parse(text));
    }

    private static double half(int decimals) {
        return BigDecimal.valueOf(5, decimals + 1).doubleValue();
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
