package org.deepdive.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Estimates;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.table.TestTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deepdive compare}. */
@Command(
        name = "compare",
        description = {
            "Tests differences by design-based t tests: of two groups, of all groups of a breakdown, or of waves.",
            "",
            "--group and --than compare two groups, which may overlap; without --than, the second is everybody.",
            "--by compares all groups of a breakdown: every pair, or each with the rest or with one of them; of two",
            "breakdowns the groups of the last, within those of the first. Probabilities are adjusted over the family.",
            ""
        },
        footer = {
            "",
            "Example: women students against men students",
            "  deepdive compare pcss unsafe_local --where student=yes --group sex=female --than sex=male \\",
            "      --waves 2021Q2..2023Q2",
            "Example: every pair of ages, and each district against the rest of the area",
            "  deepdive compare pcss safe_local --by age_band --adjust bh",
            "  deepdive compare pcss safe_local --by district --complement",
            "Example: how many times as likely as women to feel safe",
            "  deepdive compare pcss safe_local --by sex --reference female --ratio",
            "Example: each quarter against the year before, rolling years one after another, and the trend",
            "  deepdive compare pcss safe_local --over-time year",
            "  deepdive compare pcss safe_local --rolling 4 --over-time",
            "  deepdive compare pcss safe_local --trend --by sex",
            "Example: whether feelings of safety go with age",
            "  deepdive compare pcss safe_local_scale --by age_band --association"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private QueryOptions question;

    @Mixin
    private DataOptions files;

    @Option(
            names = "--group",
            split = ",",
            paramLabel = "VARIABLE=CODE",
            description = "The first of two groups, within --where.")
    private List<String> group = List.of();

    @Option(
            names = "--than",
            split = ",",
            paramLabel = "VARIABLE=CODE",
            description = "The second group, within --where. Default: everybody there.")
    private List<String> than = List.of();

    @Mixin
    private ComparisonOptions family;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Override
    public Integer call() {
        boolean twoGroups = !group.isEmpty() || !than.isEmpty();
        question.query()
                .choices()
                .interval()
                .filter(kind -> !family.givesEstimates())
                .ifPresent(kind -> {
                    throw InputException.of(
                            "interval",
                            "--interval says how the interval of an estimate is made; that of a difference is its t"
                                    + " test's.",
                            kind.word(),
                            "Leave it out.");
                });
        if (family.isAsked(twoGroups, question.query())) {
            System.out.print(family.answer(files.open(question.study()), question.query(), format));
            return ExitCodes.OK;
        }
        Query first = question.query(group);
        Query second = question.query(than);
        Workspace workspace = files.open(question.study());
        Cleared<Comparison> cleared = workspace.compare(first, second, Audience.HOLDER);
        Estimates data = workspace.estimates(first.study());
        TestTable table = TestTable.ofTwoGroups(cleared, data.study(), data.label());
        System.out.print(
                switch (format) {
                    case text -> text(cleared.value(), data);
                    case csv -> table.csv();
                    case json -> table.json() + "\n";
                });
        return ExitCodes.OK;
    }

    private static String text(Comparison c, Estimates data) {
        Measure measure = data.study().measure(c.first().measure());
        double scale = measure.isShare() ? 100 : 1;
        String unit = measure.isShare() ? " percentage points" : "";
        return measure.label() + ". " + data.study().title() + ".\n"
                + data.label().title() + ": " + data.label().explanation() + "\n\n"
                + side("first", c.first(), scale * c.firstValue(), c.firstBase())
                + side("second", c.second(), scale * c.secondValue(), c.secondBase())
                + String.format(
                        Locale.ROOT,
                        "%nDifference %.2f%s, 95%% interval %.2f to %.2f%n"
                                + "t = %.3f on %.0f degrees of freedom, %s: %s at 95%%%n",
                        scale * c.difference(),
                        unit,
                        scale * c.low(),
                        scale * c.high(),
                        c.t(),
                        c.df(),
                        c.probability(),
                        c.isSignificant() ? "significant" : "not significant");
    }

    private static String side(String name, Query query, double value, int base) {
        String group = query.whereText().isEmpty() ? "everybody" : query.whereText();
        return String.format(Locale.ROOT, "  %-7s %-50s %8.2f   base %,d%n", name, group, value, base);
    }
}
