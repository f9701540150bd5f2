package org.deepdive.table;

import java.util.Locale;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Flag;
import org.deepdive.study.Measure;

/**
 * How the numbers of tests are printed for people: shares as percentages and their differences in percentage points, with
 * one decimal; other values with two; {@code [x]} for what does not exist.
 *
 * @param share whether the values are shares
 */
public record TestText(boolean share) {

    /** From here on the decimal of degrees of freedom says nothing. */
    private static final double MANY_DF = 100;

    /** Smaller probabilities are printed as smaller than this. */
    private static final double SMALLEST_P = 0.001;

    /** The printing of a measure's tests. */
    public static TestText of(Measure measure) {
        return new TestText(measure.isShare());
    }

    /** A value: {@code 62.1%} or {@code 2.93}. */
    public String value(double value) {
        return Double.isNaN(value) ? Flag.NOT_AVAILABLE.mark() : change(value) + (share ? "%" : "");
    }

    /** A difference or an end of its interval: {@code -8.4} percentage points or {@code 0.12}. */
    public String change(double value) {
        return decimal(share ? 100 * value : value, share ? 1 : 2);
    }

    /** A change from one wave to the next, which adds up over waves and so has a decimal more: {@code 0.83}. */
    public String step(double value) {
        return decimal(share ? 100 * value : value, share ? 2 : 3);
    }

    /** What differences are in, with a space before: {@code  percentage points}; nothing for other values. */
    public String unit() {
        return share ? " percentage points" : "";
    }

    /** A ratio: {@code 1.31}. */
    public static String ratio(double ratio) {
        return decimal(ratio, 2);
    }

    /** A test statistic: {@code 4.870}. */
    public static String statistic(double value) {
        return decimal(value, 3);
    }

    /** Degrees of freedom: {@code 143}, or {@code 2.9} where they are few and not whole. */
    public static String df(double df) {
        return decimal(df, df == Math.rint(df) || df >= MANY_DF ? 0 : 1);
    }

    /** A probability alone: {@code 0.012} or {@code < 0.001}. */
    public static String p(double p) {
        return p < SMALLEST_P ? "< 0.001" : decimal(p, 3);
    }

    /** A probability in a sentence: {@code p = 0.012}, {@code p < 0.001} or {@code p not available}. */
    public static String probability(double p) {
        return Comparison.probability(p);
    }

    private static String decimal(double value, int decimals) {
        if (Double.isNaN(value)) {
            return Flag.NOT_AVAILABLE.mark();
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        // A minus before nothing but zeros says a direction that the digits do not show.
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }
}
