package org.deepdive.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.deepdive.estimate.CellText;
import org.deepdive.study.Measure;

/**
 * An axis of values.
 *
 * @param from its lower end
 * @param to its upper end
 * @param step the distance between ticks
 * @param text how its values are printed
 * @param title what its values are, where their labels do not say it; empty for percentages
 */
record Scale(double from, double to, double step, CellText text, String title) {

    private static final int TICKS = 6;
    private static final double[] NICE = {1, 2, 5, 10};

    /** The whole of 100%. */
    static Scale ofShares() {
        return new Scale(0, 1, 0.2, new CellText(CellText.Unit.SHARE), "");
    }

    /** An axis from zero that holds all values with their intervals. */
    static Scale fromZero(Measure measure, Collection<Mark> marks) {
        CellText text = CellText.of(measure);
        double low = marks.stream()
                .filter(Mark::hasValue)
                .mapToDouble(Mark::low)
                .min()
                .orElse(0);
        double high = marks.stream()
                .filter(Mark::hasValue)
                .mapToDouble(Mark::high)
                .max()
                .orElse(0);
        if (measure instanceof Measure.Mean mean) {
            low = Math.min(low, lowest(mean));
            high = Math.max(high, highest(mean));
        }
        return around(Math.min(0, low), high, text, title(measure));
    }

    /** An axis for lines: from zero for shares, over the scores' own range for means. */
    static Scale ofLines(Measure measure, Collection<Mark> marks) {
        return measure instanceof Measure.Mean mean
                ? around(lowest(mean), highest(mean), CellText.of(measure), title(measure))
                : fromZero(measure, marks);
    }

    /** An axis for points, which holds all values with their intervals and need not start at zero. */
    static Scale ofPoints(Measure measure, Collection<Mark> marks) {
        return of(
                CellText.of(measure),
                title(measure),
                marks.stream().map(Point::of).toList());
    }

    /** An axis for points that are printed in a way. */
    static Scale of(CellText text, String title, Collection<Point> points) {
        List<Point> shown = points.stream().filter(Point::exists).toList();
        double low = shown.stream().mapToDouble(Point::low).min().orElse(0);
        double high = shown.stream().mapToDouble(Point::high).max().orElse(1);
        double step = step((high - low > 0 ? high - low : 1) / TICKS);
        double from = Math.floor(low / step + 1e-9) * step;
        double to = Math.ceil(Math.max(high, from + step) / step - 1e-9) * step;
        return new Scale(from, to, step, text, title);
    }

    private static Scale around(double low, double high, CellText text, String title) {
        if (text.unit() == CellText.Unit.SHARE && high > 0.8) {
            return ofShares();
        }
        double span = high - low > 0 ? high - low : 1;
        double step = step(span / TICKS);
        double from = Math.floor(low / step + 1e-9) * step;
        double to = Math.ceil(Math.max(high, from + step) / step - 1e-9) * step;
        return new Scale(from, to, step, text, title);
    }

    private static String title(Measure measure) {
        if (measure instanceof Measure.Base) {
            return "Respondents";
        }
        return measure.isShare() ? "" : measure.statistic();
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double nice : NICE) {
            if (nice * power >= least * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    private static double lowest(Measure.Mean mean) {
        return mean.scores().values().stream().mapToDouble(s -> s).min().orElse(0);
    }

    private static double highest(Measure.Mean mean) {
        return mean.scores().values().stream().mapToDouble(s -> s).max().orElse(1);
    }

    /** Where a value lies between the ends: 0 at the lower, 1 at the upper. */
    double at(double value) {
        return (value - from) / (to - from);
    }

    /** The values with a tick. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    /** What stands at a tick. */
    String label(double tick) {
        return switch (text.unit()) {
            case SHARE -> plain(tick * 100, 0.01) + "%";
            case SCORE, VALUE -> plain(tick, step);
            case COUNT, TOTAL -> text.of(tick);
        };
    }

    private static String plain(double value, double step) {
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == Math.rint(rounded) && step != 0
                ? String.valueOf((long) rounded)
                : BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
    }
}
