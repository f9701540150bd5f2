package org.deepdive.analysis;

import java.util.List;
import java.util.Optional;
import org.deepdive.published.PrintedChange;
import org.deepdive.published.ScorecardIndicator;

/**
 * An indicator with what its printed figures say.
 *
 * @param indicator the indicator and its figures
 * @param verdict whether it became better
 * @param change the change in the indicator's own unit, in words; empty where two figures are not printed
 * @param relative the change as a share of the earlier figure, in words; empty likewise
 * @param gap the difference from others, in words; empty where none are printed
 * @param remarks what limits the reading
 */
public record Score(
        ScorecardIndicator indicator,
        Verdict verdict,
        String change,
        String relative,
        String gap,
        List<String> remarks) {

    public Score {
        remarks = List.copyOf(remarks);
    }

    /** Whether an indicator became better, by what is printed. */
    public enum Verdict {
        /** It changed for the better, beyond rounding. */
        BETTER("Better", "✓"),
        /** It changed for the worse, beyond rounding. */
        WORSE("Worse", "✗"),
        /** It may not have changed: the difference lies within rounding or sampling error. */
        NO_CLEAR_CHANGE("No clear change", "≈"),
        /** Neither direction is better. */
        NOT_JUDGED("Changed, not judged", "↔"),
        /** Two figures to compare are not printed. */
        NOT_COMPARABLE("No earlier figure", "–");

        private final String text;
        private final String symbol;

        Verdict(String text, String symbol) {
            this.text = text;
            this.symbol = symbol;
        }

        /** The verdict in words. */
        public String text() {
            return text;
        }

        /** A sign that does not need colour. */
        public String symbol() {
            return symbol;
        }
    }

    /** What an indicator's printed figures say. */
    static Score of(ScorecardIndicator indicator) {
        ScoreWords words = new ScoreWords(indicator);
        return new Score(indicator, verdict(indicator), words.change(), words.relative(), words.gap(), words.remarks());
    }

    private static Verdict verdict(ScorecardIndicator indicator) {
        Optional<PrintedChange> change = indicator.change();
        if (change.isEmpty()) {
            return indicator.stated().isPresent() ? Verdict.NOT_JUDGED : Verdict.NOT_COMPARABLE;
        }
        boolean noise =
                indicator.sampling().filter(s -> !s.isSignificantAtMost(1)).isPresent();
        if (!change.get().isBeyondRounding() || noise) {
            return Verdict.NO_CLEAR_CHANGE;
        }
        return switch (indicator.better()) {
            case UP -> change.get().value() > 0 ? Verdict.BETTER : Verdict.WORSE;
            case DOWN -> change.get().value() < 0 ? Verdict.BETTER : Verdict.WORSE;
            case NEITHER -> Verdict.NOT_JUDGED;
        };
    }
}
