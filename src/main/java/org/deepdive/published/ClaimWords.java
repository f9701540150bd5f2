package org.deepdive.published;

import java.util.Locale;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Query;

/**
 * The numbers of claims in words: shares as percentages with one decimal and their differences in points, other values with
 * two decimals. Only what is cleared gets here, and with so few digits no base can be worked out from it.
 *
 * @param share whether the values are shares
 */
record ClaimWords(boolean share) {

    /** The words for the values of a query's measure. */
    static ClaimWords of(Answers answers, Query query) {
        return new ClaimWords(answers.estimate(query).measure().isShare());
    }

    /** A value: {@code 64.2%}, or {@code 3.71}. */
    String value(double value) {
        return share ? fixed(100 * value, 1) + "%" : fixed(value, 2);
    }

    /** A difference: {@code 1.3 points}, or {@code 0.12}. */
    String difference(double difference) {
        return share ? fixed(100 * difference, 1) + " points" : fixed(difference, 2);
    }

    /** An interval of a difference: {@code 95% interval −0.2 to 2.8 points}. */
    String interval(double low, double high) {
        return Double.isNaN(low)
                ? "no interval"
                : "95% interval " + (share ? fixed(100 * low, 1) : fixed(low, 2)) + " to " + difference(high);
    }

    /** Both sides of a comparison: {@code 64.2% against 62.9%}. */
    String sides(Comparison test) {
        return value(test.firstValue()) + " against " + value(test.secondValue());
    }

    /** Both sides and their difference with its test: {@code ...: a difference of 1.3 points, significant at 95% (p = 0.012)}. */
    String tested(Comparison test) {
        return sides(test) + ": a difference of " + difference(test.difference()) + ", "
                + significance(test.isSignificant(), test.p());
    }

    /** Likewise, with the interval of the difference. */
    String testedWithInterval(Comparison test) {
        return sides(test) + ": a difference of " + difference(test.difference()) + " ("
                + interval(test.low(), test.high()) + "), " + significance(test.isSignificant(), test.p());
    }

    /** What a test says: {@code significant at 95% (p = 0.012)}. */
    static String significance(boolean significant, double p) {
        return (significant ? "significant at 95% (" : "not significant at 95% (") + Comparison.probability(p) + ")";
    }

    /** A number with a true minus, and without one before zero. */
    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '−');
    }
}
