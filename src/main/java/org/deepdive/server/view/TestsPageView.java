package org.deepdive.server.view;

import java.util.List;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/**
 * The comparisons of a question's groups or waves.
 *
 * @param frame what stands around it
 * @param study the study asked
 * @param measure the measure asked for
 * @param title what is compared
 * @param population whom the tests are of
 * @param summary how many are significant
 * @param findings the comparisons in words; of many, those that are significant
 * @param table all of them as HTML
 * @param plot the page of the plot
 * @param others other families of the same question
 * @param csv the address of the table as CSV
 * @param json the address of the table as JSON
 */
public record TestsPageView(
        Frame frame,
        Study study,
        Measure measure,
        String title,
        String population,
        String summary,
        List<Finding> findings,
        String table,
        String plot,
        List<ComputedView.Link> others,
        String csv,
        String json) {

    /** What its numbers were computed from. */
    public DataLabel label() {
        return frame.labels().iterator().next();
    }

    /**
     * A comparison in words.
     *
     * @param mark the direction of a significant difference
     * @param sentence the finding
     */
    public record Finding(Mark mark, String sentence) {

        /** What stands before a finding. */
        public enum Mark {
            /** Significantly higher. */
            HIGHER("▲", "Higher"),
            /** Significantly lower. */
            LOWER("▼", "Lower"),
            /** No significant difference, or none shown. */
            NONE("–", "No significant difference");

            private final String sign;
            private final String words;

            Mark(String sign, String words) {
                this.sign = sign;
                this.words = words;
            }

            /** The sign for those who see it. */
            public String sign() {
                return sign;
            }

            /** The sign for those who hear it. */
            public String words() {
                return words;
            }
        }

        /** Whether the difference is significant. */
        public boolean isSignificant() {
            return mark != Mark.NONE;
        }
    }
}
