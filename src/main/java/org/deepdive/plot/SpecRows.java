package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a plotly chart of horizontal bars. The vertical axis counts pixels from the top, so that headings, labels
 * and bars each get the room they need; labels stand beside their bars, or above them on narrow screens.
 */
final class SpecRows {

    private static final int WIDE_CHARACTERS = 30;
    private static final int NARROW_CHARACTERS = 42;
    private static final double LINE = 18;
    private static final double GAP = 10;

    private final boolean narrow;
    private final double thickness;
    private final List<Double> positions = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private double next;

    SpecRows(boolean narrow, double thickness) {
        this.narrow = narrow;
        this.thickness = thickness;
    }

    /** Adds a heading. */
    void heading(String heading) {
        String text = PlotlyText.bold(heading, characters());
        next += GAP;
        place(next + lines(text) * LINE / 2, text);
        next += lines(text) * LINE + 4;
    }

    /** Adds a bar and says where its middle is. */
    double bar(String label) {
        String text = PlotlyText.wrapped(label, characters());
        if (narrow) {
            place(next + lines(text) * LINE / 2, text);
            next += lines(text) * LINE + 3;
            double middle = next + thickness / 2;
            next += thickness + GAP;
            return middle;
        }
        double height = Math.max(thickness, lines(text) * LINE);
        double middle = next + height / 2;
        place(middle, text);
        next += height + GAP;
        return middle;
    }

    /** The measures of a chart of these rows. */
    Spec.Frame frame(int top, int right, Scale scale) {
        int axis = Spec.AXIS + (scale.title().isEmpty() ? 0 : Spec.AXIS / 2);
        return new Spec.Frame(narrow, next, top, right, axis);
    }

    /** Writes the vertical axis and the labels. */
    void write(ObjectNode layout) {
        ObjectNode axis = layout.putObject("yaxis");
        Spec.labelAxis(axis, narrow ? List.of() : positions, narrow ? List.of() : labels);
        axis.putArray("range").add(next).add(0);
        if (!narrow) {
            axis.put("ticks", "outside").put("ticklen", 6).put("tickcolor", "rgba(0,0,0,0)");
            return;
        }
        for (int i = 0; i < labels.size(); i++) {
            Spec.annotation(layout, 0, positions.get(i), labels.get(i))
                    .put("xref", "paper")
                    .put("xanchor", "left")
                    .put("align", "left");
        }
    }

    private void place(double middle, String text) {
        positions.add(middle);
        labels.add(text);
    }

    private int characters() {
        return narrow ? NARROW_CHARACTERS : WIDE_CHARACTERS;
    }

    private static int lines(String text) {
        return text.split("<br>").length;
    }
}
