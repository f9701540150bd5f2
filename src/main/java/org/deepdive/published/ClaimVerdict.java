package org.deepdive.published;

import java.util.Optional;
import org.deepdive.estimate.Comparison;

/**
 * Whether the data support what a document says of a figure.
 *
 * @param outcome how far they do
 * @param test the design-based test behind it; absent where ranks or published counts decide, or no test exists
 * @param sentence the arithmetic in words
 */
public record ClaimVerdict(Outcome outcome, Optional<Comparison> test, String sentence) {

    /** How far data support a claim. */
    public enum Outcome {
        /** They do; a difference is one by its test. */
        SUPPORTED("supported"),
        /** The numbers point the way claimed, but the difference could be chance. */
        DIRECTION_ONLY("same direction, not significant"),
        /** They do not. */
        NOT_SUPPORTED("not supported");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /** The outcome in words. */
        public String text() {
            return text;
        }
    }

    static ClaimVerdict of(boolean supported, String sentence) {
        return new ClaimVerdict(supported ? Outcome.SUPPORTED : Outcome.NOT_SUPPORTED, Optional.empty(), sentence);
    }

    /** Whether the data at least point the way claimed. */
    public boolean supported() {
        return outcome != Outcome.NOT_SUPPORTED;
    }
}
