package org.deepdive.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.regression.Model;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * The groups of a model as pairs of points, unadjusted and adjusted: in codebook order where it means something, else by
 * adjusted value.
 *
 * @param model the model
 */
record ModelPairs(Model model) {

    private static final CellText COUNTS = new CellText(CellText.Unit.COUNT);
    private static final List<Pairs.Series> SERIES = List.of(
            new Pairs.Series("unadjusted", "Unadjusted", "Interval", Ink.ORANGE, 1),
            new Pairs.Series("adjusted", "Adjusted", "Interval", Ink.NAVY, 0));

    Pairs picture() {
        List<Integer> order =
                IntStream.range(0, model.groups().adjusted().size()).boxed().toList();
        if (model.groups().variable().kind() == Variable.Kind.NOMINAL) {
            order = order.stream()
                    .sorted(Comparator.<Integer>comparingInt(g -> Grid.isAnswer(category(g)) ? 0 : 1)
                            .thenComparing(Comparator.<Integer>comparingDouble(this::value)
                                    .reversed()))
                    .toList();
        }
        List<Mark> marks = order.stream()
                .flatMap(g -> IntStream.of(0, 1).mapToObj(at -> mark(g, at)))
                .toList();
        return new Pairs(
                Pairs.Look.BELOW,
                model.groups().variable().label(),
                SERIES,
                "Base",
                order.stream().map(this::row).toList(),
                Scale.ofPoints(model.measure(), marks),
                List.of());
    }

    private Pairs.Row row(int group) {
        Mark adjusted = mark(group, 1);
        return new Pairs.Row(
                category(group).label(), Point.of(mark(group, 0)), Point.of(adjusted), COUNTS.of(adjusted.base()));
    }

    private Category category(int group) {
        return model.groups().adjusted().get(group).groups().get(0);
    }

    private double value(int group) {
        return model.groups().adjusted().get(group).cell() instanceof Cell.Estimate e ? e.value() : Double.NaN;
    }

    private Mark mark(int group, int series) {
        EstimateRow row =
                (series == 0 ? model.groups().unadjusted() : model.groups().adjusted()).get(group);
        return new Mark(row.groups().get(0).label(), row.cell(), CellText.of(model.measure()));
    }
}
