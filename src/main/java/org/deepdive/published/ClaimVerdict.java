package org.deepdive.published;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the data support what a document says of a figure.
 *
 * @param outcome how far they do
 * @param test the design-based test behind it; absent where ranks or published counts decide, or no test exists
 * @param sentence the arithmetic in words; where nothing can be tested, why
 */
public record ClaimVerdict(Outcome outcome, Optional<Test> test, String sentence) {

    /** How far data support a claim. */
    public enum Outcome {
        /** They do; a difference is one by its test. */
        SUPPORTED("supported"),
        /** The numbers point the way claimed, but the difference could be chance. */
        DIRECTION_ONLY("same direction, not significant"),
        /** They do not. */
        NOT_SUPPORTED("not supported"),
        /** Nobody can tell from these data. */
        CANNOT_BE_TESTED("cannot be tested here");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /** The outcome in words. */
        public String text() {
            return text;
        }

        /** Of two outcomes the one that supports less; one that cannot be tested leaves both open. */
        Outcome and(Outcome other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * A design-based test.
     *
     * @param kind which, such as "t test of the difference"
     * @param p its two-sided probability; NaN where it has none
     */
    public record Test(String kind, double p) {}

    static ClaimVerdict of(Outcome outcome, String kind, double p, String sentence) {
        return new ClaimVerdict(outcome, Optional.of(new Test(kind, p)), sentence);
    }

    static ClaimVerdict of(boolean supported, String sentence) {
        return new ClaimVerdict(supported ? Outcome.SUPPORTED : Outcome.NOT_SUPPORTED, Optional.empty(), sentence);
    }

    static ClaimVerdict cannot(String why) {
        return new ClaimVerdict(Outcome.CANNOT_BE_TESTED, Optional.empty(), why);
    }

    /** Whether the data at least point the way claimed. */
    public boolean supported() {
        return outcome == Outcome.SUPPORTED || outcome == Outcome.DIRECTION_ONLY;
    }

    /** Whether the data can tell. */
    public boolean isTestable() {
        return outcome != Outcome.CANNOT_BE_TESTED;
    }

    /** The probability of its test; absent where there is none. */
    public OptionalDouble p() {
        return test.map(t -> OptionalDouble.of(t.p())).orElse(OptionalDouble.empty());
    }
}
