package org.deepdive.published;

import java.util.function.Function;
import org.deepdive.estimate.Comparison;
import org.deepdive.published.ClaimVerdict.Outcome;

/** Verdicts on "higher", "lower" and "similar", each by the design-based test of the difference. */
final class DirectionVerdicts {

    static final String TEST = "t test of the difference";

    private final Others others;
    private final Answers answers;

    DirectionVerdicts(Others others, Answers answers) {
        this.others = others;
        this.answers = answers;
    }

    /** "Higher" (1) or "lower" (-1): of those asked, with the test beside it. */
    ClaimVerdict plain(PublishedFigure figure, int sign) {
        return compared(
                figure,
                test -> verdict(test, direction(test, sign), words(figure).tested(test) + "."));
    }

    /** "Significantly higher" or "lower": what could be chance does not support it. */
    ClaimVerdict significant(PublishedFigure figure, int sign) {
        return compared(
                figure,
                test -> verdict(
                        test,
                        direction(test, sign) == Outcome.SUPPORTED ? Outcome.SUPPORTED : Outcome.NOT_SUPPORTED,
                        words(figure).tested(test) + "."));
    }

    /** "Slightly": the direction as any, and the size for the reader, since no test says what is slight. */
    ClaimVerdict slight(PublishedFigure figure, int sign) {
        return compared(
                figure,
                test -> verdict(
                        test,
                        direction(test, sign),
                        words(figure).testedWithInterval(test) + ". Whether that is slight is for the reader."));
    }

    /**
     * "Similar": no significant difference. That is no test of equality; the interval shows which differences the data are
     * compatible with.
     */
    ClaimVerdict similar(PublishedFigure figure) {
        return compared(
                figure,
                test -> verdict(
                        test,
                        test.isSignificant() ? Outcome.NOT_SUPPORTED : Outcome.SUPPORTED,
                        words(figure).testedWithInterval(test)
                                + (test.isSignificant()
                                        ? "."
                                        : ". This is no test of equality: differences within the interval agree with the"
                                                + " data.")));
    }

    /** "Not higher": refuted only by a significantly higher value. */
    ClaimVerdict notHigher(PublishedFigure figure) {
        return compared(
                figure,
                test -> verdict(
                        test,
                        direction(test, 1) == Outcome.SUPPORTED ? Outcome.NOT_SUPPORTED : Outcome.SUPPORTED,
                        words(figure).testedWithInterval(test) + "."));
    }

    /** Which way a difference points, and whether it could be chance. */
    static Outcome direction(Comparison test, int sign) {
        if (Math.signum(test.difference()) != sign) {
            return Outcome.NOT_SUPPORTED;
        }
        return test.isSignificant() ? Outcome.SUPPORTED : Outcome.DIRECTION_ONLY;
    }

    private static ClaimVerdict verdict(Comparison test, Outcome outcome, String sentence) {
        return Double.isNaN(test.difference())
                ? ClaimVerdict.cannot("On one of its two sides nobody answered.")
                : ClaimVerdict.of(outcome, TEST, test.p(), sentence);
    }

    /** The verdict against every other figure that is named; of several, the least favourable with all sentences. */
    private ClaimVerdict compared(PublishedFigure figure, Function<Comparison, ClaimVerdict> verdict) {
        if (!others.areAllQueried(figure)) {
            return others.sideMissing(figure);
        }
        return others.queries(figure).stream()
                .map(other -> verdict.apply(answers.compare(figure.query().orElseThrow(), other)))
                .reduce(DirectionVerdicts::both)
                .orElseThrow();
    }

    private static ClaimVerdict both(ClaimVerdict first, ClaimVerdict second) {
        Outcome outcome = first.outcome().and(second.outcome());
        return new ClaimVerdict(
                outcome,
                outcome == first.outcome() ? first.test() : second.test(),
                first.sentence() + " " + second.sentence());
    }

    private ClaimWords words(PublishedFigure figure) {
        return ClaimWords.of(answers, figure.query().orElseThrow());
    }
}
