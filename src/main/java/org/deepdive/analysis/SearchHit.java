package org.deepdive.analysis;

import java.util.Set;
import org.deepdive.study.DataLabel;

/**
 * Something that a search finds.
 *
 * @param kind what it is
 * @param title what it is called
 * @param text its words beside the title, such as a question's wording; empty where there are none
 * @param context where it belongs, such as the study's title
 * @param path the part of a URL where it is
 * @param labels what the numbers in its words were computed from; empty where no number of its words was computed
 */
public record SearchHit(Kind kind, String title, String text, String context, String path, Set<DataLabel> labels) {

    public SearchHit {
        labels = Set.copyOf(labels);
    }

    /** What can be found, in the order to show it. */
    public enum Kind {
        /** A measure that a study can estimate. */
        MEASURE("Measures"),
        /** A question of a study's codebook, or a variable without one. */
        QUESTION("Questions and variables"),
        /** An answer or group of a study's codebook. */
        CATEGORY("Answers and groups"),
        /** A section of a deep-dive. */
        SECTION("Deep-dives"),
        /** A published figure with its quote. */
        FIGURE("Published figures");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What several of them are called. */
        public String title() {
            return title;
        }
    }
}
