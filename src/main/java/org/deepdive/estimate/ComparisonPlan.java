package org.deepdive.estimate;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.InputException;

/**
 * Which groups of one breakdown are compared with which, how, and how the probabilities of the family are adjusted.
 *
 * <p>Defaults: differences, Holm's adjustment, 95%, and where a query has two breakdowns the groups of the last one, each
 * within the groups of the other. Immutable; each method gives another plan.
 *
 * @param pairing which groups are compared with which
 * @param reference the code of the group that {@link Pairing#REFERENCE} compares with; absent otherwise
 * @param along the breakdown whose groups are compared; absent for the last one, and for waves
 * @param window how many waves, one after another, are pooled before waves are compared; 1 for none
 * @param effect what is tested: differences or ratios
 * @param adjustment how probabilities are adjusted over the family, which is all tests of one table
 * @param level the confidence level of intervals and tests, between 0 and 1
 */
public record ComparisonPlan(
        Pairing pairing,
        Optional<String> reference,
        Optional<String> along,
        int window,
        Effect effect,
        Adjustment adjustment,
        double level) {

    /** The code of the error that a breakdown has one group only, so that there is nothing to compare. */
    public static final String ONE_GROUP = "one-group";

    /** Which groups are compared with which. */
    public enum Pairing {
        /** Every pair of groups, once. */
        PAIRS,
        /** Each group with the rest of the same breakdown: never with a total that contains it. */
        COMPLEMENT,
        /** Each other group with a named one. */
        REFERENCE,
        /** Each wave with the one before. */
        PREVIOUS_WAVE,
        /** Each wave with the same quarter, month or season a year before, told by the year in the waves' codes. */
        YEAR_BEFORE,
        /** The latest wave that has respondents with the first. */
        LATEST_AND_FIRST;

        /** Whether waves are compared, and not the groups of a breakdown. */
        public boolean isOverTime() {
            return this == PREVIOUS_WAVE || this == YEAR_BEFORE || this == LATEST_AND_FIRST;
        }
    }

    /** What is tested. */
    public enum Effect {
        /** The first less the second, with a Wald interval and a t test. */
        DIFFERENCE,
        /** The first divided by the second, tested on the log scale. */
        RATIO
    }

    public ComparisonPlan {
        if (!(level > 0 && level < 1)) {
            throw InputException.of(
                    "level",
                    "The confidence level " + level + " is not between 0 and 1.",
                    String.valueOf(level),
                    "Give it as a fraction, such as 0.95.");
        }
        if (window < 1) {
            throw InputException.of(
                    "window",
                    "A rolling window of " + window + " waves has no respondents.",
                    String.valueOf(window),
                    "Give how many waves are pooled, such as 4.");
        }
    }

    private static ComparisonPlan of(Pairing pairing, Optional<String> reference) {
        return new ComparisonPlan(
                pairing, reference, Optional.empty(), 1, Effect.DIFFERENCE, Adjustment.HOLM, SurveyEstimates.LEVEL);
    }

    /** Every pair of groups. */
    public static ComparisonPlan pairs() {
        return of(Pairing.PAIRS, Optional.empty());
    }

    /** Each group against the rest. */
    public static ComparisonPlan complement() {
        return of(Pairing.COMPLEMENT, Optional.empty());
    }

    /** Each other group against the one with that code. */
    public static ComparisonPlan reference(String code) {
        return of(Pairing.REFERENCE, Optional.of(code));
    }

    /** Each wave against the one before. */
    public static ComparisonPlan previousWave() {
        return of(Pairing.PREVIOUS_WAVE, Optional.empty());
    }

    /** Each wave against the one a year before. */
    public static ComparisonPlan yearBefore() {
        return of(Pairing.YEAR_BEFORE, Optional.empty());
    }

    /** Whether any of some waves, by their codes, has the same wave a year before among them. */
    public static boolean hasYearBefore(List<String> codes) {
        return codes.stream()
                .anyMatch(code ->
                        WaveContrasts.yearBefore(code).filter(codes::contains).isPresent());
    }

    /** The latest wave against the first. */
    public static ComparisonPlan latestAndFirst() {
        return of(Pairing.LATEST_AND_FIRST, Optional.empty());
    }

    /**
     * Waves compared, in a word: {@code previous}, {@code year} or {@code first}.
     *
     * @throws InputException for another word, with the nearest
     */
    public static ComparisonPlan overTime(String word) {
        return switch (word) {
            case "previous" -> previousWave();
            case "year" -> yearBefore();
            case "first" -> latestAndFirst();
            default -> throw InputException.unknown("comparison over time", word, List.of("previous", "year", "first"));
        };
    }

    /** The same comparisons as ratios. */
    public ComparisonPlan ratios() {
        return new ComparisonPlan(pairing, reference, along, window, Effect.RATIO, adjustment, level);
    }

    /** The same comparisons, of the groups of a breakdown that need not be the last. */
    public ComparisonPlan along(String variable) {
        return new ComparisonPlan(pairing, reference, Optional.of(variable), window, effect, adjustment, level);
    }

    /** The same comparisons with another adjustment. */
    public ComparisonPlan adjusted(Adjustment other) {
        return new ComparisonPlan(pairing, reference, along, window, effect, other, level);
    }

    /** The same comparisons at another confidence level. */
    public ComparisonPlan at(double other) {
        return new ComparisonPlan(pairing, reference, along, window, effect, adjustment, other);
    }

    /** The same comparisons of waves, each pooled with those before it. */
    public ComparisonPlan rolling(int waves) {
        return new ComparisonPlan(pairing, reference, along, waves, effect, adjustment, level);
    }
}
