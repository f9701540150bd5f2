package org.deepdive.published;

import java.util.EnumSet;
import java.util.Set;

/**
 * The values that a printed number allows when it is read with the word that stands before it.
 *
 * <p>"At least" and "over" allow all that is not below, as does a plus sign behind the number ({@code 94%+}); "at most" all
 * that is not above. "Almost" is a little below: less than the number, by no more than a tenth of it. "About" is
 * what rounds to the number in its own significant digits: 245 to 255 for {@code around 250}, 45% to 55% for {@code about
 * 50%}. A fraction in words is any value nearer to it than to another such fraction ({@link PrintedForms}).
 */
final class Approximation {

    private static final Set<Claim> WORDS =
            EnumSet.of(Claim.AT_LEAST, Claim.OVER, Claim.AT_MOST, Claim.ABOUT, Claim.ALMOST, Claim.FRACTION);
    private static final double LITTLE = 0.1;

    private Approximation() {}

    /** Whether a number is meant only roughly, so that another may be printed for the same thing. */
    static boolean isRough(PublishedFigure figure) {
        return figure.claim().filter(WORDS::contains).isPresent() || hasPlus(figure);
    }

    /** Whether the number is only the least that is claimed. */
    static boolean isFloor(PublishedFigure figure) {
        return figure.claim()
                        .filter(c -> c == Claim.AT_LEAST || c == Claim.OVER)
                        .isPresent()
                || hasPlus(figure);
    }

    private static boolean hasPlus(PublishedFigure figure) {
        return figure.printed().filter(p -> p.text().endsWith("+")).isPresent();
    }

    /** The values a printed number allows, in its own unit. */
    static Span span(PublishedFigure figure) {
        Printed printed = figure.printed().orElseThrow();
        if (isFloor(figure)) {
            return new Span(printed.value(), Double.POSITIVE_INFINITY);
        }
        return switch (figure.claim().filter(WORDS::contains).orElse(Claim.SAME)) {
            case AT_MOST -> new Span(Double.NEGATIVE_INFINITY, printed.value());
            case ALMOST -> almost(printed);
            case ABOUT -> about(printed);
            default -> Span.of(printed);
        };
    }

    static Span almost(Printed printed) {
        return new Span((1 - LITTLE) * printed.value(), printed.value());
    }

    static Span about(Printed printed) {
        double half = unit(printed) / 2;
        return new Span(printed.value() - half, printed.value() + half);
    }

    /** The unit of a number's last significant digit: 10 for 250, a hundredth for 64%, a tenth for 50%. */
    private static double unit(Printed printed) {
        double unit = printed.halfWidth() > 0 ? 2 * printed.halfWidth() : 1;
        if (printed.text().contains(".")) {
            return unit;
        }
        long digits = Math.round(printed.value() / unit);
        return unit * RoundNumber.unit(digits);
    }
}
