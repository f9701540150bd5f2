package org.deepdive.plot;

import java.util.List;

/** Draws pairs of points as SVG: a lane for each point, the group's label beside or above them, values after intervals. */
final class PairsSvg {

    private static final double WIDEST_LABELS = 0.36;
    private static final double LEAST_AXIS = 0.25;
    private static final double LAST_TICK = 24;
    private static final double LANE = 21;
    private static final double BETWEEN = 13;

    private final Canvas canvas;
    private final Pairs pairs;
    private final double left;
    private final double right;

    private PairsSvg(Canvas canvas, Pairs pairs) {
        this.canvas = canvas;
        this.pairs = pairs;
        double labels = pairs.rows().stream()
                .mapToDouble(row -> canvas.textWidth(row.label()))
                .max()
                .orElse(0);
        // Half of the first tick's label stands left of the axis.
        this.left = canvas.isNarrow() ? 14 : Math.min(labels, canvas.width * WIDEST_LABELS) + 2 * Canvas.GAP;
        this.right = left + room();
    }

    static void draw(Canvas canvas, Pairs pairs) {
        PairsSvg drawing = new PairsSvg(canvas, pairs);
        pairs.rows().forEach(drawing::row);
        Axes.below(canvas, pairs.scale(), drawing::x);
    }

    /** How long the axis may be so that every point's value still stands within the picture. */
    private double room() {
        double room = canvas.width - left - LAST_TICK;
        for (Pairs.Row row : pairs.rows()) {
            for (Pairs.Series series : Pairs.Series.values()) {
                double free = canvas.width - left - Canvas.GAP - canvas.textWidth(pairs.printed(row, series));
                double end = pairs.scale().at(row.mark(series).high());
                room = end > 0 ? Math.min(room, free / end) : room;
            }
        }
        return Math.max(canvas.width * LEAST_AXIS, room);
    }

    private double x(double value) {
        return left + (right - left) * pairs.scale().at(value);
    }

    private void row(Pairs.Row row) {
        double lanes = LANE * Pairs.Series.values().length;
        double roomForLabel = canvas.isNarrow() ? canvas.width : left - 2 * Canvas.GAP;
        List<String> label = canvas.wrap(row.label(), roomForLabel, false);
        if (canvas.isNarrow()) {
            canvas.paragraph("dd-text", label);
            canvas.y += 2;
        } else {
            lanes = Math.max(lanes, label.size() * canvas.line);
            double first = canvas.y + lanes / 2 - (label.size() - 1) * canvas.line / 2 + canvas.fontSize * 0.36;
            canvas.text(left - 2 * Canvas.GAP, first, Svg.Anchor.END, "dd-text", label);
        }
        double top = canvas.y + (lanes - LANE * Pairs.Series.values().length) / 2;
        for (Pairs.Series series : Pairs.Series.values()) {
            point(row, series, top + LANE * (series.ordinal() + 0.5));
        }
        grid(canvas.y - 2, canvas.y + lanes + (canvas.isNarrow() ? 2 : BETWEEN - 2));
        canvas.y += lanes + BETWEEN;
    }

    private void point(Pairs.Row row, Pairs.Series series, double middle) {
        Mark mark = row.mark(series);
        canvas.mark(row.label() + ": " + row.inFull(series));
        if (mark.hasInterval()) {
            canvas.interval(x(mark.low()), x(mark.high()), middle, series.ink());
        }
        double end = left;
        if (mark.hasValue()) {
            canvas.point(
                    x(mark.value()), middle, series == Pairs.Series.ADJUSTED ? 0 : 1, series.ink(), mark.unreliable());
            end = x(mark.high()) + 2;
        }
        double baseline = middle + canvas.fontSize * 0.36;
        canvas.text(
                end + Canvas.GAP, baseline, Svg.Anchor.START, "dd-text dd-haloed", List.of(pairs.printed(row, series)));
        canvas.endMark();
    }

    private void grid(double top, double bottom) {
        for (double tick : pairs.scale().ticks()) {
            canvas.rule(x(tick), top, x(tick), bottom, Math.abs(tick) < 1e-9);
        }
    }
}
