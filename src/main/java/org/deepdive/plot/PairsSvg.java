package org.deepdive.plot;

import java.util.List;

/** Draws pairs of points as SVG: a lane for each point, the group's label beside or above them, values after intervals. */
final class PairsSvg {

    private static final double WIDEST_LABELS = 0.36;
    private static final double LEAST_AXIS = 0.25;
    private static final double LAST_TICK = 24;
    private static final double LANE = 21;
    private static final double BETWEEN = 13;
    private static final double LEAST_RANGE = 4;

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
            for (int at = 0; at < 2; at++) {
                double free = canvas.width - left - Canvas.GAP - canvas.textWidth(pairs.printed(row, at));
                double end = pairs.scale().at(pairs.end(row, at));
                room = end > 0 ? Math.min(room, free / end) : room;
            }
        }
        return Math.max(canvas.width * LEAST_AXIS, room);
    }

    private double x(double value) {
        return left + (right - left) * pairs.scale().at(value);
    }

    private void row(Pairs.Row row) {
        double high = LANE * pairs.look().lanes();
        double between = pairs.look().oneLine() ? BETWEEN / 2 : BETWEEN;
        double lanes = high;
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
        double top = canvas.y + (lanes - high) / 2;
        for (int at = 0; at < 2; at++) {
            point(row, at, top + LANE * (at % pairs.look().lanes() + 0.5));
        }
        grid(canvas.y - 2, canvas.y + lanes + (canvas.isNarrow() ? 2 : between - 2));
        canvas.y += lanes + between;
    }

    private void point(Pairs.Row row, int at, double middle) {
        Point point = row.point(at);
        Pairs.Series series = pairs.series().get(at);
        canvas.mark(row.label() + ": " + pairs.inFull(row, at));
        if (at == 0 && pairs.look().oneLine()) {
            range(point, series, middle);
        } else {
            if (point.hasInterval()) {
                canvas.interval(x(point.low()), x(point.high()), middle, series.ink());
            }
            if (point.exists()) {
                canvas.point(x(point.value()), middle, series.symbol(), series.ink(), point.hollow());
            }
        }
        text(row, at, middle);
        canvas.endMark();
    }

    /** A bar over a range; one too narrow to be seen is drawn as a tick. */
    private void range(Point point, Pairs.Series series, double middle) {
        if (point.exists()) {
            double width = Math.max(LEAST_RANGE, x(point.high()) - x(point.low()));
            double from = (x(point.low()) + x(point.high()) - width) / 2;
            canvas.bar(
                    from,
                    middle - pairs.look().range() / 2.0,
                    width,
                    pairs.look().range(),
                    series.ink(),
                    false);
        }
    }

    private void text(Pairs.Row row, int at, double middle) {
        String printed = pairs.printed(row, at);
        if (!printed.isEmpty()) {
            double end = pairs.look().oneLine() || row.point(at).exists() ? x(pairs.end(row, at)) + 2 : left;
            double baseline = middle + canvas.fontSize * 0.36;
            canvas.text(end + Canvas.GAP, baseline, Svg.Anchor.START, "dd-text dd-haloed", List.of(printed));
        }
    }

    private void grid(double top, double bottom) {
        for (double tick : pairs.scale().ticks()) {
            canvas.rule(x(tick), top, x(tick), bottom, Math.abs(tick) < 1e-9);
        }
    }
}
