package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws stacked bars as a plotly specification. */
final class LikertSpec {

    private static final double THICKNESS = 30;
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_WIDTH = 300;

    private final Likert likert;
    private final SpecRows rows;
    private final List<Double> bars = new ArrayList<>();

    private LikertSpec(Likert likert, boolean narrow) {
        this.likert = likert;
        this.rows = new SpecRows(narrow, THICKNESS);
        String heading = "";
        for (Likert.Group group : likert.groups()) {
            if (!group.heading().equals(heading)) {
                heading = group.heading();
                rows.heading(heading);
            }
            bars.add(rows.bar(group.label()));
        }
    }

    static Spec of(Likert likert, Words words, boolean narrow) {
        LikertSpec drawing = new LikertSpec(likert, narrow);
        List<SpecTrace> traces = new ArrayList<>();
        for (int answer = 0; answer < likert.answers().size(); answer++) {
            traces.add(drawing.segments(answer));
        }
        return new Spec(traces, drawing.layout(words));
    }

    private BarTrace segments(int answer) {
        Likert.Answer about = likert.answers().get(answer);
        List<Double> positions = new ArrayList<>();
        List<Likert.Part> parts = new ArrayList<>();
        List<String> hover = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Likert.Group group = likert.groups().get(i);
            Optional<Likert.Part> part = group.parts().stream()
                    .filter(p -> p.answer() == answer && p.mark().hasValue())
                    .findFirst();
            if (part.isPresent()) {
                positions.add(bars.get(i));
                parts.add(part.get());
                hover.add(
                        PlotlyText.bold(group.label() + ": " + about.category().label(), 40) + "<br>"
                                + PlotlyText.of(part.get().mark().inFull()));
            }
        }
        return new BarTrace(
                about.category().label(),
                positions,
                parts.stream().map(p -> p.mark().value()).toList(),
                parts.stream()
                        .map(p -> PlotlyText.of(p.mark().text().of(p.mark().cell())))
                        .toList(),
                hover,
                parts.stream().map(p -> p.mark().unreliable()).toList(),
                new BarTrace.Look(about.ink(), THICKNESS));
    }

    private ObjectNode layout(Words words) {
        double nets = likert.groups().stream()
                .mapToDouble(g -> TextSize.width(g.net(), Spec.FONT_SIZE, true))
                .max()
                .orElse(0);
        ObjectNode layout = Spec.layout(
                words, rows.frame(Spec.TOP + legendHeight(), (int) Math.max(nets, 28) + 14, Scale.ofShares()));
        layout.put("barmode", "stack");
        layout.putObject("uniformtext").put("mode", "hide").put("minsize", 11);
        layout.putObject("legend")
                .put("orientation", "h")
                .put("traceorder", "normal")
                .put("x", 0)
                .put("y", 1)
                .put("yanchor", "bottom")
                .put("itemclick", false)
                .put("itemdoubleclick", false);
        Spec.valueAxis(layout.putObject("xaxis"), Scale.ofShares());
        rows.write(layout);
        for (int i = 0; i < bars.size(); i++) {
            annotate(layout, likert.groups().get(i), bars.get(i));
        }
        if (likert.net().isPresent()) {
            Spec.annotation(layout, 1, 0, "<b>Net</b>")
                    .put("xref", "paper")
                    .put("xanchor", "left")
                    .put("xshift", 6)
                    .put("yanchor", "bottom");
        }
        return layout;
    }

    /** The room for a legend that wraps on the narrowest screens. */
    private int legendHeight() {
        double room = likert.answers().stream()
                .mapToDouble(a -> TextSize.width(a.category().label(), Spec.FONT_SIZE, false) + 48)
                .sum();
        return (int) Math.ceil(room / LEGEND_WIDTH) * LEGEND_LINE;
    }

    private void annotate(ObjectNode layout, Likert.Group group, double row) {
        double end = group.parts().stream()
                .filter(p -> p.mark().hasValue())
                .mapToDouble(p -> p.mark().value())
                .sum();
        if (group.parts().stream().anyMatch(p -> p.mark().withheld())) {
            Spec.annotation(layout, end, row, "[c]").put("xanchor", "left").put("xshift", 4);
        }
        String net =
                likert.net().isPresent() ? "<b>" + PlotlyText.of(group.net()) + "</b>" : PlotlyText.of(group.net());
        Spec.annotation(layout, 1, row, net)
                .put("xref", "paper")
                .put("xanchor", "left")
                .put("xshift", 6);
    }
}
