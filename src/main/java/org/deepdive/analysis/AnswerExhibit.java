package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Chart;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.Plot;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;
import org.deepdive.table.ResultTable;

/**
 * The answer to one query, as a plot and as a table.
 *
 * @param plot its plot
 */
public record AnswerExhibit(Plot plot) implements Exhibit {

    public AnswerExhibit {
        plot = plot.from(AnswerExhibit::new);
    }

    /** The exhibit of a cleared answer, in the chart that suits it best. */
    public static AnswerExhibit of(Cleared<EstimateTable> cleared) {
        return new AnswerExhibit(Plot.of(cleared));
    }

    /** The cleared answer. */
    public Cleared<EstimateTable> cleared() {
        return plot.cleared();
    }

    /** The query in canonical form. */
    public Query query() {
        return cleared().value().query();
    }

    /**
     * The part of a URL that shows this plot: the query's, and {@code chart=} where the chart is another than the result
     * chooses by itself.
     *
     * @param extension of another format, such as {@code .svg}; empty for the page
     */
    public String path(String extension) {
        return plot.isUsual() ? query().path(extension) : path(query(), extension, plot.kind());
    }

    /** The part of a URL that shows a query in a kind of chart. */
    public static String path(Query query, String extension, Chart chart) {
        String path = query.path(extension);
        return path + (path.contains("?") ? "&" : "?") + "chart=" + chart.word();
    }

    /** The answer as a table. */
    public ResultTable table() {
        return ResultTable.of(cleared());
    }

    @Override
    public String title() {
        return plot.title();
    }

    @Override
    public String subtitle() {
        return plot.subtitle();
    }

    @Override
    public Optional<Drawing> drawing() {
        return Optional.of(plot);
    }

    @Override
    public Set<DataLabel> labels() {
        return plot.labels();
    }

    @Override
    public String html() {
        return table().html();
    }

    @Override
    public String text() {
        return table().text();
    }

    @Override
    public String csv() {
        return table().csv();
    }

    @Override
    public String json() {
        return table().json();
    }

    @Override
    public List<DataSheet> sheets() {
        return List.of(table().sheet(title(), subtitle(), notes()));
    }

    @Override
    public Doors doors() {
        return Doors.of(query(), path(""));
    }

    @Override
    public List<Double> designEffects() {
        return effects(cleared().value().rows());
    }

    /** The design effects of rows that have one. */
    static List<Double> effects(List<EstimateRow> rows) {
        return rows.stream()
                .map(EstimateRow::cell)
                .filter(Cell.Estimate.class::isInstance)
                .map(cell -> ((Cell.Estimate) cell).deff())
                .filter(Double::isFinite)
                .toList();
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
