package org.deepdive.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** How findings write numbers: thousands with commas, halves rounded up. */
final class Wording {

    private Wording() {}

    static String count(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    /** A share of a base as a percentage with so many decimals. */
    static String percent(long count, long base, int decimals) {
        return BigDecimal.valueOf(count)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    /** A number with at most so many decimals, without zeros at the end. */
    static String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    /** The decimals of a number as printed: 2 for 71.78%, 0 for 47%. */
    static int decimals(String printed) {
        int point = printed.indexOf('.');
        return point < 0 ? 0 : printed.replaceAll("[^0-9.]", "").length() - point - 1;
    }

    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
