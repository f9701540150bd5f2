package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.RatioComparison;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.Trend;
import org.deepdive.estimate.TrendRow;
import org.deepdive.estimate.TrendTable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;
import org.deepdive.table.TestText;

/**
 * Findings of tests as plain English, one sentence each: what was measured, then whom it is about, by how much with the
 * interval, and what the test says. Something is called higher, lower, risen or fallen only where the test supports it.
 */
public final class FindingWords {

    private static final int QUARTERS = 4;

    private final Measure measure;
    private final TestText text;
    private final double level;
    private final boolean ofWaves;
    private final boolean brief;

    private FindingWords(Measure measure, double level, boolean ofWaves) {
        this(measure, level, ofWaves, false);
    }

    private FindingWords(Measure measure, double level, boolean ofWaves, boolean brief) {
        this.measure = measure;
        this.ofWaves = ofWaves;
        this.brief = brief;
        this.text = TestText.of(measure);
        this.level = level;
    }

    /** The sentences of a family of comparisons, in its order. */
    public static List<String> of(ComparisonTable table) {
        FindingWords words = new FindingWords(
                table.measure(), table.plan().level(), table.compared().kind() == Variable.Kind.WAVE);
        String family = adjusted(table.plan().adjustment(), table.tests(), "comparisons");
        return table.rows().stream().map(row -> words.comparison(row, family)).toList();
    }

    /**
     * The sentences of a family of comparisons below a heading that says what is measured and how probabilities are
     * adjusted: each without either.
     */
    public static List<String> brief(ComparisonTable table) {
        FindingWords words = new FindingWords(
                table.measure(), table.plan().level(), table.compared().kind() == Variable.Kind.WAVE, true);
        return table.rows().stream()
                .map(row -> words.comparison(row, ""))
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))
                .toList();
    }

    /** The sentence of one gap of a screen that was tested, below a heading as that of {@link #brief}. */
    static String gap(ScreenTable screen, ComparisonRow row) {
        FindingWords words = new FindingWords(screen.measure(), screen.level(), false, true);
        return words.gap(row, row.tested().orElseThrow());
    }

    private String gap(ComparisonRow row, ComparisonRow.Tested test) {
        Comparison c = test.comparison();
        boolean significant = test.isSignificant(level);
        boolean turned = significant && !test.isHigher();
        return String.format(
                Locale.ROOT,
                "%s%s, %s against %s for the rest: %s%s%s (%s; %s).",
                topic(List.of(), row.answer()),
                row.first().label(),
                text.value(c.firstValue()),
                text.value(c.secondValue()),
                significant
                        ? text.change(Math.abs(c.difference()))
                        : "no significant difference, " + text.change(c.difference()),
                text.unit(),
                significant ? (turned ? " lower" : " higher") : "",
                interval(text.change(turned ? -c.high() : c.low()), text.change(turned ? -c.low() : c.high())),
                TestText.probability(test.adjustedP()));
    }

    /** The sentences of a table of trends, in its order. */
    public static List<String> of(TrendTable table) {
        FindingWords words = new FindingWords(table.measure(), table.level(), true);
        String family = adjusted(table.adjustment(), table.tests(), "trends");
        return table.rows().stream().map(row -> words.trend(table, row, family)).toList();
    }

    /** The sentence of a test of association. */
    public static String of(AssociationTest test, double level) {
        String what = inSentence(test.measure().label());
        String by = test.variable().label();
        String numbers = String.format(
                Locale.ROOT,
                "F = %s on %s and %s degrees of freedom, %s",
                TestText.ratio(test.f().statistic()),
                TestText.df(test.f().df()),
                TestText.df(test.f().denominatorDf()),
                TestText.probability(test.f().p()));
        return test.isSignificant(level)
                ? by + " and " + what + " are associated (Cramér's V " + TestText.ratio(test.cramersV()) + "; "
                        + numbers + ")."
                : "No significant association between " + by + " and " + what + " (" + numbers + ").";
    }

    private static String adjusted(Adjustment adjustment, int tests, String what) {
        if (adjustment == Adjustment.NONE || tests < 2) {
            return "";
        }
        String name = adjustment == Adjustment.HOLM ? "Holm" : "Benjamini-Hochberg";
        return ", " + name + "-adjusted over " + tests + " " + what;
    }

    private String comparison(ComparisonRow row, String family) {
        String topic = topic(row.within(), row.answer());
        String first = row.first().label();
        String second = row.second().map(Category::label).orElse("the rest");
        if (row.tested().isEmpty()) {
            return topic + first + " against " + second + ": withheld [c].";
        }
        ComparisonRow.Tested test = row.tested().get();
        Comparison c = test.comparison();
        if (Double.isNaN(c.firstValue()) || Double.isNaN(c.secondValue())) {
            return topic + "nobody in " + (Double.isNaN(c.firstValue()) ? first : second) + ", so " + first + " and "
                    + second + " cannot be compared.";
        }
        if (Double.isNaN(test.adjustedP())) {
            return topic + first + " " + text.value(c.firstValue()) + " against " + second + " "
                    + text.value(c.secondValue()) + ": no test is possible, because its standard error or degrees of"
                    + " freedom do not exist.";
        }
        String p = TestText.probability(test.adjustedP()) + family;
        return topic
                + (test.ratio().isPresent()
                        ? ratio(test, test.ratio().get(), first, second, p)
                        : difference(test, first, second, p));
    }

    private String difference(ComparisonRow.Tested test, String first, String second, String p) {
        Comparison c = test.comparison();
        if (!test.isSignificant(level)) {
            return String.format(
                    Locale.ROOT,
                    "no significant difference between %s (%s) and %s (%s): %s%s (%s; %s).",
                    first,
                    text.value(c.firstValue()),
                    second,
                    text.value(c.secondValue()),
                    text.change(c.difference()),
                    text.unit(),
                    interval(text.change(c.low()), text.change(c.high())),
                    p);
        }
        boolean higher = test.isHigher();
        return String.format(
                Locale.ROOT,
                "%s %s %s%s (%s) %s than %s, %s against %s; the difference is significant (%s).",
                first,
                ofWaves ? "is" : "are",
                text.change(Math.abs(c.difference())),
                text.unit(),
                interval(text.change(higher ? c.low() : -c.high()), text.change(higher ? c.high() : -c.low())),
                direction(higher),
                second,
                text.value(c.firstValue()),
                text.value(c.secondValue()),
                p);
    }

    private String direction(boolean higher) {
        if (text.share() && !ofWaves) {
            return higher ? "more likely" : "less likely";
        }
        return higher ? "higher" : "lower";
    }

    private String ratio(ComparisonRow.Tested test, RatioComparison r, String first, String second, String p) {
        Comparison c = test.comparison();
        String verdict = test.isSignificant(level) ? "the ratio is significant" : "the ratio is not significant";
        return String.format(
                Locale.ROOT,
                "%s %s %s times (%s) as %s as %s, %s against %s; %s (%s).",
                first,
                ofWaves ? "is" : "are",
                TestText.ratio(r.ratio()),
                interval(TestText.ratio(r.low()), TestText.ratio(r.high())),
                text.share() && !ofWaves ? "likely" : "high",
                second,
                text.value(c.firstValue()),
                text.value(c.secondValue()),
                verdict,
                p);
    }

    private String trend(TrendTable table, TrendRow row, String family) {
        String topic = topic(row.groups(), row.answer());
        if (row.trend().isEmpty()) {
            return topic + "the trend is withheld [c].";
        }
        Trend t = row.trend().get();
        if (Double.isNaN(row.adjustedP())) {
            return topic + "no trend can be tested, with respondents in " + t.waves()
                    + (t.waves() == 1 ? " wave." : " waves.");
        }
        String period = period(table);
        String p = TestText.probability(row.adjustedP()) + family;
        String unit = text.unit() + (isQuarterly(table) ? " a quarter" : " a wave");
        if (!row.isSignificant(level)) {
            return topic + "no significant linear trend" + period + ": " + text.step(t.slope()) + unit + " ("
                    + interval(text.step(t.low()), text.step(t.high())) + "; " + p + ").";
        }
        boolean rose = t.slope() > 0;
        return topic + (rose ? "rose" : "fell") + " by " + text.step(Math.abs(t.slope())) + unit + " ("
                + interval(text.step(rose ? t.low() : -t.high()), text.step(rose ? t.high() : -t.low())) + ")" + period
                + "; the linear trend is significant (" + p + ").";
    }

    private static String period(TrendTable table) {
        List<Category> waves = table.waves().stream()
                .filter(wave -> !table.empty().contains(wave))
                .toList();
        return " from " + waves.get(0).label() + " to "
                + waves.get(waves.size() - 1).label();
    }

    private static boolean isQuarterly(TrendTable table) {
        return table.waves().size() >= QUARTERS
                && table.waves().stream().allMatch(wave -> wave.code().matches(".*[0-9]{4}_?Q[1-4]"));
    }

    /** What is measured and within which group, with a colon: everything the rest of the sentence is about. */
    private String topic(List<Category> within, Optional<Category> answer) {
        String group = within.stream().map(Category::label).collect(Collectors.joining(", "));
        String among = group.isEmpty() ? "" : "among " + group;
        List<String> parts = new ArrayList<>();
        if (brief) {
            answer.map(Category::label).ifPresent(parts::add);
        } else {
            parts.add(measure.label() + answer.map(a -> ": " + a.label()).orElse(""));
        }
        if (!among.isEmpty()) {
            parts.add(among);
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ": ";
    }

    private String interval(String low, String high) {
        return Math.round(100 * level) + "% interval " + low + " to " + high;
    }

    /** A label that starts a sentence, inside one: abbreviations and names keep their capital. */
    static String inSentence(String label) {
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }
}
