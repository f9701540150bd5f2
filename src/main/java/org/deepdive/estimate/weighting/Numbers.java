package org.deepdive.estimate.weighting;

import java.math.BigDecimal;
import java.math.MathContext;

/** How errors of this package print numbers: eight digits and no exponent, enough to find them in a file. */
final class Numbers {

    private static final MathContext DIGITS = new MathContext(8);

    private Numbers() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
