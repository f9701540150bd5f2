package org.deepdive.plot;

import java.util.Arrays;
import java.util.Locale;
import org.deepdive.study.InputException;

/** The kinds of chart. */
public enum Chart {
    /** Horizontal bars from zero, one for each group and answer, with intervals where the values are estimates. */
    BARS("Bar chart"),
    /** One stacked bar of 100% for each group: the shares of the answers in codebook order, and their net. */
    LIKERT("Stacked bar chart"),
    /** Lines over the waves of a tracker, each with the band of its intervals. */
    LINE("Line chart"),
    /** A point for the points per respondent of each answer, in rank order, over the shares that can have chosen it. */
    RANK("Ranked dot plot");

    private final String title;

    Chart(String title) {
        this.title = title;
    }

    /** Its name in alternative texts. */
    public String title() {
        return title;
    }

    /** The word that {@link #read} reads, as in addresses: {@code bars}, {@code likert}, {@code line} or {@code rank}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a kind's word.
     *
     * @throws InputException for another word, with the nearest
     */
    public static Chart read(String word) {
        return Arrays.stream(values())
                .filter(chart -> chart.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "chart", word, Arrays.stream(values()).map(Chart::word).toList()));
    }
}
