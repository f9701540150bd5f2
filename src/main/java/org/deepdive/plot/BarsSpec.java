package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Draws bars as a plotly specification: rows of a numbered axis, so that headings and bars each have their row. */
final class BarsSpec {

    private static final int LABEL_CHARACTERS = 24;
    private static final int ROW = 34;
    private static final int LABEL_LINE = 18;

    private final Bars bars;
    private final List<Double> rows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private double next;

    private record Placed(Bars.Bar bar, String heading, double row) {}

    private BarsSpec(Bars bars) {
        this.bars = bars;
        for (Bars.Group group : bars.groups()) {
            if (!group.heading().isEmpty()) {
                row(PlotlyText.bold(group.heading(), LABEL_CHARACTERS));
            }
            for (Bars.Bar bar : group.bars()) {
                placed.add(new Placed(bar, group.heading(), row(PlotlyText.wrapped(bar.label(), LABEL_CHARACTERS))));
            }
        }
    }

    static Spec of(Bars bars, Words words) {
        BarsSpec drawing = new BarsSpec(bars);
        List<SpecTrace> traces = new ArrayList<>();
        for (int series = 0; series < bars.inks().size(); series++) {
            traces.add(drawing.bars(series));
        }
        if (drawing.placed.stream().anyMatch(p -> p.bar().mark().hasInterval())) {
            traces.add(drawing.whiskers(true));
            traces.add(drawing.whiskers(false));
        }
        return new Spec(traces, drawing.layout(words));
    }

    /** Adds a row as high as its label needs, and says where its middle is. */
    private double row(String label) {
        double height = Math.max(1, label.split("<br>").length * (double) LABEL_LINE / ROW + 0.2);
        double middle = next + height / 2;
        next += height;
        rows.add(middle);
        labels.add(label);
        return middle;
    }

    private BarTrace bars(int series) {
        List<Placed> own = placed.stream()
                .filter(p -> p.bar().series() == series && p.bar().mark().hasValue())
                .toList();
        return new BarTrace(
                own.isEmpty() ? "" : own.get(0).bar().label(),
                own.stream().map(Placed::row).toList(),
                own.stream().map(p -> p.bar().mark().value()).toList(),
                own.stream().map(p -> "").toList(),
                own.stream().map(BarsSpec::hover).toList(),
                own.stream().map(p -> p.bar().mark().unreliable()).toList(),
                bars.inks().get(series));
    }

    private static String hover(Placed placed) {
        String who = placed.heading().isEmpty()
                ? placed.bar().label()
                : placed.heading() + ", " + placed.bar().label();
        return PlotlyText.bold(who, 40) + "<br>"
                + PlotlyText.of(placed.bar().mark().inFull());
    }

    private WhiskerTrace whiskers(boolean halo) {
        List<Placed> own =
                placed.stream().filter(p -> p.bar().mark().hasInterval()).toList();
        return new WhiskerTrace(
                own.stream().map(Placed::row).toList(),
                own.stream().map(p -> p.bar().mark().value()).toList(),
                own.stream().map(p -> p.bar().mark().low()).toList(),
                own.stream().map(p -> p.bar().mark().high()).toList(),
                halo);
    }

    private ObjectNode layout(Words words) {
        ObjectNode layout = Spec.layout(words, next * ROW, 8);
        Spec.valueAxis(layout.putObject("xaxis"), bars.scale());
        Spec.labelAxis(layout.putObject("yaxis"), rows, labels)
                .putArray("range")
                .add(next)
                .add(0);
        for (Placed p : placed) {
            Mark mark = p.bar().mark();
            double end = mark.hasValue() ? Math.max(0, mark.high()) : 0;
            Spec.annotation(layout, end, p.row(), PlotlyText.of(mark.printed()))
                    .put("xanchor", "left")
                    .put("xshift", 4);
        }
        return layout;
    }
}
