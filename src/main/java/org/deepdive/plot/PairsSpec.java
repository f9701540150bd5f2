package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Draws pairs of points as a plotly specification: two lanes of a numbered axis for each group. */
final class PairsSpec {

    private static final double LANES = 44;

    private final Pairs pairs;
    private final SpecRows rows;
    private final List<Double> middles = new ArrayList<>();

    private PairsSpec(Pairs pairs, boolean narrow) {
        this.pairs = pairs;
        this.rows = new SpecRows(narrow, LANES);
        pairs.rows().forEach(row -> middles.add(rows.bar(row.label())));
    }

    static Spec of(Pairs pairs, Captions words, boolean narrow) {
        PairsSpec drawing = new PairsSpec(pairs, narrow);
        return new Spec(
                List.of(drawing.points(Pairs.Series.UNADJUSTED), drawing.points(Pairs.Series.ADJUSTED)),
                drawing.layout(words));
    }

    private double lane(int row, Pairs.Series series) {
        return middles.get(row) + (series.ordinal() - 0.5) * LANES / 2;
    }

    private PointTrace points(Pairs.Series series) {
        List<Double> lanes = new ArrayList<>();
        for (int row = 0; row < middles.size(); row++) {
            lanes.add(lane(row, series));
        }
        List<Mark> marks = pairs.rows().stream().map(row -> row.mark(series)).toList();
        return new PointTrace(
                series.title(),
                lanes,
                marks.stream().map(Mark::value).toList(),
                marks.stream().map(Mark::low).toList(),
                marks.stream().map(Mark::high).toList(),
                pairs.rows().stream()
                        .map(row -> PlotlyText.bold(row.label(), 40) + "<br>" + PlotlyText.of(row.inFull(series)))
                        .toList(),
                new PointTrace.Look(series.ink(), series == Pairs.Series.ADJUSTED ? 0 : 1));
    }

    private ObjectNode layout(Captions words) {
        double right = 0;
        for (Pairs.Row row : pairs.rows()) {
            for (Pairs.Series series : Pairs.Series.values()) {
                right = Math.max(right, TextSize.width(pairs.printed(row, series), Spec.FONT_SIZE, false));
            }
        }
        ObjectNode layout = Spec.layout(words, rows.frame(Spec.TOP, (int) right + 14, pairs.scale()));
        Spec.valueAxis(layout.putObject("xaxis"), pairs.scale())
                .put("zeroline", pairs.scale().from() <= 0);
        rows.write(layout);
        for (int row = 0; row < middles.size(); row++) {
            for (Pairs.Series series : Pairs.Series.values()) {
                Mark mark = pairs.rows().get(row).mark(series);
                double end = mark.hasValue() ? mark.high() : pairs.scale().from();
                Spec.annotation(
                                layout,
                                end,
                                lane(row, series),
                                PlotlyText.of(pairs.printed(pairs.rows().get(row), series)))
                        .put("xanchor", "left")
                        .put("xshift", 6);
            }
        }
        return layout;
    }
}
