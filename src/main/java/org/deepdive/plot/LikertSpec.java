package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.estimate.Flag;

/** Draws stacked bars as a plotly specification. */
final class LikertSpec {

    private static final double THICKNESS = 30;
    private static final int LEGEND_LINE = 22;
    private static final int LEGEND_WIDTH = 300;
    private static final int SHORTEST_AXIS = 200;

    private final Likert likert;
    private final SpecRows rows;
    private final int overhang;
    private final List<Double> bars = new ArrayList<>();

    private record Placed(Likert.Group group, Mark mark, double row) {}

    private LikertSpec(Likert likert, boolean narrow) {
        this.likert = likert;
        this.rows = new SpecRows(narrow, THICKNESS);
        this.overhang = overhang(likert);
        String heading = "";
        for (Likert.Group group : likert.groups()) {
            if (!group.heading().equals(heading)) {
                heading = group.heading();
                rows.heading(heading);
            }
            bars.add(rows.bar(group.label()));
        }
    }

    static Spec of(Likert likert, Captions words, boolean narrow) {
        LikertSpec drawing = new LikertSpec(likert, narrow);
        List<SpecTrace> traces = new ArrayList<>();
        for (int answer = 0; answer < likert.answers().size(); answer++) {
            traces.addAll(drawing.segments(answer));
        }
        return new Spec(traces, drawing.layout(words));
    }

    /** The segments of an answer: those that are hatched apart, since their numbers have another colour. */
    private List<BarTrace> segments(int answer) {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Likert.Group group = likert.groups().get(i);
            double row = bars.get(i);
            group.parts().stream()
                    .filter(p -> p.answer() == answer && p.mark().hasValue())
                    .forEach(p -> all.add(new Placed(group, p.mark(), row)));
        }
        List<BarTrace> traces = new ArrayList<>();
        all.stream()
                .collect(Collectors.partitioningBy(p -> p.mark().unreliable()))
                .forEach((hatched, own) -> {
                    if (!own.isEmpty()) {
                        traces.add(segments(likert.answers().get(answer), own, traces.isEmpty()));
                    }
                });
        return traces;
    }

    private static BarTrace segments(Likert.Answer about, List<Placed> own, boolean named) {
        return new BarTrace(
                about.category().label(),
                own.stream().map(Placed::row).toList(),
                own.stream().map(p -> p.mark().value()).toList(),
                own.stream()
                        .map(p -> PlotlyText.of(p.mark().text().of(p.mark().cell())))
                        .toList(),
                own.stream()
                        .map(p -> PlotlyText.bold(
                                        p.group().label() + ": "
                                                + about.category().label(),
                                        40)
                                + "<br>" + PlotlyText.of(p.mark().inFull()))
                        .toList(),
                own.stream().map(p -> p.mark().unreliable()).toList(),
                own.stream().map(p -> p.mark().key()).toList(),
                new BarTrace.Look(about.ink(), THICKNESS, named));
    }

    private ObjectNode layout(Captions words) {
        double nets = likert.groups().stream()
                .mapToDouble(g -> TextSize.width(g.net(), Spec.FONT_SIZE, true))
                .max()
                .orElse(0);
        ObjectNode layout = Spec.layout(
                words,
                rows.frame(Spec.TOP + legendHeight(), (int) Math.max(nets, 28) + 14 + overhang, Scale.ofShares()));
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
                    .put("xshift", 6 + overhang)
                    .put("yanchor", "bottom");
        }
        return layout;
    }

    /** How far a mark after the longest bar reaches over the end of the axis, where bars are as short as they may be. */
    private static int overhang(Likert likert) {
        double mark = TextSize.width(Flag.SUPPRESSED.mark(), Spec.FONT_SIZE, false) + 4;
        return (int) Math.ceil(likert.withheldFrom().stream()
                .mapToDouble(end -> Math.max(0, mark - (1 - end) * SHORTEST_AXIS))
                .max()
                .orElse(0));
    }

    /** The room for a legend that wraps on the narrowest screens. */
    private int legendHeight() {
        double room = likert.answers().stream()
                .mapToDouble(a -> TextSize.width(a.category().label(), Spec.FONT_SIZE, false) + 48)
                .sum();
        return (int) Math.ceil(room / LEGEND_WIDTH) * LEGEND_LINE;
    }

    private void annotate(ObjectNode layout, Likert.Group group, double row) {
        if (group.withheld()) {
            Spec.annotation(layout, group.end(), row, Flag.SUPPRESSED.mark())
                    .put("xanchor", "left")
                    .put("xshift", 4);
        }
        String net =
                likert.net().isPresent() ? "<b>" + PlotlyText.of(group.net()) + "</b>" : PlotlyText.of(group.net());
        Spec.annotation(layout, 1, row, net)
                .put("xref", "paper")
                .put("xanchor", "left")
                .put("xshift", 6 + overhang);
    }
}
