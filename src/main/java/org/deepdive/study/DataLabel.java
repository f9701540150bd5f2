package org.deepdive.study;

import java.util.Locale;
import java.util.stream.Stream;

/** What numbers were computed from. Every result carries one, and everything that shows a result prints it. */
public enum DataLabel {
    /** Invented respondents. */
    PRACTICE("Practice data", "Invented respondents, calibrated to published figures. Not evidence about anyone."),
    /** The respondents of a survey. */
    REAL("Survey data", "Answers of the survey's respondents."),
    /** Counts and scores that the source itself published. */
    PUBLISHED("Published counts", "Counts and chart scores as the source published them.");

    /** What each identifier of an invented respondent starts with. */
    public static final String PRACTICE_ID = "PRACTICE-";

    /** The column by which a file of invented respondents says so: the code of {@link #PRACTICE} in every row. */
    public static final String COLUMN = "data_label";

    private final String title;
    private final String explanation;

    DataLabel(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** The label for programs: {@code practice}, {@code real} or {@code published}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The label of a {@link #code()}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static DataLabel ofCode(String code) {
        return Stream.of(values())
                .filter(label -> label.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no data label \"" + code + "\""));
    }

    /** Two words for a badge. */
    public String title() {
        return title;
    }

    /** One or two sentences for a caption. */
    public String explanation() {
        return explanation;
    }
}
