package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.plot.Plot;
import org.deepdive.table.TestTable;
import tech.tablesaw.api.Table;

/**
 * A family of comparisons: what may be shown of it as table, sentences and text. Immutable; what changes the plan asks
 * anew.
 */
public final class Differences implements Retraceable {

    /** With more rows than this the text has no sentences: the table says the same in less room. */
    private static final int MOST_SENTENCES = 12;

    private final Workspace workspace;
    private final Cleared<ComparisonTable> cleared;

    private Differences(Workspace workspace, Cleared<ComparisonTable> cleared) {
        this.workspace = workspace;
        this.cleared = cleared;
    }

    /** The comparisons of a query's groups or waves, for the holder of the data. */
    public static Differences of(Workspace workspace, Query query, ComparisonPlan plan) {
        return new Differences(workspace, workspace.comparisons(query, plan, Audience.HOLDER));
    }

    /** The cleared comparisons. */
    public Cleared<ComparisonTable> cleared() {
        return cleared;
    }

    /** The comparisons, one a row. */
    public List<ComparisonRow> rows() {
        return cleared.value().rows();
    }

    /** The same comparisons as ratios, such as 1.3 times as likely. */
    public Differences ratios() {
        return again(plan().ratios());
    }

    /** The same comparisons with another adjustment: {@code none}, {@code holm} or {@code bh}. */
    public Differences adjusted(String adjustment) {
        return again(plan().adjusted(Adjustment.read(adjustment)));
    }

    /** The same comparisons at another confidence level, such as 0.9. */
    public Differences at(double level) {
        return again(plan().at(level));
    }

    /** The same comparisons of waves, each pooled with those before it. */
    public Differences rolling(int waves) {
        return again(plan().rolling(waves));
    }

    private ComparisonPlan plan() {
        return cleared.value().plan();
    }

    private Differences again(ComparisonPlan plan) {
        return new Differences(workspace, workspace.comparisons(cleared.value().query(), plan, cleared.audience()));
    }

    /** One sentence a comparison. */
    public List<String> sentences() {
        return FindingWords.of(cleared.value());
    }

    /** The comparisons as a table to print or export. */
    public TestTable table() {
        return TestTable.ofComparisons(cleared);
    }

    /** The comparisons as a Tablesaw table. */
    public Table tablesaw() {
        return table().tablesaw();
    }

    /** What is compared, as a plot of its estimates, with bases rounded as for anyone. It knows this question. */
    public Plot plot() {
        Plot plot = Plot.of(workspace.answer(cleared.value().query(), Audience.PUBLIC));
        return plot.from(drawn -> origin(new AnswerExhibit(drawn).doors().path()));
    }

    private Shareable origin(Optional<String> path) {
        Doors own = doors();
        return () -> workspace.reachable(new Doors(path, own.text(), own.cli(), own.java()));
    }

    @Override
    public Doors doors() {
        return workspace.reachable(Doors.of(cleared.value().query(), plan()));
    }

    @Override
    public String toString() {
        List<String> sentences = sentences();
        return table().text(sentences.size() > MOST_SENTENCES ? List.of(summary()) : sentences);
    }

    private String summary() {
        long significant = rows().stream()
                .flatMap(row -> row.tested().stream())
                .filter(test -> test.isSignificant(plan().level()))
                .count();
        return significant + " of " + cleared.value().tests() + " comparisons are significant at "
                + Math.round(100 * plan().level()) + "%.";
    }
}
