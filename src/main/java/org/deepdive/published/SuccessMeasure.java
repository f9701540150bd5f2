package org.deepdive.published;

import java.util.List;

/**
 * A sign by which the plan of 2018 wanted to be judged.
 *
 * @param scope {@code overall} or the priority, such as {@code priority 1}
 * @param measure the sign, as printed
 * @param measuredBy what here comes nearest: a measure of a study ({@code pcss/safe_local}) or the id of a published
 *     figure; empty where nothing does
 * @param note how near it comes; may be empty
 * @param quote the words of the document
 */
public record SuccessMeasure(String scope, String measure, List<String> measuredBy, String note, String quote) {

    public SuccessMeasure {
        measuredBy = List.copyOf(measuredBy);
    }

    /** Whether a name is that of a study's measure, not of a published figure. */
    public static boolean isMeasure(String name) {
        return name.contains("/");
    }
}
