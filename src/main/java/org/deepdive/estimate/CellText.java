package org.deepdive.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.study.Measure;

/**
 * How the values of one measure are printed for people: shares as whole percentages, scores with two decimals, counts
 * with thousands separated, estimated totals like counts, quantiles with at most two decimals.
 *
 * <p>Percentages are rounded half up from the unrounded value. As UK statistics print them, {@code *} is more than 0 but
 * under 0.5%, {@code –} is zero, {@code [c]} a withheld value and {@code [x]} one that does not exist. Source of the
 * symbols: Government Analysis Function, <cite>Using symbols in tables</cite>.
 *
 * @param unit what the values are
 */
public record CellText(Unit unit) {

    /** What the values of a measure are. */
    public enum Unit {
        /** Fractions of one, printed as percentages. */
        SHARE,
        /** Means and rank scores. */
        SCORE,
        /** Numbers of respondents. */
        COUNT,
        /** Estimated totals: numbers of people, or sums of a quantity. */
        TOTAL,
        /** Values in the units of a variable. */
        VALUE
    }

    private static final BigDecimal HALF_PERCENT = new BigDecimal("0.5");
    /** Binary fractions of percentages are nearer than this to the decimal ones. */
    private static final double NEARLY = 1e-6;

    private static final double MOST_CLEAR = 1e6;
    private static final String ZERO = "–";
    private static final String NEGLIGIBLE = "*";

    /** The printing of a measure's values. */
    public static CellText of(Measure measure) {
        if (measure instanceof Measure.Base) {
            return new CellText(Unit.COUNT);
        }
        if (measure instanceof Measure.Total) {
            return new CellText(Unit.TOTAL);
        }
        if (measure instanceof Measure.Quantile) {
            return new CellText(Unit.VALUE);
        }
        return new CellText(measure.isShare() ? Unit.SHARE : Unit.SCORE);
    }

    /** A value: {@code 57%}, {@code 2.93} or {@code 1,240}; {@code [x]} for NaN. */
    public String of(double value) {
        if (Double.isNaN(value)) {
            return Flag.NOT_AVAILABLE.mark();
        }
        return switch (unit) {
            case SHARE -> percent(value);
            case SCORE ->
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case COUNT, TOTAL -> grouped(Math.round(value));
            case VALUE -> plain(value);
        };
    }

    /** What stands in a cell, without the marks of reliability: a value, or {@code [c]}. */
    public String of(Cell cell) {
        if (cell instanceof Cell.Estimate estimate) {
            return of(estimate.value());
        }
        return cell instanceof Cell.Published published ? of(published.value()) : Flag.SUPPRESSED.mark();
    }

    /** What stands in a cell with all its marks, such as {@code 57% [u] [low]}. */
    public String marked(Cell cell) {
        String value = of(cell);
        if (cell.flags().isEmpty()) {
            return value;
        }
        return cell.flags().stream()
                .sorted()
                .map(Flag::mark)
                .filter(mark -> !mark.equals(value))
                .collect(Collectors.joining(" ", value + " ", ""))
                .strip();
    }

    /** The interval of an estimate, such as {@code 53% to 61%}; empty where there is none. */
    public String interval(Cell cell) {
        return hasInterval(cell) && cell instanceof Cell.Estimate e ? of(e.low()) + " to " + of(e.high()) : "";
    }

    /** Whether a cell has an interval to print. */
    public static boolean hasInterval(Cell cell) {
        return cell instanceof Cell.Estimate e && Double.isFinite(e.low()) && Double.isFinite(e.high());
    }

    /** The marks of a cell in a fixed order, such as {@code [u] [low]}; empty without any. */
    public static String marks(Set<Flag> flags) {
        return flags.isEmpty() ? "" : flags.stream().sorted().map(Flag::mark).collect(Collectors.joining(" "));
    }

    /** All marks that a table's cells carry, in a fixed order. */
    public static Set<Flag> flags(EstimateTable table) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        table.rows().forEach(row -> flags.addAll(row.cell().flags()));
        return flags;
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A whole number with commas between its thousands, which a formatter takes fifty times as long for. */
    private static String grouped(long number) {
        String digits = Long.toString(number);
        int first = number < 0 ? 1 : 0;
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String percent(double share) {
        double exact = share * 100;
        double rest = Math.abs(exact) - Math.floor(Math.abs(exact));
        boolean clear = Math.abs(exact) > NEARLY && Math.abs(exact) < MOST_CLEAR && Math.abs(rest - 0.5) > NEARLY;
        return clear ? clearPercent(exact) : exactPercent(share);
    }

    /** A percentage that is far enough from a half, for which no decimal arithmetic is needed. */
    private static String clearPercent(double percent) {
        return percent > 0 && percent < 0.5 ? NEGLIGIBLE : Math.round(percent) + "%";
    }

    private static String exactPercent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        if (percent.signum() == 0) {
            return ZERO;
        }
        if (percent.signum() > 0 && percent.compareTo(HALF_PERCENT) < 0) {
            return NEGLIGIBLE;
        }
        return percent.setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
