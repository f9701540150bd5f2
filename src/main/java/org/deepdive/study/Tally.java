package org.deepdive.study;

/**
 * A published count of one answer.
 *
 * @param measure the measure it belongs to
 * @param option the answer
 * @param count how many respondents gave it, or how many points it was given in a rank question
 * @param respondents how many respondents the count is of
 * @param origin where the count stands in the source: {@code table}, or {@code chart} where a printed score times the
 *     respondents is a whole number of points
 */
public record Tally(String measure, Category option, long count, int respondents, String origin) {

    /** Count per respondent: a share, or a rank score. */
    public double perRespondent() {
        return (double) count / respondents;
    }
}
