package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.regression.Model;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * Two points for each group, one as it is and one adjusted, each with its interval.
 *
 * @param rows the groups from top to bottom: in codebook order where it means something, else by adjusted value
 * @param scale the axis of the values, which need not start at zero since points have no length
 */
record Pairs(List<Row> rows, Scale scale) implements Picture {

    private static final int MOST_SPOKEN = 8;

    /** The two points of a row, from top to bottom. */
    enum Series {
        UNADJUSTED("unadjusted", Ink.ORANGE),
        ADJUSTED("adjusted", Ink.NAVY);

        private final String title;
        private final Ink ink;

        Series(String title, Ink ink) {
            this.title = title;
            this.ink = ink;
        }

        String title() {
            return title;
        }

        Ink ink() {
            return ink;
        }
    }

    /**
     * A group.
     *
     * @param label its name
     * @param unadjusted its value as it is
     * @param adjusted its adjusted value
     */
    record Row(String label, Mark unadjusted, Mark adjusted) {
        Mark mark(Series series) {
            return series == Series.ADJUSTED ? adjusted : unadjusted;
        }

        /** A point's value for a reader who points at it. */
        String inFull(Series series) {
            return series.title() + " " + mark(series).inFull();
        }
    }

    static Pairs of(Model model) {
        CellText text = CellText.of(model.measure());
        List<Integer> order = new ArrayList<>();
        for (int g = 0; g < model.groups().adjusted().size(); g++) {
            order.add(g);
        }
        if (model.groups().variable().kind() == Variable.Kind.NOMINAL) {
            order.sort(Comparator.<Integer>comparingInt(g -> Grid.isAnswer(category(model, g)) ? 0 : 1)
                    .thenComparing(Comparator.<Integer>comparingDouble(g -> value(model, g))
                            .reversed()));
        }
        List<Row> rows = order.stream()
                .map(g -> new Row(
                        category(model, g).label(),
                        mark(model.groups().unadjusted().get(g), text),
                        mark(model.groups().adjusted().get(g), text)))
                .toList();
        List<Mark> marks = rows.stream()
                .flatMap(row -> Stream.of(row.unadjusted(), row.adjusted()))
                .toList();
        return new Pairs(rows, Scale.ofPoints(model.measure(), marks));
    }

    private static Category category(Model model, int group) {
        return model.groups().adjusted().get(group).groups().get(0);
    }

    private static double value(Model model, int group) {
        return model.groups().adjusted().get(group).cell() instanceof Cell.Estimate e ? e.value() : Double.NaN;
    }

    private static Mark mark(EstimateRow row, CellText text) {
        return new Mark(row.groups().get(0).label(), row.cell(), text);
    }

    /** What stands beside a point: its value, in the first row with the name of its series. */
    String printed(Row row, Series series) {
        return row.mark(series).printed() + (row.equals(rows.get(0)) ? " " + series.title() : "");
    }

    @Override
    public List<String> remarks() {
        return Math.abs(scale.from()) < 1e-9 ? List.of() : List.of("The axis does not start at zero.");
    }

    @Override
    public String inWords() {
        if (rows.size() <= MOST_SPOKEN) {
            return String.join("; ", rows.stream().map(Pairs::spoken).toList()) + ".";
        }
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparingDouble((Row row) -> row.adjusted().value())
                        .reversed())
                .toList();
        return rows.size() + " groups. Highest adjusted: " + spoken(sorted.get(0)) + ". Lowest adjusted: "
                + spoken(sorted.get(sorted.size() - 1)) + ".";
    }

    private static String spoken(Row row) {
        return row.unadjusted().spoken() + " unadjusted, "
                + row.adjusted().spoken().substring(row.label().length() + 1) + " adjusted";
    }
}
