package org.deepdive.estimate;

import java.util.Locale;
import java.util.Optional;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.InputException;

/**
 * What a query chooses about how its measure is estimated, in place of what the study declares.
 *
 * @param dontKnows whether don't knows are in the base of shares
 * @param interval how confidence intervals are made; absent for {@link Interval#of the measure's usual way}
 */
public record QueryChoices(DontKnows dontKnows, Optional<Interval> interval) {

    /** As the study declares. */
    public static final QueryChoices USUAL = new QueryChoices(DontKnows.DECLARED, Optional.empty());

    /** What becomes of those who said that they do not know. */
    public enum DontKnows {
        /** As the measure declares: in its base, unless it excludes them. */
        DECLARED,
        /** In the base, whatever the measure declares. */
        IN,
        /** Out of the base, whatever the measure declares. */
        OUT;

        /** Reads {@code in} or {@code out}. */
        public static DontKnows read(String word) {
            return switch (word) {
                case "in" -> IN;
                case "out" -> OUT;
                default ->
                    throw InputException.of(
                            "dontknow",
                            "Don't knows can be in or out of the base, not \"" + word + "\".",
                            word,
                            "Write dontknow=in or dontknow=out, on the command line --dont-knows in or out.");
            };
        }

        /** The word that {@link #read} reads. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
