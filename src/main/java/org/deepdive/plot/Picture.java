package org.deepdive.plot;

import java.util.List;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.InputException;

/** What a chart shows, before anything is drawn: read once from a result, drawn as SVG and as a plotly specification. */
sealed interface Picture permits Picture.OfTable, Pairs {

    /** Sentences about what could not be drawn, or is drawn otherwise than a reader expects. */
    List<String> remarks();

    /** The values in words, for people who do not see the chart; no longer than a few sentences. */
    String inWords();

    /** A picture of a table of estimates. */
    sealed interface OfTable extends Picture permits Bars, Likert, Lines, Ranks {
        /** The kind of chart. */
        Chart chart();
    }

    /** The picture that suits a table best. */
    static OfTable of(EstimateTable table) {
        Grid grid = new Grid(table);
        if (Lines.suits(grid)) {
            return Lines.of(grid);
        }
        if (Ranks.suits(table)) {
            return Ranks.of(grid);
        }
        return Likert.suits(grid) ? Likert.of(grid) : Bars.of(grid);
    }

    /**
     * A picture of a kind.
     *
     * @throws InputException where the table cannot be drawn so
     */
    static OfTable of(EstimateTable table, Chart chart) {
        Grid grid = new Grid(table);
        return switch (chart) {
            case BARS -> Bars.of(grid);
            case LIKERT -> {
                require(Likert.isPossible(grid), table, "stacked bars need the distribution of one question");
                yield Likert.of(grid);
            }
            case LINE -> {
                require(Lines.isPossible(grid), table, "lines need a breakdown by wave and at most one other");
                yield Lines.of(grid);
            }
            case RANK -> {
                require(Ranks.suits(table), table, "ranks need the points of a question with ranked choices");
                yield Ranks.of(grid);
            }
        };
    }

    private static void require(boolean possible, EstimateTable table, String why) {
        if (!possible) {
            throw InputException.of(
                    "chart",
                    "The result cannot be drawn like this: " + why + ".",
                    table.query().text(),
                    "Draw it as bars, or let the result choose its chart.");
        }
    }
}
