package org.deepdive.estimate;

import java.util.List;
import java.util.Optional;
import org.deepdive.study.Category;

/**
 * One comparison of a family.
 *
 * @param within the categories of the other breakdown that both sides lie in; empty where there is none
 * @param first the first group, or the first wave or window of waves
 * @param second the second; absent for the rest of the breakdown
 * @param answer the answer compared, where the measure has several
 * @param outcome the test, or what stands in its place
 */
public record ComparisonRow(
        List<Category> within, Category first, Optional<Category> second, Optional<Category> answer, Outcome outcome) {

    public ComparisonRow {
        within = List.copyOf(within);
    }

    /** What became of a comparison. */
    public sealed interface Outcome {}

    /**
     * A test that was made, or could not be made because a side is empty or does not vary: then its numbers are NaN.
     *
     * @param comparison both sides, and their difference with its test
     * @param ratio both sides' ratio with its test, where the plan asks for ratios
     * @param adjustedP the probability adjusted over the family; NaN where there is none
     */
    public record Tested(Comparison comparison, Optional<RatioComparison> ratio, double adjustedP) implements Outcome {

        /** The probability by itself: the ratio's where ratios are tested, else the difference's. */
        public double p() {
            return ratio.map(RatioComparison::p).orElse(comparison.p());
        }

        /** Whether the adjusted test rejects "no difference" at a confidence level; never where there is no test. */
        public boolean isSignificant(double level) {
            return adjustedP < 1 - level;
        }

        /** Whether the first side is the higher. */
        public boolean isHigher() {
            return comparison.difference() > 0;
        }

        Tested adjusted(double p) {
            return new Tested(comparison, ratio, p);
        }
    }

    /**
     * A comparison that the disclosure rules withhold; no number of it is kept.
     *
     * @param rule the id of the rule
     */
    public record Withheld(String rule) implements Outcome {}

    /** The test; absent where it is withheld. */
    public Optional<Tested> tested() {
        return outcome instanceof Tested tested ? Optional.of(tested) : Optional.empty();
    }

    /** The same row with another outcome. */
    public ComparisonRow with(Outcome other) {
        return new ComparisonRow(within, first, second, answer, other);
    }
}
