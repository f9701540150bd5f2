package org.deepdive.study;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers that respondents gave, each different number once.
 *
 * @param values the different numbers, ascending
 * @param special what stands for no number, such as don't know: the categories of the codebook
 * @param codes for each respondent, in the order of {@link Microdata#weights()}, a position in {@code values}; or their
 *     number plus a position in {@code special}; or {@link Microdata#MISSING} where nothing was given
 */
public record NumericColumn(double[] values, List<Category> special, Codes codes) {

    public NumericColumn {
        special = List.copyOf(special);
    }

    /** How many codes there are: numbers and special ones, without missing. */
    public int places() {
        return values.length + special.size();
    }

    /** The number that a code stands for; NaN for a special or missing one. */
    public double valueOf(int code) {
        return code >= 0 && code < values.length ? values[code] : Double.NaN;
    }

    /** The number that a respondent gave; NaN for none. */
    public double value(int respondent) {
        return valueOf(codes.get(respondent));
    }

    /** The numbers of all respondents, NaN for none: a new array. */
    public double[] toArray() {
        double[] numbers = new double[codes.size()];
        Arrays.setAll(numbers, this::value);
        return numbers;
    }
}
