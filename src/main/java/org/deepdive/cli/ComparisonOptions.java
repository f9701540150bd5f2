package org.deepdive.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.analysis.Association;
import org.deepdive.analysis.Differences;
import org.deepdive.analysis.GapScreen;
import org.deepdive.analysis.Trends;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.InputException;
import org.deepdive.table.ResultTable;
import org.deepdive.table.TestTable;
import picocli.CommandLine.Option;

/** Which family of comparisons is asked for: of the groups of a breakdown, or of waves. */
final class ComparisonOptions {

    @Option(names = "--pairs", description = "Every pair of groups of --by. The default with --by.")
    private boolean pairs;

    @Option(names = "--complement", description = "Each group of --by against the rest of them.")
    private boolean complement;

    @Option(names = "--reference", paramLabel = "CODE", description = "Each other group of --by against this one.")
    private Optional<String> reference = Optional.empty();

    @Option(
            names = "--along",
            paramLabel = "VARIABLE",
            description = "Which of two breakdowns' groups are compared. Default: the last.")
    private Optional<String> along = Optional.empty();

    @Option(
            names = "--over-time",
            arity = "0..1",
            fallbackValue = "previous",
            paramLabel = "WITH",
            description = "Each wave against the previous one, or the same a year before (year); or the latest against"
                    + " the first (first). Default: previous.")
    private Optional<String> overTime = Optional.empty();

    @Option(
            names = "--rolling",
            paramLabel = "WAVES",
            description = "Estimates that each pool so many waves; with --over-time, these are compared.")
    private Optional<Integer> rolling = Optional.empty();

    @Option(names = "--trend", description = "The linear trend over waves, in each group of --by.")
    private boolean trend;

    @Option(names = "--association", description = "Whether the groups of --by and the answers are associated.")
    private boolean association;

    @Option(
            names = "--screen",
            description = "Every breakdown of the study, each group against the rest, ranked by its largest gap.")
    private boolean screen;

    @Option(names = "--ratio", description = "Ratios, such as 1.3 times as likely, in place of differences.")
    private boolean ratio;

    @Option(
            names = "--adjust",
            paramLabel = "METHOD",
            description = "How probabilities are adjusted over the family: holm, bh or none. Default: holm.")
    private Optional<String> adjust = Optional.empty();

    /**
     * Whether a family is asked for, and not two groups.
     *
     * @throws InputException where both are, or neither is
     */
    boolean isAsked(boolean twoGroups, Query query) {
        List<String> given = given();
        boolean family = !given.isEmpty() || !twoGroups && !query.by().isEmpty();
        if (family && twoGroups) {
            throw InputException.of(
                    "two-comparisons",
                    "--group and --than compare two groups; " + given.get(0) + " compares a family.",
                    given.get(0),
                    "Leave one of them out.");
        }
        if (!family && !twoGroups) {
            throw InputException.of(
                    "nothing-to-compare",
                    "The command does not say what is compared.",
                    query.text(),
                    "Add --by and a variable for its groups, --group for one group, or --over-time for waves.");
        }
        return family;
    }

    /** The options of families that were given. */
    private List<String> given() {
        List<String> given = new ArrayList<>(modes());
        rolling.ifPresent(waves -> given.add("--rolling"));
        along.ifPresent(variable -> given.add("--along"));
        adjust.ifPresent(method -> given.add("--adjust"));
        if (ratio) {
            given.add("--ratio");
        }
        return given;
    }

    private List<String> modes() {
        List<String> modes = new ArrayList<>();
        if (pairs) {
            modes.add("--pairs");
        }
        if (complement) {
            modes.add("--complement");
        }
        reference.ifPresent(code -> modes.add("--reference"));
        overTime.ifPresent(word -> modes.add("--over-time"));
        if (trend) {
            modes.add("--trend");
        }
        if (association) {
            modes.add("--association");
        }
        if (screen) {
            modes.add("--screen");
        }
        return modes;
    }

    /** Whether estimates of rolling windows are asked for, and no comparison of them. */
    boolean givesEstimates() {
        return rolling.isPresent() && overTime.isEmpty();
    }

    /** The answer as it is printed. */
    String answer(Workspace workspace, Query query, Format format) {
        requireFit();
        Adjustment adjustment = adjust.map(Adjustment::read).orElse(Adjustment.HOLM);
        if (trend) {
            Trends trends = new Trends(workspace.trends(query, adjustment, Audience.HOLDER));
            return printed(trends.table(), trends.toString(), format);
        }
        if (association) {
            Association test = new Association(workspace.association(query, Audience.HOLDER));
            return printed(test.table(), test.toString(), format);
        }
        if (screen) {
            requireNoBreakdown(query);
            GapScreen gaps = GapScreen.of(workspace, query, adjustment, Audience.HOLDER);
            return printed(gaps.table(), gaps.toString(), format);
        }
        if (givesEstimates()) {
            return printed(ResultTable.of(workspace.rolling(query, rolling.get(), Audience.HOLDER)), format);
        }
        Differences differences = Differences.of(workspace, query, plan().adjusted(adjustment));
        return printed(differences.table(), differences.toString(), format);
    }

    /** Options that say nothing together are refused, and not passed over. */
    private void requireFit() {
        List<String> modes = modes();
        if (modes.size() > 1) {
            throw notTogether(modes.get(0), modes.get(1));
        }
        String mode = modes.isEmpty() ? "" : modes.get(0);
        boolean alone = trend || association || screen;
        if (rolling.isPresent() && !mode.isEmpty() && overTime.isEmpty()) {
            throw notTogether(mode, "--rolling");
        }
        if (ratio && (alone || rolling.isPresent() && overTime.isEmpty())) {
            throw notTogether(alone ? mode : "--rolling", "--ratio");
        }
        if (adjust.isPresent() && (association || rolling.isPresent() && overTime.isEmpty())) {
            throw notTogether(association ? mode : "--rolling", "--adjust");
        }
        if (along.isPresent() && (alone || overTime.isPresent() || rolling.isPresent())) {
            throw notTogether(alone || overTime.isPresent() ? mode : "--rolling", "--along");
        }
    }

    private static void requireNoBreakdown(Query query) {
        if (!query.by().isEmpty()) {
            throw InputException.of(
                    "two-comparisons",
                    "--screen looks through every breakdown, so --by has no place beside it.",
                    String.join(",", query.by()),
                    "Leave --by out, or --screen.");
        }
    }

    private static InputException notTogether(String one, String other) {
        return InputException.of(
                "two-comparisons", one + " and " + other + " do not go together.", other, "Leave one of them out.");
    }

    private ComparisonPlan plan() {
        ComparisonPlan plan = reference
                .map(ComparisonPlan::reference)
                .or(() -> overTime.map(ComparisonPlan::overTime))
                .orElse(complement ? ComparisonPlan.complement() : ComparisonPlan.pairs());
        plan = along.isPresent() ? plan.along(along.get()) : plan;
        plan = rolling.isPresent() ? plan.rolling(rolling.get()) : plan;
        return ratio ? plan.ratios() : plan;
    }

    private static String printed(TestTable table, String text, Format format) {
        return switch (format) {
            case text -> text;
            case csv -> table.csv();
            case json -> table.json() + "\n";
        };
    }

    private static String printed(ResultTable table, Format format) {
        return switch (format) {
            case text -> table.text();
            case csv -> table.csv();
            case json -> table.json();
        };
    }
}
