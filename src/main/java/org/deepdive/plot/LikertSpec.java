package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws stacked bars as a plotly specification. */
final class LikertSpec {

    private static final int LABEL_CHARACTERS = 20;
    private static final int ROW = 40;
    private static final int LEGEND = 56;

    private final Likert likert;
    private final List<Double> rows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Double> bars = new ArrayList<>();

    private LikertSpec(Likert likert) {
        this.likert = likert;
        String heading = "";
        for (Likert.Group group : likert.groups()) {
            if (!group.heading().equals(heading)) {
                heading = group.heading();
                row(PlotlyText.bold(heading, LABEL_CHARACTERS));
            }
            bars.add(row(PlotlyText.wrapped(group.label(), LABEL_CHARACTERS)));
        }
    }

    private double row(String label) {
        double middle = rows.size() + 0.5;
        rows.add(middle);
        labels.add(label);
        return middle;
    }

    static Spec of(Likert likert, Words words) {
        LikertSpec drawing = new LikertSpec(likert);
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
                about.ink());
    }

    private ObjectNode layout(Words words) {
        ObjectNode layout = Spec.layout(words, rows.size() * (double) ROW, LEGEND);
        layout.put("barmode", "stack");
        layout.putObject("uniformtext").put("mode", "hide").put("minsize", 11);
        layout.putObject("legend")
                .put("orientation", "h")
                .put("traceorder", "normal")
                .put("x", 0)
                .put("xref", "container")
                .put("y", 1)
                .put("yanchor", "bottom")
                .put("itemclick", false)
                .put("itemdoubleclick", false);
        Spec.valueAxis(layout.putObject("xaxis"), Scale.ofShares());
        Spec.labelAxis(layout.putObject("yaxis"), rows, labels)
                .putArray("range")
                .add(rows.size())
                .add(0);
        for (int i = 0; i < bars.size(); i++) {
            annotate(layout, likert.groups().get(i), bars.get(i));
        }
        return layout;
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
