package org.deepdive.plot;

import java.util.ArrayList;
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

    /** The kinds of chart that a table can be drawn as, the one that suits it best first. */
    static List<Chart> kinds(Grid grid) {
        Chart usual = usual(grid);
        List<Chart> kinds = new ArrayList<>(List.of(usual));
        for (Chart chart : Chart.values()) {
            if (chart != usual && isPossible(grid, chart)) {
                kinds.add(chart);
            }
        }
        return kinds;
    }

    private static Chart usual(Grid grid) {
        if (Lines.suits(grid)) {
            return Chart.LINE;
        }
        if (Ranks.suits(grid.table())) {
            return Chart.RANK;
        }
        return Likert.suits(grid) ? Chart.LIKERT : Chart.BARS;
    }

    private static boolean isPossible(Grid grid, Chart chart) {
        return switch (chart) {
            case BARS -> true;
            case LIKERT -> Likert.isPossible(grid);
            case LINE -> Lines.isPossible(grid);
            case RANK -> Ranks.suits(grid.table());
        };
    }

    /** A picture of a kind that is possible. */
    static OfTable of(Grid grid, Chart chart) {
        return switch (chart) {
            case BARS -> Bars.of(grid);
            case LIKERT -> Likert.of(grid);
            case LINE -> Lines.of(grid);
            case RANK -> Ranks.of(grid);
        };
    }

    /**
     * A picture of a kind.
     *
     * @throws InputException where the table cannot be drawn so
     */
    static OfTable of(EstimateTable table, Chart chart) {
        Grid grid = new Grid(table);
        if (!isPossible(grid, chart)) {
            throw InputException.of(
                    "chart",
                    "The result cannot be drawn like this: " + needs(chart) + ".",
                    table.query().text(),
                    "Draw it as bars, or let the result choose its chart.");
        }
        return of(grid, chart);
    }

    private static String needs(Chart chart) {
        return switch (chart) {
            case BARS -> "bars need nothing";
            case LIKERT -> "stacked bars need the distribution of one question";
            case LINE -> "lines need a breakdown by wave and at most one other";
            case RANK -> "ranks need the points of a question with ranked choices";
        };
    }
}
