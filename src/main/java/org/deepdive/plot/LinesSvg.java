package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws lines over waves as SVG: each line named at its end, or in a legend above where the picture is narrow. */
final class LinesSvg {

    private static final double WIDEST_LABELS = 0.24;
    private static final double HEIGHT = 300;
    private static final double SMALL = 12;
    private static final double SYMBOL = 16;
    private static final int ROUNDS = 60;

    private final Canvas canvas;
    private final Lines lines;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    private LinesSvg(Canvas canvas, Lines lines) {
        this.canvas = canvas;
        this.lines = lines;
        this.left = lines.scale().ticks().stream()
                        .mapToDouble(t -> canvas.textWidth(lines.scale().label(t)))
                        .max()
                        .orElse(0)
                + Canvas.GAP
                + 6;
        double labels = lines.series().stream()
                .mapToDouble(s -> canvas.textWidth(ending(s)))
                .max()
                .orElse(0);
        double room = canvas.isNarrow()
                ? 14
                : Math.min(labels, canvas.width * WIDEST_LABELS) + 2 * Canvas.GAP + (named() ? SYMBOL : 0);
        this.right = canvas.width - room;
        if (canvas.isNarrow() && named()) {
            legend();
        }
        this.top = canvas.y + 6;
        this.bottom = top + HEIGHT;
    }

    static void draw(Canvas canvas, Lines lines) {
        LinesSvg drawing = new LinesSvg(canvas, lines);
        drawing.values();
        for (int i = 0; i < lines.series().size(); i++) {
            drawing.bands(lines.series().get(i));
        }
        for (int i = 0; i < lines.series().size(); i++) {
            drawing.line(lines.series().get(i), i);
        }
        if (!canvas.isNarrow()) {
            drawing.endings();
        }
        canvas.y = drawing.bottom;
        drawing.waves();
    }

    private boolean named() {
        return lines.series().size() > 1;
    }

    private double x(int wave) {
        int last = Math.max(1, lines.waves().size() - 1);
        return left + 8 + (right - left - 16) * wave / last;
    }

    private double y(double value) {
        return bottom - (bottom - top) * lines.scale().at(value);
    }

    private void legend() {
        double x = 0;
        for (int i = 0; i < lines.series().size(); i++) {
            Lines.Series series = lines.series().get(i);
            List<String> label = canvas.wrap(series.label(), canvas.width - 40, false);
            double room = 20 + TextSize.widest(label, canvas.fontSize, false) + 16;
            if (x > 0 && x + room > canvas.width) {
                x = 0;
                canvas.y += canvas.line + 2;
            }
            canvas.point(x + 6, canvas.y + canvas.fontSize * 0.65, i, series.ink(), false);
            canvas.text(x + 18, canvas.y + canvas.fontSize, Svg.Anchor.START, "dd-text", label);
            canvas.y += (label.size() - 1) * canvas.line;
            x += room;
        }
        canvas.y += canvas.line + 6;
    }

    private void values() {
        for (double tick : lines.scale().ticks()) {
            canvas.rule(
                    left, y(tick), right, y(tick), Math.abs(tick - lines.scale().from()) < 1e-9);
            double baseline = y(tick) + canvas.fontSize * 0.36;
            canvas.text(
                    left - Canvas.GAP,
                    baseline,
                    Svg.Anchor.END,
                    "dd-tick",
                    List.of(lines.scale().label(tick)));
        }
    }

    private void bands(Lines.Series series) {
        for (List<Integer> run : series.runs()) {
            if (run.size() < 2) {
                continue;
            }
            List<String> outline = new ArrayList<>();
            run.forEach(wave ->
                    outline.add(Canvas.at(x(wave), y(mark(series, wave).high()))));
            for (int i = run.size() - 1; i >= 0; i--) {
                outline.add(Canvas.at(x(run.get(i)), y(mark(series, run.get(i)).low())));
            }
            canvas.band("M" + String.join("L", outline) + "z", series.ink());
        }
    }

    private void line(Lines.Series series, int position) {
        for (List<Integer> run : series.runs()) {
            List<String> path = run.stream()
                    .map(wave -> Canvas.at(x(wave), y(mark(series, wave).value())))
                    .toList();
            if (run.size() > 1) {
                canvas.stroke("M" + String.join("L", path), series.ink(), 2.5);
            }
        }
        for (int wave = 0; wave < lines.waves().size(); wave++) {
            if (series.points().get(wave).filter(Mark::hasValue).isPresent()) {
                point(series, position, wave);
            }
        }
        for (int wave : series.withheld()) {
            withheld(series, position, wave);
        }
    }

    private void point(Lines.Series series, int position, int wave) {
        Mark mark = mark(series, wave);
        canvas.mark(words(series, wave), mark);
        if (!series.joined(wave) && mark.hasInterval()) {
            canvas.whisker(x(wave), y(mark.low()), y(mark.high()), series.ink());
        }
        canvas.point(x(wave), y(mark.value()), position, series.ink(), !series.joins(wave));
        if (!mark.marks().isEmpty()) {
            canvas.text(x(wave), y(mark.high()) - 5, Svg.Anchor.MIDDLE, "dd-small dd-haloed", List.of(mark.marks()));
        }
        canvas.endMark();
    }

    private String words(Lines.Series series, int wave) {
        String name = named() ? series.label() + ", " : "";
        return name + lines.waves().get(wave).label() + ": "
                + mark(series, wave).inFull();
    }

    /** Withheld values of several lines stand above one another, each with the shape of its line. */
    private void withheld(Lines.Series series, int position, int wave) {
        double baseline = bottom - 6 - position * (SMALL + 4);
        double shift = named() ? 6 : 0;
        if (named()) {
            canvas.point(x(wave) - 10, baseline - 4, position, series.ink(), true);
        }
        canvas.text(x(wave) + shift, baseline, Svg.Anchor.MIDDLE, "dd-small", List.of("[c]"));
    }

    private static Mark mark(Lines.Series series, int wave) {
        return series.points().get(wave).orElseThrow();
    }

    private static String ending(Lines.Series series) {
        String value = series.last()
                .map(wave -> mark(series, wave).text().of(mark(series, wave).cell()))
                .orElse("");
        return (series.label() + " " + value).strip();
    }

    /** The names of the lines at their ends, with the shapes of their points, moved apart where they would overlap. */
    private void endings() {
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < lines.series().size(); i++) {
            Lines.Series series = lines.series().get(i);
            if (series.last().isPresent()) {
                double middle = y(mark(series, series.last().get()).value());
                double indent = named() ? SYMBOL : 0;
                double room = canvas.width - right - 2 * Canvas.GAP - indent;
                endings.add(new Ending(i, canvas.wrap(ending(series), room, false), middle));
            }
        }
        endings.sort(Comparator.comparingDouble(Ending::middle));
        double[] middles = apart(endings);
        for (int i = 0; i < middles.length; i++) {
            ending(endings.get(i), middles[i]);
        }
    }

    private void ending(Ending ending, double middle) {
        Lines.Series series = lines.series().get(ending.series());
        double x = Math.max(x(series.last().orElseThrow()), right - 8) + 2 * Canvas.GAP;
        double first = middle - (ending.label().size() - 1) * canvas.line / 2 + canvas.fontSize * 0.36;
        if (named()) {
            canvas.point(x + 4, first - canvas.fontSize * 0.36, ending.series(), series.ink(), false);
            x += SYMBOL;
        }
        canvas.text(x, first, Svg.Anchor.START, "dd-text", ending.label());
    }

    /** Where the middles of the endings go, from top to bottom, so that none overlaps another. */
    private double[] apart(List<Ending> endings) {
        double[] middles = endings.stream().mapToDouble(Ending::middle).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 1; i < middles.length; i++) {
                int lines = endings.get(i - 1).label().size()
                        + endings.get(i).label().size();
                double overlap = middles[i - 1] + lines * canvas.line / 2 + 3 - middles[i];
                if (overlap > 0) {
                    middles[i - 1] -= overlap / 2;
                    middles[i] += overlap / 2;
                }
            }
        }
        return middles;
    }

    /** The name at the end of a line: whose, in how many lines of text, and the height of the line's last point. */
    private record Ending(int series, List<String> label, double middle) {}

    private void waves() {
        double slot = (right - left - 16) / Math.max(1, lines.waves().size() - 1);
        List<WaveTick> ticks = WaveTick.of(lines.waves(), slot, canvas.fontSize);
        int most = 1;
        for (WaveTick tick : ticks) {
            canvas.rule(x(tick.wave()), bottom, x(tick.wave()), bottom + 5, true);
            canvas.text(x(tick.wave()), canvas.y + canvas.fontSize + 7, Svg.Anchor.MIDDLE, "dd-tick", tick.lines());
            most = Math.max(most, tick.lines().size());
        }
        canvas.y += most * canvas.line + 14;
    }
}
