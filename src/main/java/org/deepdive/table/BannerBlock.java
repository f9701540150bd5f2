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

    /** A cell as people read it. */
    Text text(BannerCell cell) {
        Text text = Text.of(printing(), cell.cell());
        return new Text(text.value(), (text.marks() + " " + cell.significance()).strip());
    }

    /** The base of a column as people read it. */
    static Text base(Cell base) {
        return Text.of(COUNT, base);
    }

    /** The effective base of a column as people read it. */
    static Text effectiveBase(Cell base) {
        return new Text(base instanceof Cell.Estimate e ? COUNT.of(e.effectiveBase()) : COUNT.of(base), "");
    }

    /**
     * A cell as people read it.
     *
     * @param value what stands in it
     * @param marks what stands beside that: marks of reliability, letters; empty for nothing
     */
    record Text(String value, String marks) {

        static Text of(CellText printing, Cell cell) {
            String value = printing.of(cell);
            return new Text(
                    value, printing.marked(cell).substring(value.length()).strip());
        }
    }
}
