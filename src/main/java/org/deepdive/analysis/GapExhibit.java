package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.plot.Drawing;
import org.deepdive.plot.GapPlot;
import org.deepdive.study.DataLabel;
import org.deepdive.table.DataSheet;
import org.deepdive.table.HtmlTable;

/**
 * Gaps between two groups, one row a measure or a further group, each with its design-based test.
 *
 * @param plot the gaps as a plot
 * @param question what was asked, in canonical form
 */
public record GapExhibit(GapPlot plot, GapQuestion question) implements Exhibit {

    private static final CellText COUNT = new CellText(CellText.Unit.COUNT);

    public GapExhibit {
        plot = plot.from(drawn -> new GapExhibit(drawn, question));
    }

    /**
     * The answer to a question about gaps, as anyone may see it; the test of a row is absent where it is withheld.
     *
     * @throws org.deepdive.study.InputException where the study cannot answer, or withholds a whole query
     */
    public static GapExhibit of(Workspace workspace, GapQuestion question) {
        return new Editor(workspace).gaps(question);
    }

    /** The name of the first group. */
    public String first() {
        return question.first();
    }

    /** The name of the second group. */
    public String second() {
        return question.second();
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

    private HtmlTable table() {
        DataLabel label = plot.gaps().get(0).first().value().label();
        HtmlTable table = new HtmlTable(title() + ". " + subtitle() + ".")
                .label(label.title() + ": " + label.explanation())
                .words(question.of())
                .numbers(first(), "Interval", "Base", second(), "Interval", "Base", "Difference", "Interval", "p")
                .note("Differences are the first less the second, in percentage points for shares, with 95% intervals;"
                        + " p of the design-based t test, Holm-adjusted over the rows.");
        for (int i = 0; i < plot.gaps().size(); i++) {
            GapPlot.Gap gap = plot.gaps().get(i);
            List<String> cells = new ArrayList<>(List.of(gap.label()));
            cells.addAll(side(gap.first().value()));
            cells.addAll(side(gap.second().value()));
            cells.addAll(tested(gap, plot.adjusted().get(i)));
            table.row(cells);
        }
        return table;
    }

    private static List<String> side(EstimateTable table) {
        CellText text = CellText.of(table.measure());
        Cell cell = table.rows().get(0).cell();
        return List.of(
                text.marked(cell), text.interval(cell), cell instanceof Cell.Estimate e ? COUNT.of(e.base()) : "");
    }

    private static List<String> tested(GapPlot.Gap gap, double adjusted) {
        if (gap.test().isEmpty()) {
            return List.of("[c]", "", "");
        }
        Comparison test = gap.test().get().value();
        double scale = gap.first().value().measure().isShare() ? 100 : 1;
        String probability =
                Comparison.probability(adjusted).replace("p = ", "").replace("p < ", "< ");
        return List.of(
                number(scale * test.difference()),
                number(scale * test.low()) + " to " + number(scale * test.high()),
                probability);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace("-", "−");
    }

    @Override
    public String csv() {
        return new GapData(this).csv();
    }

    @Override
    public String json() {
        return new GapData(this).json();
    }

    @Override
    public List<DataSheet> sheets() {
        return List.of(new GapData(this).sheet());
    }

    @Override
    public Doors doors() {
        return Doors.of(question);
    }

    @Override
    public List<Double> designEffects() {
        return plot.gaps().stream()
                .flatMap(gap -> Stream.of(gap.first(), gap.second()))
                .flatMap(side -> AnswerExhibit.effects(side.value().rows()).stream())
                .toList();
    }

    /** The numbers as {@link #text()} has them, for wherever nothing but text is shown. */
    @Override
    public String toString() {
        return text();
    }
}
