package org.deepdive.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;

/**
 * Recomputes published figures from data.
 *
 * <p>A figure is reproduced when the value computed prints as the document does, with the document's own rounding. What
 * no data can compute is not reproducible, with the reason; it is never a near miss that someone decided to accept.
 */
public final class Reproducer {

    private final Map<String, PublishedFigure> figures = new LinkedHashMap<>();
    private final Answers answers;
    private final ClaimCheck claims;

    /**
     * @param figures all figures, among them those that others are compared with
     * @param answers what queries are put to
     */
    public Reproducer(List<PublishedFigure> figures, Answers answers) {
        figures.forEach(figure -> this.figures.put(figure.id(), figure));
        this.answers = answers;
        this.claims = new ClaimCheck(this.figures, answers);
    }

    /** What becomes of a figure. */
    public Reproduction reproduce(PublishedFigure figure) {
        if (figure.query().isEmpty()) {
            return new Reproduction.NotReproducible(figure, reasonWithoutQuery(figure));
        }
        if (figure.unit() == Unit.PERCENT_CHOSEN || figure.unit() == Unit.PERCENT_FIRST) {
            return new Reproduction.NotReproducible(
                    figure, "Not published how many respondents chose each option, or ranked it first.");
        }
        try {
            return figure.unit() == Unit.FINDING ? finding(figure) : number(figure);
        } catch (InputException e) {
            return new Reproduction.NotReproducible(figure, e.getMessage());
        }
    }

    private static String reasonWithoutQuery(PublishedFigure figure) {
        return figure.note().isEmpty() ? "No data of any study here could compute it." : figure.note() + ".";
    }

    private Reproduction finding(PublishedFigure figure) {
        Optional<ClaimVerdict> verdict = claims.check(figure);
        if (verdict.isEmpty()) {
            return new Reproduction.NotReproducible(figure, "It claims nothing that these data can test.");
        }
        Optional<Computed> computed = Optional.of(computed(figure));
        return verdict.get().supported()
                ? new Reproduction.Reproduced(figure, computed, verdict)
                : new Reproduction.Differs(
                        figure,
                        computed,
                        verdict,
                        Double.NaN,
                        "The data do not support it: " + verdict.get().sentence());
    }

    private Reproduction number(PublishedFigure figure) {
        Computed computed = computed(figure);
        Printed printed = figure.printed().orElseThrow();
        Optional<ClaimVerdict> claim = claims.check(figure);
        boolean reproduced =
                isBound(figure) ? claim.filter(ClaimVerdict::supported).isPresent() : printed.prints(computed.value());
        return reproduced
                ? new Reproduction.Reproduced(figure, Optional.of(computed), claim)
                : new Reproduction.Differs(
                        figure,
                        Optional.of(computed),
                        claim,
                        printed.distance(computed.value()),
                        explanation(figure, computed, printed));
    }

    /** Whether the printed number is a bound ("at least 50", "over 72%"), not a value. */
    private static boolean isBound(PublishedFigure figure) {
        return figure.claim()
                .filter(c -> c == Claim.AT_LEAST || c == Claim.OVER)
                .isPresent();
    }

    private Computed computed(PublishedFigure figure) {
        return Computed.of(answers.estimate(figure.query().orElseThrow()), figure.unit());
    }

    private String explanation(PublishedFigure figure, Computed computed, Printed printed) {
        Query query = figure.query().orElseThrow();
        Cell cell = answers.estimate(query).rows().get(0).cell();
        if (printed.prints(computed.value() - printed.halfWidth())) {
            return "Cut off instead of rounded, the value would print as published.";
        }
        if (cell instanceof Cell.Estimate e && printed.prints((double) e.counted() / e.base())) {
            return "Unweighted, the value would print as published.";
        }
        return "Neither rounding nor weighting explains the difference.";
    }
}
