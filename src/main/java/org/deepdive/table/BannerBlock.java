package org.deepdive.table;

import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.study.Measure;

/**
 * The rows of one measure of a banner.
 *
 * @param measure the measure
 * @param bases for each column the unweighted base with Kish's effective base, as a count of respondents, or what stands
 *     in its place
 * @param rows its rows
 */
public record BannerBlock(Measure measure, List<Cell> bases, List<BannerRow> rows) {

    private static final CellText COUNT = new CellText(CellText.Unit.COUNT);

    public BannerBlock {
        bases = List.copyOf(bases);
        rows = List.copyOf(rows);
    }

    CellText printing() {
        return CellText.of(measure);
    }

    /** What a row is called. */
    String label(BannerRow row) {
        return row.answer().map(answer -> answer.label()).orElse(measure.label());
    }

    /** A cell as people read it: value, marks, letters. */
    String text(BannerCell cell) {
        return (printing().marked(cell.cell()) + " " + cell.significance()).strip();
    }

    /** The base of a column as people read it. */
    static String base(Cell base) {
        return COUNT.marked(base);
    }

    /** The effective base of a column as people read it. */
    static String effectiveBase(Cell base) {
        return base instanceof Cell.Estimate e ? COUNT.of(e.effectiveBase()) : COUNT.of(base);
    }
}
