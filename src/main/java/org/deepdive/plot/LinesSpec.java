package org.deepdive.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws lines over waves as a plotly specification. */
final class LinesSpec {

    private static final int HEIGHT = 300;
    private static final int LEGEND = 76;
    private static final int LINE = 20;
    private static final int WIDE = 640;

    private static final int NARROW = 330;
    private static final String[] SHAPES = {"●", "■", "◆", "▲"};

    private final Lines lines;
    private final boolean narrow;

    private LinesSpec(Lines lines, boolean narrow) {
        this.lines = lines;
        this.narrow = narrow;
    }

    static Spec of(Lines lines, Captions words, boolean narrow) {
        LinesSpec drawing = new LinesSpec(lines, narrow);
        List<SpecTrace> traces = new ArrayList<>();
        lines.series().forEach(series -> traces.addAll(bands(series)));
        for (int i = 0; i < lines.series().size(); i++) {
            traces.addAll(drawing.points(lines.series().get(i), i));
        }
        return new Spec(traces, drawing.layout(words));
    }

    private static List<BandTrace> bands(Lines.Series series) {
        return series.runs().stream()
                .filter(run -> run.size() > 1)
                .map(run -> new BandTrace(
                        series.label(),
                        run.stream().map(Integer::doubleValue).toList(),
                        of(series, run, Mark::low),
                        of(series, run, Mark::high),
                        series.ink()))
                .toList();
    }

    private List<LineTrace> points(Lines.Series series, int symbol) {
        List<Integer> all = IntStream.range(0, lines.waves().size()).boxed().toList();
        boolean named = lines.series().size() > 1;
        List<LineTrace> traces = new ArrayList<>();
        traces.add(points(series, all, series::joins, new LineTrace.Look(series.ink(), symbol, true, named)));
        List<Integer> alone = new ArrayList<>(series.loose());
        series.runs().stream().filter(run -> run.size() == 1).forEach(alone::addAll);
        if (!alone.isEmpty()) {
            traces.add(points(series, alone, i -> true, new LineTrace.Look(series.ink(), symbol, false, false)));
        }
        return traces;
    }

    private LineTrace points(Lines.Series series, List<Integer> waves, IntPredicate drawn, LineTrace.Look look) {
        ToDoubleFunction<Mark> value = Mark::value;
        return new LineTrace(
                series.label(),
                waves.stream().map(Integer::doubleValue).toList(),
                waves.stream()
                        .map(i -> drawn.test(i) ? of(series, i, value) : Double.NaN)
                        .toList(),
                of(series, waves, Mark::low),
                of(series, waves, Mark::high),
                waves.stream().map(i -> drawn.test(i) ? hover(series, i) : "").toList(),
                waves.stream().map(i -> drawn.test(i) ? key(series, i) : "").toList(),
                look);
    }

    private String hover(Lines.Series series, int wave) {
        String who = (series.label().isEmpty() ? "" : series.label() + ", ")
                + lines.waves().get(wave).label();
        return PlotlyText.bold(who, 40) + "<br>"
                + PlotlyText.of(series.points().get(wave).orElseThrow().inFull());
    }

    private static String key(Lines.Series series, int wave) {
        return series.points().get(wave).map(Mark::key).orElse("");
    }

    private static List<Double> of(Lines.Series series, List<Integer> waves, ToDoubleFunction<Mark> value) {
        return waves.stream().map(wave -> of(series, wave, value)).toList();
    }

    private static double of(Lines.Series series, int wave, ToDoubleFunction<Mark> value) {
        return series.points().get(wave).map(value::applyAsDouble).orElse(Double.NaN);
    }

    private ObjectNode layout(Captions words) {
        boolean legend = lines.series().size() > 1;
        List<WaveTick> ticks = WaveTick.of(
                lines.waves(), (narrow ? NARROW : WIDE) / (double) lines.waves().size(), 13);
        int most = ticks.stream().mapToInt(t -> t.lines().size()).max().orElse(1);
        ObjectNode layout = Spec.layout(
                words, new Spec.Frame(narrow, HEIGHT, legend ? LEGEND : Spec.TOP, 16, Spec.AXIS + (most - 1) * LINE));
        ObjectNode x = Spec.labelAxis(
                layout.putObject("xaxis"),
                ticks.stream().map(t -> (double) t.wave()).toList(),
                ticks.stream().map(t -> PlotlyText.lines(t.lines())).toList());
        x.putArray("range").add(-0.4).add(lines.waves().size() - 0.6);
        Spec.valueAxis(layout.putObject("yaxis"), lines.scale());
        layout.putObject("legend")
                .put("orientation", "h")
                .put("x", 0)
                .put("y", 1)
                .put("yanchor", "bottom")
                .put("itemclick", false)
                .put("itemdoubleclick", false);
        annotate(layout);
        return layout;
    }

    private void annotate(ObjectNode layout) {
        for (int i = 0; i < lines.series().size(); i++) {
            Lines.Series series = lines.series().get(i);
            int above = 10 + 16 * i;
            String withheld = lines.series().size() > 1 ? SHAPES[i] + "[c]" : "[c]";
            for (int wave : series.withheld()) {
                Spec.annotation(layout, wave, lines.scale().from(), withheld).put("yshift", above);
            }
            for (int wave = 0; wave < lines.waves().size(); wave++) {
                int at = wave;
                series.points()
                        .get(wave)
                        .filter(mark -> mark.hasValue() && !mark.marks().isEmpty())
                        .ifPresent(mark -> Spec.annotation(layout, at, mark.high(), PlotlyText.of(mark.marks()))
                                .put("yshift", 9)
                                .putObject("font")
                                .put("size", 11));
            }
        }
    }
}
