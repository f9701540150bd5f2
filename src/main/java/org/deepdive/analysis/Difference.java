package org.deepdive.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Query;
import org.deepdive.plot.GapPlot;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/**
 * The difference of two groups of one survey, with its design-based test, its words, and what it was computed from.
 *
 * @param study the study that was asked
 * @param label what the numbers were computed from
 * @param test the cleared difference and its t test
 * @param workspace where it was asked, which a plot is drawn from; absent for words alone
 */
public record Difference(Study study, DataLabel label, Comparison test, Optional<Workspace> workspace)
        implements Shareable {

    private static final String EVERYONE = "Everyone";
    private static final Collector<CharSequence, ?, String> OR = Collectors.joining(" or ");

    /** A difference for its words alone, which has no plot. */
    public Difference(Study study, DataLabel label, Comparison test) {
        this(study, label, test, Optional.empty());
    }

    /** Whether the values are shares, whose difference is in percentage points. */
    public boolean isShare() {
        return study.measure(test.first().measure()).isShare()
                && study.measure(test.second().measure()).isShare();
    }

    /** Whether the test rejects "no difference" at its level. */
    public boolean isSignificant() {
        return test.isSignificant();
    }

    /** What is compared, in words: the measure, or both where they differ. */
    public String title() {
        String first = measure(test.first());
        String second = measure(test.second());
        return first.equals(second) ? first : first + ", less: " + second;
    }

    /** What tells the first group from the second, such as {@code Women}. */
    public String firstGroup() {
        return group(test.first(), test.second());
    }

    /** What tells the second group from the first. */
    public String secondGroup() {
        return group(test.second(), test.first());
    }

    /** Whom both groups are part of: the filters and the period that they share, such as {@code Students, 2021Q2 to 2023Q2}. */
    public String among() {
        String filters = filters(test.first(), e -> shared(e, test.second()));
        Optional<String> period = test.first().waves().equals(test.second().waves())
                ? test.first().waves().map(w -> w.text().replace("..", " to "))
                : Optional.empty();
        return period.map(p -> filters.isEmpty() ? p : filters + ", " + p)
                .orElse(filters.isEmpty() ? study.population() : filters);
    }

    /** The finding as one sentence, which calls a difference one only where the test supports it. */
    public String sentence() {
        String verdict = isSignificant() ? "a difference of " : "no significant difference: ";
        return String.format(
                Locale.ROOT,
                "%s %s against %s %s: %s%s (95%% interval %s to %s, %s).",
                firstGroup(),
                value(test.firstValue()),
                secondGroup().equals(EVERYONE) ? "everyone" : secondGroup(),
                value(test.secondValue()),
                verdict,
                isShare() ? number(test.difference()) + " percentage points" : number(test.difference()),
                number(test.low()),
                number(test.high()),
                test.probability());
    }

    /** A value with one decimal, as a percentage where it is a share. */
    public String value(double value) {
        return isShare() ? number(value) + "%" : number(value);
    }

    /** A difference or an end of its interval: percentage points with one decimal, scores with two. */
    public String number(double value) {
        return Double.isNaN(value)
                ? "[x]"
                : String.format(Locale.ROOT, isShare() ? "%.1f" : "%.2f", isShare() ? 100 * value : value);
    }

    /**
     * Both values with their intervals as a plot, with bases rounded as for anyone. It knows this question.
     *
     * @throws InputException where a side may not be shown to everyone
     */
    public GapPlot plot() {
        Workspace asked = workspace.orElseThrow(() -> InputException.of(
                "no-plot",
                "This difference was made for its words alone.",
                title(),
                "Ask it with .minus(...), which gives one that can be drawn."));
        return GapExhibit.of(asked, question()).plot().from(plot -> this);
    }

    @Override
    public Doors doors() {
        Doors doors = Doors.of(question());
        return workspace.map(asked -> asked.reachable(doors)).orElse(doors);
    }

    private GapQuestion question() {
        String title = cut(title(), GapQuestion.LONGEST_TITLE);
        return new GapQuestion(
                title,
                "Measure",
                cut(firstGroup(), GapQuestion.LONGEST_NAME),
                cut(secondGroup(), GapQuestion.LONGEST_NAME),
                List.of(new GapQuestion.Row(cut(title, GapQuestion.LONGEST_NAME), test.first(), test.second())));
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    @Override
    public String toString() {
        return title() + " (" + among() + ")\n" + sentence() + "\n" + label.title() + ". " + label.explanation();
    }

    private String measure(Query query) {
        Measure measure = study.measure(query.measure());
        if (query.answers().isEmpty()) {
            return measure.label();
        }
        return measure.label() + ": "
                + query.answers().stream().map(a -> answer(measure, a)).collect(OR);
    }

    private String answer(Measure measure, String code) {
        return measure instanceof Measure.OfRespondents asked
                ? study.codebook().variable(asked.variable()).category(code).label()
                : code;
    }

    private String group(Query own, Query other) {
        String filters = filters(own, e -> !shared(e, other));
        String waves = own.waves().equals(other.waves())
                ? ""
                : own.waves().map(w -> w.text().replace("..", " to ")).orElse("all waves");
        String group =
                List.of(filters, waves).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        if (!group.isEmpty()) {
            return group;
        }
        return measure(own).equals(measure(other))
                ? EVERYONE
                : study.measure(own.measure()).shortLabel();
    }

    private String filters(Query query, Predicate<Map.Entry<String, List<String>>> wanted) {
        return FilterWords.of(study, query, wanted);
    }

    private static boolean shared(Map.Entry<String, List<String>> filter, Query other) {
        return filter.getValue().equals(other.where().get(filter.getKey()));
    }
}
