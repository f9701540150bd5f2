package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;
import org.deepdive.published.ClaimVerdict.Outcome;

/**
 * Verdicts on "a bigger difference": the design-based test of a difference of differences.
 *
 * <p>Sizes are compared, so each difference is first turned to be positive: its sign is that of its estimate. With s and t
 * those signs the contrast is s(a − b) − t(c − d), and its test is of whether the two differences, so turned, are equal. Where
 * both point the same way, that is the usual test of an interaction; where they point opposite ways, it is one of their
 * sum. The signs are taken as known, so where a difference could be 0 itself the test is an approximation.
 */
final class GapVerdicts {

    private static final String TEST = "t test of the difference of differences";

    private final Others others;
    private final Answers answers;

    GapVerdicts(Others others, Answers answers) {
        this.others = others;
        this.answers = answers;
    }

    /** A difference: first less second. */
    private record Gap(Query first, Query second, double size) {

        double sign() {
            return size < 0 ? -1 : 1;
        }
    }

    /** The difference that the figure with the same query draws, against the one that the other figure draws. */
    ClaimVerdict bigger(PublishedFigure figure) {
        Optional<PublishedFigure> own = others.sameQueryCompared(figure);
        Optional<PublishedFigure> other = others.versus(figure).filter(others::isCompared);
        if (own.isEmpty() || other.isEmpty()) {
            return ClaimVerdict.cannot("One of the two differences is missing: no two queries compute it.");
        }
        return verdict(gap(own.get()), gap(other.get()));
    }

    private Gap gap(PublishedFigure figure) {
        Query first = figure.query().orElseThrow();
        Query second = others.queries(figure).get(0);
        Comparison test = answers.compare(first, second);
        return new Gap(first, second, test.difference());
    }

    private ClaimVerdict verdict(Gap mine, Gap theirs) {
        LinearContrast test = answers.contrast(
                List.of(mine.first(), mine.second(), theirs.first(), theirs.second()),
                List.of(mine.sign(), -mine.sign(), -theirs.sign(), theirs.sign()));
        Outcome outcome = !(test.value() > 0)
                ? Outcome.NOT_SUPPORTED
                : test.isSignificant() ? Outcome.SUPPORTED : Outcome.DIRECTION_ONLY;
        return ClaimVerdict.of(
                outcome, TEST, test.test().p(), sentence(ClaimWords.of(answers, mine.first()), mine, theirs, test));
    }

    private static String sentence(ClaimWords words, Gap mine, Gap theirs, LinearContrast test) {
        String opposite = mine.sign() == theirs.sign() ? "" : ", the other way";
        return "A difference of " + words.difference(Math.abs(mine.size())) + " against one of "
                + words.difference(Math.abs(theirs.size())) + opposite + ": "
                + words.difference(Math.abs(test.value())) + (test.value() < 0 ? " smaller, " : " bigger, ")
                + ClaimWords.significance(test.isSignificant(), test.test().p()) + ".";
    }
}
