package org.deepdive.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Writes the labels of a horizontal axis of values. */
final class Axes {

    private Axes() {}

    /** Labels and title below what was drawn so far, as many as there is room for, all within the picture. */
    static void below(Canvas canvas, Scale scale, DoubleUnaryOperator x) {
        double baseline = canvas.y + canvas.fontSize + 4;
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : scale.ticks()) {
            String label = scale.label(tick);
            double half = canvas.textWidth(label) / 2;
            double middle = x.applyAsDouble(tick);
            double from = Math.min(Math.max(0, middle - half), canvas.width - 2 * half);
            if (from >= free) {
                boolean start = middle < half;
                boolean end = middle + half > canvas.width;
                Svg.Anchor anchor = start ? Svg.Anchor.START : end ? Svg.Anchor.END : Svg.Anchor.MIDDLE;
                double at = start ? 0 : end ? canvas.width : middle;
                canvas.text(at, baseline, anchor, "dd-tick", List.of(label));
                free = from + 2 * half + Canvas.GAP;
            }
        }
        canvas.y = baseline + 10;
        if (!scale.title().isEmpty()) {
            double middle = (x.applyAsDouble(scale.from()) + x.applyAsDouble(scale.to())) / 2;
            canvas.text(middle, canvas.y + canvas.fontSize, Svg.Anchor.MIDDLE, "dd-tick", List.of(scale.title()));
            canvas.y += canvas.line + 8;
        }
    }
}
