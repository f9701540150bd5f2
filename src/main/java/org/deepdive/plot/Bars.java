package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepdive.study.Category;

/**
 * Horizontal bars, in groups where there are two dimensions or more. Every bar carries its own label, so that colour
 * repeats what words say.
 *
 * @param groups the groups from top to bottom; a single one without heading where there is one dimension or none
 * @param inks the colour of each series of bars
 * @param scale the axis of the values
 */
record Bars(List<Group> groups, List<Ink> inks, Scale scale) implements Picture.OfTable {

    private static final int MOST_SPOKEN = 6;

    /**
     * Bars under one heading.
     *
     * @param heading what they have in common; empty for nothing
     * @param bars the bars from top to bottom
     */
    record Group(String heading, List<Bar> bars) {}

    /**
     * One bar.
     *
     * @param label what it is about, beside its group's heading
     * @param series which of the inks it is drawn in
     * @param mark its value
     */
    record Bar(String label, int series, Mark mark) {}

    @Override
    public Chart chart() {
        return Chart.BARS;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    /** All bars from top to bottom. */
    List<Bar> bars() {
        return groups.stream().flatMap(group -> group.bars().stream()).toList();
    }

    @Override
    public String inWords() {
        List<Mark> marks = bars().stream().map(Bar::mark).toList();
        List<Mark> shown = marks.stream()
                .filter(Mark::hasValue)
                .sorted(Comparator.comparingDouble(Mark::value).reversed())
                .toList();
        long withheld = marks.stream().filter(Mark::withheld).count();
        String rest = withheld == 0 ? "" : " " + withheld + " of " + marks.size() + " values suppressed [c].";
        if (shown.size() <= MOST_SPOKEN) {
            return String.join("; ", shown.stream().map(Mark::spoken).toList()) + (shown.isEmpty() ? "" : ".") + rest;
        }
        return shown.size() + " values. Highest: " + shown.get(0).spoken() + ". Lowest: "
                + shown.get(shown.size() - 1).spoken() + "." + rest;
    }

    static Bars of(Grid grid) {
        List<Grid.Dimension> dimensions = grid.dimensions();
        if (dimensions.isEmpty()) {
            List<Bar> only = grid.mark(List.of()).stream()
                    .map(mark -> new Bar(mark.label(), 0, mark))
                    .toList();
            return of(grid, List.of(new Group("", only)), 1);
        }
        int inner = dimensions.size() == 2 && dimensions.get(1).answers() ? 0 : dimensions.size() - 1;
        List<Grid.Dimension> outer = new ArrayList<>(dimensions);
        List<Category> categories = outer.remove(inner).categories();
        int series = outer.isEmpty() || categories.size() > Ink.MOST_SERIES ? 1 : categories.size();
        List<Group> groups = Grid.places(outer).stream()
                .map(heading -> group(grid, heading, inner, categories, series))
                .filter(group -> !group.bars().isEmpty())
                .toList();
        return of(grid, groups, series);
    }

    private static Bars of(Grid grid, List<Group> groups, int series) {
        List<Mark> marks = groups.stream()
                .flatMap(group -> group.bars().stream())
                .map(Bar::mark)
                .toList();
        return new Bars(groups, Ink.series(series), Scale.fromZero(grid.table().measure(), marks));
    }

    private static Group group(Grid grid, List<Category> heading, int inner, List<Category> categories, int series) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<Category> place = new ArrayList<>(heading);
            place.add(inner, categories.get(i));
            String label = categories.get(i).label();
            int ink = series == 1 ? 0 : i;
            grid.mark(place).ifPresent(mark -> bars.add(new Bar(label, ink, mark)));
        }
        return new Group(String.join(", ", heading.stream().map(Category::label).toList()), bars);
    }
}
