package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws pairs of points as a plotly specification: one or two lanes of a numbered axis for each row. */
final class PairsSpec {

    private static final double LANE = 22;

    private final Pairs pairs;
    private final SpecRows rows;
    private final List<Double> middles = new ArrayList<>();

    private PairsSpec(Pairs pairs, boolean narrow) {
        this.pairs = pairs;
        this.rows = new SpecRows(narrow, LANE * pairs.look().lanes());
        pairs.rows().forEach(row -> middles.add(rows.bar(row.label())));
    }

    static Spec of(Pairs pairs, Captions words, boolean narrow) {
        PairsSpec drawing = new PairsSpec(pairs, narrow);
        SpecTrace first = pairs.look().oneLine() ? drawing.ranges() : drawing.points(0);
        return new Spec(List.of(first, drawing.points(1)), drawing.layout(words));
    }

    private double lane(int row, int at) {
        return pairs.look().oneLine() ? middles.get(row) : middles.get(row) + (at - 0.5) * LANE;
    }

    private PointTrace points(int at) {
        Pairs.Series series = pairs.series().get(at);
        return new PointTrace(
                series.title(),
                IntStream.range(0, middles.size())
                        .mapToObj(row -> lane(row, at))
                        .toList(),
                each(at, Point::value),
                each(at, Point::low),
                each(at, Point::high),
                hover(at),
                new PointTrace.Look(series.ink(), series.symbol()));
    }

    private RangeTrace ranges() {
        Pairs.Series series = pairs.series().get(0);
        return new RangeTrace(
                series.title(),
                middles,
                each(0, Point::low),
                each(0, Point::high),
                hover(0),
                series.ink(),
                pairs.look().range());
    }

    private List<Double> each(int at, ToDoubleFunction<Point> number) {
        return pairs.rows().stream()
                .map(row -> number.applyAsDouble(row.point(at)))
                .toList();
    }

    private List<String> hover(int at) {
        return pairs.rows().stream()
                .map(row -> PlotlyText.bold(row.label(), 40) + "<br>" + PlotlyText.of(pairs.inFull(row, at)))
                .toList();
    }

    private ObjectNode layout(Captions words) {
        double right = 0;
        for (Pairs.Row row : pairs.rows()) {
            for (int at = 0; at < 2; at++) {
                right = Math.max(right, TextSize.width(pairs.printed(row, at), Spec.FONT_SIZE, false));
            }
        }
        ObjectNode layout = Spec.layout(words, rows.frame(Spec.TOP, (int) right + 14, pairs.scale()));
        Spec.valueAxis(layout.putObject("xaxis"), pairs.scale())
                .put("zeroline", pairs.scale().from() <= 0);
        rows.write(layout);
        for (int row = 0; row < middles.size(); row++) {
            for (int at = 0; at < 2; at++) {
                annotate(layout, row, at);
            }
        }
        return layout;
    }

    private void annotate(ObjectNode layout, int row, int at) {
        Pairs.Row of = pairs.rows().get(row);
        String printed = pairs.printed(of, at);
        if (!printed.isEmpty()) {
            Spec.annotation(layout, pairs.end(of, at), lane(row, at), PlotlyText.of(printed))
                    .put("xanchor", "left")
                    .put("xshift", 6);
        }
    }
}
