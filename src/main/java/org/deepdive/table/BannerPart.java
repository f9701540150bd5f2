package org.deepdive.table;

import java.util.List;
import java.util.Optional;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.SignificanceArrows;
import org.deepdive.estimate.SignificanceLetters;
import org.deepdive.study.Category;

/**
 * What a banner shows of one measure under one breakdown.
 *
 * @param breakdown the breakdown
 * @param table its estimates
 * @param bases its bases, one a group
 * @param letters which groups are higher than which; absent where that is not marked
 * @param arrows which groups are higher or lower than the rest; absent where that is not marked
 */
public record BannerPart(
        BannerBreakdown breakdown,
        Cleared<EstimateTable> table,
        Cleared<EstimateTable> bases,
        Optional<Cleared<SignificanceLetters>> letters,
        Optional<Cleared<SignificanceArrows>> arrows) {

    /** Its columns, in codebook order. */
    List<BannerColumn> columns() {
        return table.value().rows().stream()
                .map(EstimateRow::groups)
                .distinct()
                .map(groups -> new BannerColumn(breakdown, groups, letter(groups)))
                .toList();
    }

    private String letter(List<Category> groups) {
        return letters.map(cleared -> cleared.value().letter(groups.get(groups.size() - 1)))
                .orElse("");
    }

    /** The answers that it has rows of; one that is absent for a measure with one value. */
    List<Optional<Category>> answers() {
        return table.value().rows().stream().map(EstimateRow::answer).distinct().toList();
    }

    /** The cells of one answer, one a column. */
    List<BannerCell> cells(Optional<Category> answer) {
        return table.value().rows().stream()
                .filter(row -> row.answer().equals(answer))
                .map(row -> new BannerCell(row.cell(), significance(row)))
                .toList();
    }

    /** The bases, one a column. */
    List<Cell> baseCells() {
        return bases.value().rows().stream().map(EstimateRow::cell).toList();
    }

    private String significance(EstimateRow row) {
        return letters.map(cleared -> cleared.value().of(row))
                .or(() -> arrows.map(cleared -> cleared.value().of(row).sign()))
                .orElse("");
    }
}
