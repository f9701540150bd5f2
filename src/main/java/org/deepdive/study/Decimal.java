package org.deepdive.study;

import java.math.BigDecimal;

/** Decimal numbers as text. */
final class Decimal {

    private Decimal() {}

    /** The number; NaN for anything but a decimal number: Java alone would read "1d" and "0x1p3" too. */
    static double parse(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A number in full, without trailing zeros; infinity as R writes it. */
    static String plain(double number) {
        return Double.isInfinite(number)
                ? "Inf"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
