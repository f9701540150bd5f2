package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;

/**
 * Decides which cells of a table are withheld: those too small by themselves, then, until nothing changes, a second one
 * in every line where one only is withheld.
 *
 * <p>A line is the cells that a reader could add up: all groups of a one-way table, and each row and each column of
 * groups of a two-way one, for each answer; and the answers of a group, where they partition it. Shares of answers add up
 * to exactly one, so the answers withheld from a group must also be enough together. Shares of groups add up to their
 * total only by the groups' weighted sizes, which are never shown (and public bases are rounded), so two groups are
 * enough; more would hide most breakdowns because of a few respondents in their rarest categories. Totals of groups add up
 * as they are, and so do the shares and the rank points that answers have in a group: what is withheld of them must be
 * enough together.
 */
final class Suppression {

    private final Rules rules;
    private final Measure measure;

    Suppression(Rules rules, Measure measure) {
        this.rules = rules;
        this.measure = measure;
    }

    /** For each row the id of the rule that withholds it; null where it may be shown. */
    String[] decide(List<EstimateRow> rows) {
        return decide(rows, row -> false);
    }

    /**
     * The same, where other tables leave no choice about some rows.
     *
     * @param givesAway whether a row would give away what another table withholds
     */
    String[] decide(List<EstimateRow> rows, Predicate<EstimateRow> givesAway) {
        String[] withheld = new String[rows.size()];
        for (int i = 0; i < withheld.length; i++) {
            withheld[i] = primary(rows.get(i)).orElse(givesAway.test(rows.get(i)) ? "secondary" : null);
        }
        // Where nobody's cell is withheld, which is usual, there is nothing that a line could give away.
        boolean changed = IntStream.range(0, withheld.length).anyMatch(i -> isHidden(rows.get(i), withheld[i]));
        List<Line> lines = changed ? lines(rows) : List.of();
        while (changed) {
            changed = false;
            for (Line line : lines) {
                changed |= protect(line, rows, withheld);
            }
        }
        return withheld;
    }

    /**
     * A quantile tells of those beyond it, who must be enough. A mean has no numerator; where everybody has one score (so that there is no design effect) it gives all away. Not to
     * know or not to say is no answer about a person, so it needs a base and no numerator.
     */
    private Optional<String> primary(EstimateRow row) {
        if (!(row.cell() instanceof Cell.Estimate estimate)) {
            return Optional.empty();
        }
        if (estimate.base() < rules.minimumBase()) {
            return Optional.of("base");
        }
        boolean substantive =
                row.answer().map(a -> a.status() == Category.Status.VALID).orElse(true);
        if (measure instanceof Measure.Base || !substantive) {
            return Optional.empty();
        }
        if (measure instanceof Measure.Quantile quantile) {
            double beyond = Math.min(quantile.probability(), 1 - quantile.probability());
            return estimate.base() * beyond < rules.minimumNumerator() ? Optional.of("numerator") : Optional.empty();
        }
        if (!hasNumerator()) {
            return Double.isNaN(estimate.deff()) ? Optional.of("complement") : Optional.empty();
        }
        if (estimate.counted() < rules.minimumNumerator()) {
            return Optional.of("numerator");
        }
        return estimate.base() - estimate.counted() < rules.minimumComplement()
                ? Optional.of("complement")
                : Optional.empty();
    }

    /** Whether some respondents are counted in a value, so that it may tell of too few, or of all but few. */
    private boolean hasNumerator() {
        return measure.isShare()
                || measure instanceof Measure.RankPoints
                || measure instanceof Measure.Total total && total.quantity().isCount()
                || measure instanceof Measure.Ratio ratio && ratio.numerator().isCount();
    }

    /** Whether what the answers of a group have adds up to what every reader knows. */
    private boolean answersAddUp() {
        return measure instanceof Measure.Distribution
                || measure instanceof Measure.ResponseShare
                || measure instanceof Measure.RankPoints;
    }

    static boolean isSubstantive(EstimateRow row) {
        return row.answer().map(a -> a.status() == Category.Status.VALID).orElse(true);
    }

    /** Withholds the smallest shown cell of a line whose withheld cells could be worked out. */
    private boolean protect(Line line, List<EstimateRow> rows, String[] withheld) {
        List<Integer> hidden = line.rows().stream()
                .filter(i -> isHidden(rows.get(i), withheld[i]))
                .toList();
        if (hidden.isEmpty() || hidden.size() > 1 && (!line.addsUp() || isEnough(hidden, rows))) {
            return false;
        }
        Optional<Integer> smallest = smallestShown(line.rows(), rows, withheld);
        smallest.ifPresent(i -> withheld[i] = "secondary");
        return smallest.isPresent();
    }

    private static boolean isHidden(EstimateRow row, String withheld) {
        return withheld != null && !isEmpty(row);
    }

    /** The cell of a line that costs least to withhold, of those shown. */
    Optional<Integer> smallestShown(List<Integer> line, List<EstimateRow> rows, String[] withheld) {
        return line.stream()
                .filter(i -> withheld[i] == null && !isEmpty(rows.get(i)))
                .min(Comparator.comparingInt(i -> size(rows.get(i))));
    }

    /** Whether there is nobody in a cell who could protect another, or be protected. */
    static boolean isEmpty(EstimateRow row) {
        return row.cell() instanceof Cell.Estimate estimate && estimate.base() == 0;
    }

    /** Whether cells could be shown if they were one. */
    private boolean isEnough(List<Integer> answers, List<EstimateRow> rows) {
        int counted = 0;
        for (int i : answers) {
            counted += rows.get(i).cell() instanceof Cell.Estimate estimate ? estimate.counted() : 0;
        }
        return counted >= rules.minimumNumerator();
    }

    private int size(EstimateRow row) {
        if (!(row.cell() instanceof Cell.Estimate estimate)) {
            return Integer.MAX_VALUE;
        }
        int base = estimate.base();
        return hasNumerator() ? Math.min(estimate.counted(), base - estimate.counted()) : base;
    }

    private List<Line> lines(List<EstimateRow> rows) {
        boolean groupsAddUp = measure instanceof Measure.Total;
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            EstimateRow row = rows.get(i);
            if (!isSubstantive(row)) {
                continue;
            }
            for (int free = 0; free < row.groups().size(); free++) {
                lines.computeIfAbsent(List.of(free, fixed(row, free), row.answer()), key -> Line.empty(groupsAddUp))
                        .rows()
                        .add(i);
            }
            if (answersAddUp() && row.answer().isPresent()) {
                lines.computeIfAbsent(List.of(row.groups()), key -> Line.empty(true))
                        .rows()
                        .add(i);
            }
        }
        return List.copyOf(lines.values());
    }

    private static List<Category> fixed(EstimateRow row, int free) {
        List<Category> fixed = new ArrayList<>(row.groups());
        fixed.remove(free);
        return fixed;
    }

    /**
     * Cells that a reader could add up.
     *
     * @param addsUp whether they add up as they are, and not only by sizes that are not shown
     * @param rows the positions of the cells
     */
    private record Line(boolean addsUp, List<Integer> rows) {
        static Line empty(boolean addsUp) {
            return new Line(addsUp, new ArrayList<>());
        }
    }
}
