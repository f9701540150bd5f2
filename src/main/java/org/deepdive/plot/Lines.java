package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;

/**
 * Values over the waves of a tracker, one line a series.
 *
 * <p>A wave with a base under 100 is drawn as a point that joins no line, and a series with no larger base than that is
 * not drawn. A line breaks where a wave is missing or withheld. At most four series are drawn, those with the largest
 * bases; {@link #remarks()} names the others.
 *
 * @param waves every wave from the first to the last with values, those without included
 * @param series the lines
 * @param scale the axis of the values
 * @param remarks what could not be drawn
 */
record Lines(List<Category> waves, List<Series> series, Scale scale, List<String> remarks) implements Picture.OfTable {

    /**
     * One line.
     *
     * @param label whom it is about; empty for a single line about everybody
     * @param ink its colour
     * @param points its value in each wave; absent where there is none
     */
    record Series(String label, Ink ink, List<Optional<Mark>> points) {

        /** Whether the point of a wave is part of the line. */
        boolean joins(int wave) {
            return points.get(wave).filter(m -> m.hasValue() && !m.lowBase()).isPresent();
        }

        /** Whether the point of a wave is joined to a neighbour. */
        boolean joined(int wave) {
            return joins(wave) && (wave > 0 && joins(wave - 1) || wave < points.size() - 1 && joins(wave + 1));
        }

        /** The unbroken stretches of the line, as positions of waves; a stretch can be a single point. */
        List<List<Integer>> runs() {
            List<List<Integer>> runs = new ArrayList<>();
            for (int wave = 0; wave < points.size(); wave++) {
                if (!joins(wave)) {
                    continue;
                }
                if (wave == 0 || !joins(wave - 1)) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(wave);
            }
            return runs;
        }

        /** The waves that have a value outside the line. */
        List<Integer> loose() {
            return IntStream.range(0, points.size())
                    .filter(i ->
                            !joins(i) && points.get(i).filter(Mark::hasValue).isPresent())
                    .boxed()
                    .toList();
        }

        /** The waves whose value was withheld. */
        List<Integer> withheld() {
            return IntStream.range(0, points.size())
                    .filter(i -> points.get(i).filter(Mark::withheld).isPresent())
                    .boxed()
                    .toList();
        }

        /** The last wave that has a value. */
        Optional<Integer> last() {
            return IntStream.range(0, points.size())
                    .filter(i -> points.get(i).filter(Mark::hasValue).isPresent())
                    .boxed()
                    .max(Comparator.naturalOrder());
        }

        private boolean isDrawable() {
            return !runs().isEmpty();
        }

        private long size() {
            return points.stream()
                    .flatMap(Optional::stream)
                    .mapToLong(Mark::base)
                    .sum();
        }
    }

    /** Whether lines are the best picture. */
    static boolean suits(Grid grid) {
        boolean scale = grid.answers()
                .filter(d -> d.kind() == Grid.Dimension.Kind.ORDERED_ANSWERS)
                .isPresent();
        return isPossible(grid)
                && !scale
                && grid.waves().orElseThrow().categories().size() > 1
                && series(grid).stream().anyMatch(Series::isDrawable);
    }

    /** Whether there are waves, and at most one other dimension. */
    static boolean isPossible(Grid grid) {
        return grid.waves().isPresent()
                && grid.dimensions().size() <= 2
                && !(grid.table().measure() instanceof Measure.Base);
    }

    static Lines of(Grid grid) {
        List<Series> all = series(grid);
        List<Series> drawable = all.stream().filter(Series::isDrawable).toList();
        List<Series> drawn = drawable.stream()
                .sorted(Comparator.comparingLong(Series::size).reversed())
                .limit(Ink.MOST_SERIES)
                .sorted(Comparator.comparingInt(drawable::indexOf))
                .toList();
        List<Ink> inks = Ink.series(drawn.size());
        List<Series> coloured = IntStream.range(0, drawn.size())
                .mapToObj(i -> new Series(
                        drawn.get(i).label(), inks.get(i), drawn.get(i).points()))
                .toList();
        List<Mark> marks = coloured.stream()
                .flatMap(s -> s.points().stream())
                .flatMap(Optional::stream)
                .toList();
        return new Lines(waves(grid), coloured, Scale.ofLines(grid.table().measure(), marks), remarks(all, drawn));
    }

    private static List<String> remarks(List<Series> all, List<Series> drawn) {
        List<String> remarks = new ArrayList<>();
        String small = labels(all.stream().filter(s -> !s.isDrawable()).toList());
        if (!small.isEmpty()) {
            remarks.add("Not drawn, since no wave has a base of 100: " + small + ".");
        }
        String others = labels(
                all.stream().filter(s -> s.isDrawable() && !drawn.contains(s)).toList());
        if (!others.isEmpty()) {
            remarks.add("The lines are the " + Ink.MOST_SERIES + " largest groups; in the table only: " + others + ".");
        }
        return List.copyOf(remarks);
    }

    private static String labels(List<Series> series) {
        return series.stream().map(Series::label).collect(Collectors.joining("; "));
    }

    private static List<Series> series(Grid grid) {
        int waveAt = grid.dimensions().indexOf(grid.waves().orElseThrow());
        if (grid.dimensions().size() == 1) {
            return List.of(series(grid, waveAt, List.of()));
        }
        return grid.dimensions().get(1 - waveAt).categories().stream()
                .map(other -> series(grid, waveAt, List.of(other)))
                .toList();
    }

    private static Series series(Grid grid, int waveAt, List<Category> others) {
        List<Optional<Mark>> points = new ArrayList<>();
        for (Category wave : waves(grid)) {
            List<Category> place = new ArrayList<>(others);
            place.add(waveAt, wave);
            points.add(grid.mark(place));
        }
        return new Series(others.isEmpty() ? "" : others.get(0).label(), Ink.NAVY, List.copyOf(points));
    }

    private static List<Category> waves(Grid grid) {
        List<Category> present = grid.waves().orElseThrow().categories();
        Variable variable = grid.table().by().stream()
                .filter(v -> v.kind() == Variable.Kind.WAVE)
                .findFirst()
                .orElseThrow();
        int first = variable.indexOf(present.get(0).code());
        int last = variable.indexOf(present.get(present.size() - 1).code());
        return variable.categories().subList(first, last + 1);
    }

    @Override
    public Chart chart() {
        return Chart.LINE;
    }

    @Override
    public String inWords() {
        return series.stream().map(this::spoken).collect(Collectors.joining(" "));
    }

    private String spoken(Series line) {
        List<Integer> shown = IntStream.range(0, waves.size())
                .filter(i -> line.points().get(i).filter(Mark::hasValue).isPresent())
                .boxed()
                .toList();
        Comparator<Integer> byValue = Comparator.comparingDouble(
                i -> line.points().get(i).orElseThrow().value());
        int first = shown.get(0);
        int last = shown.get(shown.size() - 1);
        String who = line.label().isEmpty() ? "" : line.label() + ": ";
        String ends = spoken(line, first) + (first == last ? "" : ", then " + spoken(line, last));
        String extremes = shown.size() < 3
                ? ""
                : "; lowest " + spoken(line, shown.stream().min(byValue).orElseThrow()) + ", highest "
                        + spoken(line, shown.stream().max(byValue).orElseThrow());
        String hidden = line.withheld().isEmpty() ? "" : "; " + line.withheld().size() + " waves suppressed [c]";
        return who + ends + extremes + hidden + ".";
    }

    private String spoken(Series line, int wave) {
        Mark mark = line.points().get(wave).orElseThrow();
        String interval = mark.hasInterval() ? " (" + mark.text().interval(mark.cell()) + ")" : "";
        return mark.printed() + interval + " in " + Period.name(waves.get(wave));
    }
}
