package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Draws bars as a plotly specification: rows of a numbered axis, so that headings and bars each have their row. */
final class BarsSpec {

    private static final double THICKNESS = 24;

    private final Bars bars;
    private final SpecRows rows;
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(Bars.Bar bar, String heading, double row) {}

    private BarsSpec(Bars bars, boolean narrow) {
        this.bars = bars;
        this.rows = new SpecRows(narrow, THICKNESS);
        for (Bars.Group group : bars.groups()) {
            if (!group.heading().isEmpty()) {
                rows.heading(group.heading());
            }
            for (Bars.Bar bar : group.bars()) {
                placed.add(new Placed(bar, group.heading(), rows.bar(bar.label())));
            }
        }
    }

    static Spec of(Bars bars, Captions words, boolean narrow) {
        BarsSpec drawing = new BarsSpec(bars, narrow);
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
                own.stream().map(p -> p.bar().mark().key()).toList(),
                new BarTrace.Look(bars.inks().get(series), THICKNESS, false));
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

    private ObjectNode layout(Captions words) {
        double values = placed.stream()
                .mapToDouble(p -> TextSize.width(p.bar().mark().printed(), Spec.FONT_SIZE, false))
                .max()
                .orElse(0);
        ObjectNode layout = Spec.layout(words, rows.frame(Spec.TOP, (int) values + 14, bars.scale()));
        Spec.valueAxis(layout.putObject("xaxis"), bars.scale());
        rows.write(layout);
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
