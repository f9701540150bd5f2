package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.RankShare;
import org.deepdive.study.Measure;

/**
 * Published points per respondent of a question with ranked choices, in rank order, each over the range of shares that can
 * have chosen the answer: one axis for both, since a share of 1 is a point from everybody.
 *
 * @param pairs the rows
 */
record Ranks(Pairs pairs) implements Picture.OfTable {

    private static final CellText SHARES = new CellText(CellText.Unit.SHARE);

    /** Whether a table is of published points. */
    static boolean suits(EstimateTable table) {
        return table.measure() instanceof Measure.RankScore
                && table.rows().stream().allMatch(row -> row.cell() instanceof Cell.Published);
    }

    static Ranks of(Grid grid) {
        Measure.RankScore measure = (Measure.RankScore) grid.table().measure();
        List<Pairs.Row> rows = new ArrayList<>(grid.table().rows().stream()
                .map(row -> row(measure, row, grid.text()))
                .toList());
        rows.sort(Comparator.comparingDouble((Pairs.Row row) -> row.second().value())
                .reversed());
        return new Ranks(new Pairs(
                Pairs.Look.BANDED,
                "Answer",
                List.of(
                        new Pairs.Series("chose it", "Chose it", "Possible share", Ink.SKY, 1),
                        new Pairs.Series("points", "Points per respondent", "Interval", Ink.NAVY, 0)),
                "Respondents",
                rows,
                scale(grid, rows),
                List.of("Bars are what share of the respondents can have chosen an answer, 1 on the axis being all of"
                        + " them: at least its points divided by " + measure.choose()
                        + ", if all ranked it first, and at most its points, if all ranked it last, or"
                        + " everybody.")));
    }

    private static Pairs.Row row(Measure.RankScore measure, EstimateRow row, CellText text) {
        Cell.Published cell = (Cell.Published) row.cell();
        RankShare share = RankShare.of(measure, cell);
        String range = SHARES.of(share.low()) + " to " + SHARES.of(share.high());
        Point chosen = new Point(share.low(), share.low(), share.high(), range, range, "by " + range, false);
        return new Pairs.Row(
                row.label(),
                chosen,
                Point.of(new Mark(row.label(), cell, text)),
                new CellText(CellText.Unit.COUNT).of(cell.base()));
    }

    private static Scale scale(Grid grid, List<Pairs.Row> rows) {
        double most =
                rows.stream().mapToDouble(row -> row.second().value()).max().orElse(1);
        Point zero = new Point(0, 0, most, "", "", "", false);
        return Scale.of(grid.text(), "Points per respondent", List.of(zero));
    }

    @Override
    public Chart chart() {
        return Chart.RANK;
    }

    @Override
    public List<String> remarks() {
        return pairs.remarks();
    }

    @Override
    public String inWords() {
        return pairs.inWords();
    }
}
