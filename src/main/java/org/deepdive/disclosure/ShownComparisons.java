package org.deepdive.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Category;

/**
 * Withholds the comparisons that tell of a cell withheld from the table they stand beside, and those with a rest of a
 * breakdown that could not be shown itself. The probabilities left are adjusted anew, as if the others had never been.
 */
final class ShownComparisons {

    private record Place(List<Category> groups, Optional<Category> answer) {}

    private final Suppression suppression;
    private final Set<Place> shown = new HashSet<>();

    ShownComparisons(Rules rules, EstimateTable cleared) {
        this.suppression = new Suppression(rules, cleared.measure());
        cleared.rows().stream()
                .filter(row -> row.cell() instanceof Cell.Estimate)
                .forEach(row -> shown.add(new Place(row.groups(), row.answer())));
    }

    ComparisonTable of(ComparisonTable all) {
        return all.with(all.rows().stream()
                .map(row -> isShown(all, row) ? row : row.with(new ComparisonRow.Withheld("secondary")))
                .toList());
    }

    private boolean isShown(ComparisonTable all, ComparisonRow row) {
        if (!shown.contains(new Place(all.groups(row, row.first()), row.answer()))) {
            return false;
        }
        return row.second()
                .map(second -> shown.contains(new Place(all.groups(row, second), row.answer())))
                .orElseGet(() -> isRestShown(row));
    }

    private boolean isRestShown(ComparisonRow row) {
        return row.tested()
                .map(test -> rest(row, test.comparison()))
                .map(rest -> suppression.primary(rest).isEmpty())
                .orElse(false);
    }

    /** The rest as a row of its own, of which the number of respondents and of those counted matters. */
    private static EstimateRow rest(ComparisonRow row, Comparison test) {
        Cell rest = new Cell.Estimate(
                test.secondValue(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                test.secondBase(),
                test.secondCounted(),
                test.secondBase(),
                1,
                test.df(),
                Set.of());
        return new EstimateRow(row.within(), row.answer(), rest);
    }
}
