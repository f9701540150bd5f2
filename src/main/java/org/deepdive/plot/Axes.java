package org.deepdive.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Writes the labels of a horizontal axis of values. */
final class Axes {

    private Axes() {}

    /** Labels below what was drawn so far, as many as there is room for; the first and the last stay within the picture. */
    static void below(Canvas canvas, Scale scale, DoubleUnaryOperator x) {
        double baseline = canvas.y + canvas.fontSize + 4;
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : scale.ticks()) {
            String label = scale.label(tick);
            double half = canvas.textWidth(label) / 2;
            boolean start = x.applyAsDouble(tick) < half;
            double from = start ? 0 : x.applyAsDouble(tick) - half;
            if (from > free) {
                Svg.Anchor anchor = start ? Svg.Anchor.START : Svg.Anchor.MIDDLE;
                canvas.text(start ? 0 : x.applyAsDouble(tick), baseline, anchor, "dd-tick", List.of(label));
                free = from + 2 * half + Canvas.GAP;
            }
        }
        canvas.y = baseline + 10;
    }
}
