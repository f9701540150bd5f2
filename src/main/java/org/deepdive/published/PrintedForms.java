package org.deepdive.published;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.study.InputException;

/**
 * The forms in which documents print numbers, and how far each was rounded.
 *
 * <p>Percentages ({@code 47%}, {@code -6.0%}, {@code +6%}, {@code 94%+}), points ({@code 6 points}), {@code 9 in 10}, counts
 * ({@code 29,250}), decimals, millions and pounds ({@code £200 million}, {@code £80m}), lengths of time ({@code 1 minute and 9
 * seconds}), places ({@code 4th}, {@code fourth}), small numbers as words ({@code five}) and fractions as words
 * ({@code three quarters}).
 */
final class PrintedForms {

    private static final String NUMBER = "(\\d{1,15}(?:\\.\\d{1,20})?)";
    private static final List<String> SMALL_NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> PLACES = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    /** Fractions in words, with half the distance to the nearest other of them: what would be called by another word. */
    private static final Map<String, double[]> FRACTIONS = Map.of(
            "a quarter", new double[] {1 / 4.0, 1 / 24.0},
            "a third", new double[] {1 / 3.0, 1 / 24.0},
            "half", new double[] {1 / 2.0, 1 / 12.0},
            "two thirds", new double[] {2 / 3.0, 1 / 24.0},
            "three quarters", new double[] {3 / 4.0, 1 / 24.0});

    private record Form(Pattern pattern, Function<Matcher, Printed> reading) {}

    private static final List<Form> FORMS = List.of(
            form("([-−+])?" + NUMBER + "\\s?%\\+?", m -> percent(m, 2)),
            form("([-−+])?" + NUMBER + " (?:percentage )?points?", m -> percent(m, 2)),
            form("(\\d{1,2}) in 10", m -> new Printed(m.group(), Integer.parseInt(m.group(1)) / 10.0, half(1), true)),
            form("£?(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})", m -> whole(m, m.group(1))),
            form("(\\d{1,9})(?:st|nd|rd|th)", m -> whole(m, m.group(1))),
            form("£?" + NUMBER + " (million|billion)", PrintedForms::large),
            form("£" + NUMBER + "(m|bn)", PrintedForms::large),
            form("(\\d{1,15}\\.\\d{1,25}(?:E-?\\d{1,2})?)", PrintedForms::decimal),
            form("(?:(\\d{1,7}) minutes?)(?: and (\\d{1,7}) seconds?)?", PrintedForms::minutes),
            form("(\\d{1,9}) seconds?", m -> new Printed(m.group(), Integer.parseInt(m.group(1)), 0.5, false)),
            form("(\\d{1,7}) (?:months?|years?)", PrintedForms::months),
            form("([A-Za-z]+)", PrintedForms::smallNumber),
            form("([A-Za-z]+)", PrintedForms::place),
            form("([A-Za-z]+ [A-Za-z]+|[Hh]alf)", PrintedForms::fraction));

    private PrintedForms() {}

    static Printed read(String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                Printed printed = form.reading().apply(matcher);
                if (printed != null) {
                    return printed;
                }
            }
        }
        throw InputException.of(
                "printed",
                "\"" + text + "\" is not a printed number.",
                text,
                "Write it as the document does: 47%, 14.94%, -6.0%, 6 points, 9 in 10, 29,250, 1.92911392405, £200 million, £80m,"
                        + " 4th, fourth, 1 minute and 9 seconds, 21 months, five or three quarters.");
    }

    private static Form form(String pattern, Function<Matcher, Printed> reading) {
        return new Form(Pattern.compile(pattern), reading);
    }

    private static Printed percent(Matcher m, int shift) {
        BigDecimal number = new BigDecimal(m.group(2));
        double sign = "-".equals(m.group(1)) || "−".equals(m.group(1)) ? -1 : 1;
        return new Printed(
                m.group(), sign * number.movePointLeft(shift).doubleValue(), half(number.scale() + shift), true);
    }

    private static Printed whole(Matcher m, String digits) {
        return new Printed(m.group(), Long.parseLong(digits.replace(",", "")), 0, false);
    }

    private static Printed large(Matcher m) {
        BigDecimal number = new BigDecimal(m.group(1));
        int zeros = m.group(2).startsWith("m") ? 6 : 9;
        return new Printed(m.group(), number.movePointRight(zeros).doubleValue(), half(number.scale() - zeros), false);
    }

    private static Printed decimal(Matcher m) {
        BigDecimal shortest = new BigDecimal(Double.toString(Double.parseDouble(m.group(1))));
        return new Printed(m.group(), shortest.doubleValue(), half(Math.max(0, shortest.scale())), false);
    }

    private static Printed minutes(Matcher m) {
        int seconds = 60 * Integer.parseInt(m.group(1));
        return m.group(2) == null
                ? new Printed(m.group(), seconds, 30, false)
                : new Printed(m.group(), seconds + Integer.parseInt(m.group(2)), 0.5, false);
    }

    private static Printed months(Matcher m) {
        int number = Integer.parseInt(m.group(1));
        return new Printed(m.group(), m.group().contains("year") ? 12 * number : number, 0, false);
    }

    private static Printed smallNumber(Matcher m) {
        int number = SMALL_NUMBERS.indexOf(m.group(1).toLowerCase(Locale.ROOT));
        return number < 0 ? null : new Printed(m.group(), number, 0, false);
    }

    private static Printed place(Matcher m) {
        int place = 1 + PLACES.indexOf(m.group(1).toLowerCase(Locale.ROOT));
        return place == 0 ? null : new Printed(m.group(), place, 0, false);
    }

    private static Printed fraction(Matcher m) {
        double[] fraction = FRACTIONS.get(m.group(1).toLowerCase(Locale.ROOT));
        return fraction == null ? null : new Printed(m.group(), fraction[0], fraction[1], true);
    }

    private static double half(int decimals) {
        return BigDecimal.valueOf(5, decimals + 1).doubleValue();
    }
}
