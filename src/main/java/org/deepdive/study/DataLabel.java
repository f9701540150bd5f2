package org.deepdive.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What numbers were computed from. Every result carries one, and everything that shows a result prints it. */
public enum DataLabel {
    /** Invented respondents of a study whose figures were published: they stand in for those of the real file. */
    PRACTICE("Practice data", "Invented respondents, calibrated to published figures. Not evidence about anyone."),
    /** Other invented respondents, such as of a researcher's own trial file. */
    INVENTED("Invented data", "Invented respondents. Not evidence about anyone."),
    /** The respondents of a survey. */
    REAL("Survey data", "Answers of the survey's respondents."),
    /** Counts and scores that the source itself published. */
    PUBLISHED("Published counts", "Counts and chart scores as the source published them.");

    /** What each identifier of a respondent of practice data starts with. */
    public static final String PRACTICE_ID = "PRACTICE-";

    /** The column by which a file of invented respondents says so: one {@link #inventedCodes() code} in every row. */
    public static final String COLUMN = "data_label";

    private final String title;
    private final String explanation;

    DataLabel(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** The label for programs: {@code practice}, {@code invented}, {@code real} or {@code published}. */
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

    /** Whether the respondents are invented. */
    public boolean isInvented() {
        return this == PRACTICE || this == INVENTED;
    }

    /** What the {@link #COLUMN} of a file may say. */
    static List<String> inventedCodes() {
        return Stream.of(values())
                .filter(DataLabel::isInvented)
                .map(DataLabel::code)
                .toList();
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
