package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;

/**
 * A table's rows laid out along its dimensions: the breakdowns, then the answers where there are several.
 *
 * <p>Ordinal categories and waves keep the codebook's order. Others are sorted by their mean value, the largest first,
 * with those that are no answer (don't know, refusals, other) last.
 */
final class Grid {

    private static final Set<String> LAST =
            Set.of("other", "none", "none_of_these", "dont_know", "prefer_not_to_say", "not_answered");

    /**
     * One direction of the grid.
     *
     * @param kind what its categories are
     * @param label what they are of, in words
     * @param categories those that have rows, in the order to draw
     */
    record Dimension(Kind kind, String label, List<Category> categories) {
        /** What the categories of a dimension are. */
        enum Kind {
            NOMINAL,
            ORDINAL,
            WAVE,
            ANSWERS,
            ORDERED_ANSWERS
        }

        boolean answers() {
            return kind == Kind.ANSWERS || kind == Kind.ORDERED_ANSWERS;
        }
    }

    private final EstimateTable table;
    private final CellText text;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<List<Category>> places;
    private final Map<List<Category>, EstimateRow> rows = new HashMap<>();

    Grid(EstimateTable table) {
        this.table = table;
        this.text = CellText.of(table.measure());
        this.places = table.rows().stream().map(Grid::place).toList();
        boolean severalAnswers =
                table.rows().stream().map(EstimateRow::answer).distinct().count() > 1;
        for (int i = 0; i < table.by().size(); i++) {
            Variable variable = table.by().get(i);
            dimensions.add(dimension(kind(variable), variable.label(), i));
        }
        if (severalAnswers) {
            dimensions.add(dimension(kindOfAnswers(), "Answer", table.by().size()));
        }
        for (int i = 0; i < places.size(); i++) {
            rows.put(places.get(i).subList(0, dimensions.size()), table.rows().get(i));
        }
    }

    EstimateTable table() {
        return table;
    }

    CellText text() {
        return text;
    }

    List<Dimension> dimensions() {
        return List.copyOf(dimensions);
    }

    /** The dimension of the answers, where there are several. */
    Optional<Dimension> answers() {
        return dimensions.stream().filter(Dimension::answers).findFirst();
    }

    /** The dimension of the waves, where the query breaks down by wave. */
    Optional<Dimension> waves() {
        return dimensions.stream().filter(d -> d.kind() == Dimension.Kind.WAVE).findFirst();
    }

    /** All combinations of the dimensions' categories, the last dimension's changing fastest; one empty one for none. */
    static List<List<Category>> places(List<Dimension> dimensions) {
        List<List<Category>> places = List.of(List.of());
        for (Dimension dimension : dimensions) {
            places = places.stream()
                    .flatMap(start -> dimension.categories().stream().map(category -> {
                        List<Category> longer = new ArrayList<>(start);
                        longer.add(category);
                        return longer;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        return places;
    }

    /** The value at a place, with one category of each dimension in order; absent where nobody is there. */
    Optional<Mark> mark(List<Category> place) {
        return Optional.ofNullable(rows.get(place))
                .map(row -> new Mark(label(row, place), row.cell(), text, row.key()));
    }

    private static String label(EstimateRow row, List<Category> place) {
        return place.isEmpty()
                ? row.label()
                : String.join(", ", place.stream().map(Category::label).toList());
    }

    private static Dimension.Kind kind(Variable variable) {
        return switch (variable.kind()) {
            case WAVE -> Dimension.Kind.WAVE;
            case ORDINAL -> Dimension.Kind.ORDINAL;
            default -> Dimension.Kind.NOMINAL;
        };
    }

    private Dimension.Kind kindOfAnswers() {
        boolean ordered = table.measure() instanceof Measure.Distribution distribution
                && table.study().codebook().variable(distribution.variable()).kind() == Variable.Kind.ORDINAL;
        return ordered ? Dimension.Kind.ORDERED_ANSWERS : Dimension.Kind.ANSWERS;
    }

    private Dimension dimension(Dimension.Kind kind, String label, int at) {
        List<Category> found =
                places.stream().map(place -> place.get(at)).distinct().toList();
        boolean sorted = kind == Dimension.Kind.NOMINAL || kind == Dimension.Kind.ANSWERS;
        return new Dimension(kind, label, sorted ? byValue(found, at) : found);
    }

    private List<Category> byValue(List<Category> found, int at) {
        Map<Category, DoubleSummaryStatistics> values = values(at);
        return found.stream()
                .sorted(Comparator.<Category>comparingInt(c -> isAnswer(c) ? 0 : 1)
                        .thenComparing(Comparator.<Category>comparingDouble(c -> mean(values.get(c)))
                                .reversed()))
                .toList();
    }

    /** Whether a category is an answer about somebody, and no rest or refusal. */
    static boolean isAnswer(Category category) {
        return category.status() == Category.Status.VALID && !LAST.contains(category.code());
    }

    /** The values that there are of each category. */
    private Map<Category, DoubleSummaryStatistics> values(int at) {
        Map<Category, DoubleSummaryStatistics> values = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            DoubleSummaryStatistics ofCategory =
                    values.computeIfAbsent(places.get(i).get(at), category -> new DoubleSummaryStatistics());
            Mark mark = new Mark("", table.rows().get(i).cell(), text);
            if (mark.hasValue()) {
                ofCategory.accept(mark.value());
            }
        }
        return values;
    }

    private static double mean(DoubleSummaryStatistics values) {
        return values.getCount() == 0 ? Double.NEGATIVE_INFINITY : values.getAverage();
    }

    private static List<Category> place(EstimateRow row) {
        return Stream.concat(row.groups().stream(), row.answer().stream()).toList();
    }
}
