package org.deepdive.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws bars as SVG: the label of each beside it, or above it where the picture is narrow; the value after its interval. */
final class BarsSvg {

    private static final double WIDEST_LABELS = 0.38;
    private static final double LEAST_AXIS = 0.25;
    private static final double LAST_TICK = 24;
    private static final double BETWEEN = 9;
    private static final double BETWEEN_GROUPS = 12;

    private final Canvas canvas;
    private final Bars bars;
    private final double left;
    private final double right;
    private final double thickness;

    private BarsSvg(Canvas canvas, Bars bars) {
        this.canvas = canvas;
        this.bars = bars;
        double labels = longest(bar -> canvas.textWidth(bar.label()));
        this.left = canvas.isNarrow() ? 1 : Math.min(labels, canvas.width * WIDEST_LABELS) + Canvas.GAP;
        this.right = left + bars.bars().stream().mapToDouble(this::room).min().orElse(canvas.width - left);
        this.thickness = bars.groups().size() > 1 ? 20 : 24;
    }

    static void draw(Canvas canvas, Bars bars) {
        BarsSvg drawing = new BarsSvg(canvas, bars);
        bars.groups().forEach(drawing::group);
        Axes.below(canvas, bars.scale(), drawing::x);
    }

    private double longest(ToDoubleFunction<Bars.Bar> width) {
        return bars.bars().stream().mapToDouble(width).max().orElse(0);
    }

    /** How long the axis may be so that a bar's value still stands within the picture. */
    private double room(Bars.Bar bar) {
        Mark mark = bar.mark();
        double free = canvas.width - left - Canvas.GAP - canvas.textWidth(mark.printed());
        double end = mark.hasValue() ? bars.scale().at(Math.max(0, mark.high())) : 0;
        double most = canvas.width - left - LAST_TICK;
        return Math.max(canvas.width * LEAST_AXIS, Math.min(most, end > 0 ? free / end : most));
    }

    private double x(double value) {
        return left + (right - left) * bars.scale().at(value);
    }

    private void group(Bars.Group group) {
        if (!group.heading().isEmpty()) {
            canvas.paragraph("dd-bold", canvas.wrap(group.heading(), canvas.width, true));
            canvas.y += 6;
        }
        double top = canvas.y;
        group.bars().forEach(bar -> row(bar, group.heading()));
        if (!canvas.isNarrow()) {
            grid(top - 4, canvas.y);
        }
        canvas.y += group.heading().isEmpty() ? 0 : BETWEEN_GROUPS;
    }

    private void row(Bars.Bar bar, String heading) {
        double room = canvas.isNarrow() ? canvas.width : left - Canvas.GAP;
        List<String> label = canvas.wrap(bar.label(), room, false);
        double middle;
        if (canvas.isNarrow()) {
            canvas.paragraph("dd-text", label);
            canvas.y += 4;
            middle = canvas.y + thickness / 2;
            grid(canvas.y - 2, canvas.y + thickness + 2);
            canvas.y += thickness + BETWEEN;
        } else {
            double height = Math.max(thickness, label.size() * canvas.line);
            middle = canvas.y + height / 2;
            double first = middle - (label.size() - 1) * canvas.line / 2 + canvas.fontSize * 0.36;
            canvas.text(left - Canvas.GAP, first, Svg.Anchor.END, "dd-text", label);
            canvas.y += height + BETWEEN;
        }
        value(bar, heading, middle);
    }

    private void value(Bars.Bar bar, String heading, double middle) {
        Mark mark = bar.mark();
        canvas.mark((heading.isEmpty() ? "" : heading + ", ") + bar.label() + ": " + mark.inFull(), mark);
        double end = x(0);
        if (mark.hasValue()) {
            double from = Math.min(x(0), x(mark.value()));
            double length = Math.abs(x(mark.value()) - x(0));
            Ink ink = bars.inks().get(bar.series());
            canvas.bar(from, middle - thickness / 2, length, thickness, ink, mark.unreliable());
            end = Math.max(x(0), x(mark.high()));
        }
        if (mark.hasInterval()) {
            canvas.whisker(x(mark.low()), x(mark.high()), middle);
        }
        double baseline = middle + canvas.fontSize * 0.36;
        canvas.text(end + Canvas.GAP, baseline, Svg.Anchor.START, "dd-text", List.of(mark.printed()));
        canvas.endMark();
    }

    private void grid(double top, double bottom) {
        for (double tick : bars.scale().ticks()) {
            canvas.rule(x(tick), top, x(tick), bottom, Math.abs(tick) < 1e-9);
        }
    }
}
