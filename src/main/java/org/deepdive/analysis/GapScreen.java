package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.ScreenTable.Screened;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.plot.Plot;
import org.deepdive.study.Variable;
import org.deepdive.table.TestTable;
import tech.tablesaw.api.Table;

/**
 * Where the significant gaps of a measure are: every breakdown of its study screened, ranked, in sentences and as a table.
 * Immutable; another adjustment asks anew. See {@link ScreenTable} for what is tested and how it is adjusted.
 */
public final class GapScreen implements Retraceable {

    private final Workspace workspace;
    private final Cleared<ScreenTable> cleared;

    private GapScreen(Workspace workspace, Cleared<ScreenTable> cleared) {
        this.workspace = workspace;
        this.cleared = cleared;
    }

    /**
     * The screen of a query's study.
     *
     * @param query the measure, its filters and waves; a breakdown is left out
     * @throws org.deepdive.study.InputException where the measure has no test, and where nothing may be shown
     */
    public static GapScreen of(Workspace workspace, Query query, Adjustment adjustment, Audience audience) {
        return new GapScreen(workspace, workspace.screen(query, adjustment, audience));
    }

    /** The cleared screen. */
    public Cleared<ScreenTable> cleared() {
        return cleared;
    }

    /** The same screen with another adjustment: {@code none}, {@code holm} or {@code bh}. */
    public GapScreen adjusted(String adjustment) {
        return of(workspace, screen().query(), Adjustment.read(adjustment), cleared.audience());
    }

    private ScreenTable screen() {
        return cleared.value();
    }

    /**
     * What was found in a breakdown.
     *
     * @param by the variable
     * @param sentence its largest significant gap, or the least improbable one, with the test
     * @param significant whether it is significant
     * @param gaps how many of its groups differ significantly from the rest
     * @param tests how many of its groups were tested
     * @param query the question whose plot shows the gap
     */
    public record Finding(Variable by, String sentence, boolean significant, int gaps, int tests, Query query) {}

    /** The breakdowns that were tested: those with significant gaps first, the largest gap first. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Screened screened : screen().screened()) {
            screened.foremost().ifPresent(row -> findings.add(finding(screened, row)));
        }
        return List.copyOf(findings);
    }

    /** The breakdowns with significant gaps, the largest gap first. */
    public List<Finding> gaps() {
        return findings().stream().filter(Finding::significant).toList();
    }

    private Finding finding(Screened screened, ComparisonRow row) {
        Query plain = screen().query();
        List<String> answers =
                row.answer().map(answer -> List.of(answer.code())).orElse(plain.answers());
        int gaps = screened.gaps().size();
        long tests = screened.rows().stream()
                .flatMap(r -> r.tested().stream())
                .filter(test -> !Double.isNaN(test.adjustedP()))
                .count();
        return new Finding(
                screened.by(),
                FindingWords.gap(screen(), row),
                gaps > 0,
                gaps,
                (int) tests,
                plain.answers(answers).by(List.of(screened.by().name())));
    }

    /** What the screen found as a whole, and over what its probabilities are adjusted. */
    public String summary() {
        int found = gaps().size();
        int all = screen().screened().size();
        String gaps = found == 0
                ? "None of " + all + " breakdowns has a significant gap"
                : found + " of " + all
                        + (found == 1 ? " breakdowns has a significant gap" : " breakdowns have significant gaps");
        return gaps + " at " + Math.round(100 * screen().level()) + "%. " + method();
    }

    private String method() {
        String tests = screen().tests() == 1 ? "the one test made" : "all " + screen().tests() + " tests made";
        String how = switch (screen().adjustment()) {
            case NONE -> ", not adjusted for there being several";
            case HOLM -> ", Holm-adjusted over " + tests + ", so whichever gap is picked, its probability holds";
            case BENJAMINI_HOCHBERG ->
                ", Benjamini-Hochberg-adjusted over " + tests
                        + ", so of the gaps called significant one in twenty may be chance";
        };
        return "Each group is compared with the rest of its breakdown" + how + ".";
    }

    /** What is withheld, in words; absent where nothing is. */
    public Optional<String> withheld() {
        int comparisons = screen().withheldComparisons();
        List<Variable> whole = screen().withheld();
        if (comparisons == 0 && whole.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (comparisons > 0) {
            parts.add(comparisons + (comparisons == 1 ? " comparison" : " comparisons"));
        }
        if (!whole.isEmpty()) {
            parts.add("the whole of " + whole.stream().map(Variable::label).collect(Collectors.joining(", ")));
        }
        return Optional.of("Withheld [c], and not counted among the tests: " + String.join(" and ", parts) + ".");
    }

    /** All comparisons as a table to print or export. */
    public TestTable table() {
        return TestTable.ofScreen(cleared);
    }

    /** All comparisons as a Tablesaw table. */
    public Table tablesaw() {
        return table().tablesaw();
    }

    /** A plot of each significant gap's breakdown, the largest gap first, with bases rounded as for anyone. */
    public List<Plot> plots() {
        return gaps().stream()
                .map(gap -> new Answer(workspace, workspace.answer(gap.query(), Audience.PUBLIC)).plot())
                .toList();
    }

    @Override
    public Doors doors() {
        return workspace.reachable(Doors.ofScreen(screen().query(), screen().adjustment()));
    }

    @Override
    public String toString() {
        List<String> sentences = new ArrayList<>(List.of(summary()));
        gaps().forEach(gap -> sentences.add(gap.by().label() + ": " + gap.sentence()));
        withheld().ifPresent(sentences::add);
        return table().text(sentences);
    }
}
