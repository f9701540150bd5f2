package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Comparison;
import org.deepdive.plot.GapPlot;

/**
 * Gaps between the same two groups in several things, as sentences: something is called higher or lower only where its gap
 * is significant, Holm-adjusted over the rows of the exhibit that could be tested.
 *
 * <p>The rows' labels are read as what is higher or lower, such as {@code Trust}.
 */
final class GapFindings {

    private final GapExhibit exhibit;
    private final String among;
    private final String first;
    private final String second;
    private final String together;

    /**
     * @param among the word before a group, such as "among" people or "in" a wave
     * @param first the first group, inside a sentence
     * @param second the second
     * @param together all rows in a few words, as a sentence begins and with a plural verb, such as "Trust and confidence"
     */
    GapFindings(GapExhibit exhibit, String among, String first, String second, String together) {
        this.exhibit = exhibit;
        this.among = among;
        this.first = first;
        this.second = second;
        this.together = together;
    }

    GapExhibit exhibit() {
        return exhibit;
    }

    /** What is significantly higher or lower in the first group, or that nothing is. */
    String headline() {
        List<Integer> higher = rows(row -> sign(row) > 0);
        List<Integer> lower = rows(row -> sign(row) < 0);
        if (!higher.isEmpty() && !lower.isEmpty()) {
            return is(higher, "higher") + ", " + FindingWords.inSentence(named(lower)) + " lower";
        }
        if (!higher.isEmpty() || !lower.isEmpty()) {
            List<Integer> one = higher.isEmpty() ? lower : higher;
            return is(one, higher.isEmpty() ? "lower" : "higher")
                    + (one.size() == 1 ? " (" + values(one.get(0)) + ")" : "");
        }
        List<Integer> tested = tested();
        return tested.isEmpty()
                ? named(rows(row -> true)) + ": too few answered to compare " + first + " and " + second + " [c]"
                : named(tested) + ": no significant difference between " + first + " and " + second;
    }

    private List<Integer> tested() {
        return rows(row -> gap(row).test().isPresent());
    }

    private String is(List<Integer> rows, String direction) {
        return named(rows) + (rows.size() == 1 ? " is " : " are ") + direction + " " + among + " " + first + " than "
                + second;
    }

    private String named(List<Integer> rows) {
        return rows.size() == exhibit.plot().gaps().size() && rows.size() > 1
                ? together
                : Phrases.and(Phrases.shortened(
                        rows.stream().map(row -> gap(row).label()).toList()));
    }

    /** Every row with its values and its test, in one paragraph. */
    String paragraph() {
        List<String> sentences = new ArrayList<>();
        for (int row = 0; row < exhibit.plot().gaps().size(); row++) {
            sentences.add(sentence(row));
        }
        return String.join("; ", sentences) + "." + tests();
    }

    /** How the rows were tested; a row whose test is withheld is none of the family. */
    private String tests() {
        return switch (tested().size()) {
            case 0 -> "";
            case 1 -> " Design-based t test.";
            default -> " Design-based t tests, Holm-adjusted over the " + tested().size() + " rows tested.";
        };
    }

    private String sentence(int row) {
        if (gap(row).test().isEmpty()) {
            return gap(row).label() + " [c]";
        }
        Comparison test = gap(row).test().map(Cleared::value).orElseThrow();
        String p = Comparison.probability(exhibit.plot().adjusted().get(row));
        if (sign(row) == 0) {
            return gap(row).label() + " " + values(row) + ", no significant difference (" + p + alone(test) + ")";
        }
        return String.format(
                Locale.ROOT,
                "%s %s, %.1f points %s (95%% interval %.1f to %.1f; %s)",
                gap(row).label(),
                values(row),
                100 * Math.abs(test.difference()),
                sign(row) > 0 ? "higher" : "lower",
                100 * Math.min(Math.abs(test.low()), Math.abs(test.high())),
                100 * Math.max(Math.abs(test.low()), Math.abs(test.high())),
                p);
    }

    /** What a test that adjusting takes away would say by itself. */
    private static String alone(Comparison test) {
        return test.isSignificant() ? "; by itself " + test.probability() : "";
    }

    /** Both values of a row, such as "46% v 59%"; only where its test is not withheld. */
    String values(int row) {
        Comparison test = gap(row).test().map(Cleared::value).orElseThrow();
        return Editor.percent(test.firstValue()) + " v " + Editor.percent(test.secondValue());
    }

    /** 1 where the first group is significantly higher, −1 where it is significantly lower, else 0. */
    int sign(int row) {
        return exhibit.plot().isSignificant(row)
                ? (int) Math.signum(gap(row).test().orElseThrow().value().difference())
                : 0;
    }

    /** How many rows there are. */
    int size() {
        return exhibit.plot().gaps().size();
    }

    /** How many rows have a sign, see {@link #sign}. */
    int count(int sign) {
        return rows(row -> sign(row) == sign).size();
    }

    private GapPlot.Gap gap(int row) {
        return exhibit.plot().gaps().get(row);
    }

    private List<Integer> rows(IntPredicate wanted) {
        return IntStream.range(0, exhibit.plot().gaps().size())
                .filter(wanted)
                .boxed()
                .toList();
    }
}
