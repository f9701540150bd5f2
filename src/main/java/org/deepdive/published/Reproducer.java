package org.deepdive.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.study.InputException;

/**
 * Recomputes published figures from data.
 *
 * <p>A figure is reproduced when the value computed prints as the document does, with the document's own rounding. What
 * no data can compute is not reproducible, with the reason; it is never a near miss that someone decided to accept.
 */
public final class Reproducer {

    private final List<AuditFinding> findings;
    private final Answers answers;
    private final ClaimCheck claims;
    private final NumberVerdicts numbers;
    private final Causes causes;

    /**
     * @param figures all figures, among them those that others are compared with
     * @param findings what an audit found of them, to name the cause of a difference
     * @param answers what queries are put to
     */
    public Reproducer(List<PublishedFigure> figures, List<AuditFinding> findings, Answers answers) {
        Map<String, PublishedFigure> byId = new LinkedHashMap<>();
        figures.forEach(figure -> byId.put(figure.id(), figure));
        this.findings = List.copyOf(findings);
        this.answers = new RememberedAnswers(answers);
        this.claims = new ClaimCheck(byId, this.answers);
        this.numbers = new NumberVerdicts(new Others(byId), this.answers);
        this.causes = new Causes(byId.values(), this.answers);
    }

    /** What becomes of a figure. */
    public Reproduction reproduce(PublishedFigure figure) {
        try {
            Optional<ClaimVerdict> claim = claims.check(figure);
            Optional<String> why = notComputable(figure, claim);
            if (why.isPresent()) {
                return new Reproduction.NotReproducible(figure, why.get(), claim);
            }
            return figure.unit() == Unit.FINDING ? finding(figure, claim) : number(figure, claim);
        } catch (InputException e) {
            Optional<ClaimVerdict> untold = figure.claim().map(c -> ClaimVerdict.cannot(e.problem()));
            return new Reproduction.NotReproducible(figure, e.getMessage(), untold);
        }
    }

    /** Why nothing can be computed; empty where something can. */
    private Optional<String> notComputable(PublishedFigure figure, Optional<ClaimVerdict> claim) {
        boolean fromOthers = figure.claim().filter(c -> c == Claim.CHANGE).isPresent()
                && claim.filter(ClaimVerdict::isTestable).isPresent();
        if (figure.query().isEmpty() && !fromOthers) {
            return Optional.of(
                    figure.note().isEmpty() ? "No data of any study here could compute it." : figure.note() + ".");
        }
        return figure.unit() == Unit.PERCENT_CHOSEN || figure.unit() == Unit.PERCENT_FIRST
                ? Optional.of("Not published how many respondents chose each option, or ranked it first.")
                : Optional.empty();
    }

    private Reproduction finding(PublishedFigure figure, Optional<ClaimVerdict> claim) {
        if (claim.isEmpty()) {
            return new Reproduction.NotReproducible(figure, "It claims nothing that these data can test.", claim);
        }
        ClaimVerdict verdict = claim.get();
        if (!verdict.isTestable()) {
            return new Reproduction.NotReproducible(
                    figure, "What it claims cannot be tested here: " + verdict.sentence(), claim);
        }
        Optional<Computed> computed = Optional.of(numbers.computed(figure));
        return verdict.supported()
                ? new Reproduction.Reproduced(figure, computed, claim)
                : differs(figure, computed, claim, Double.NaN, "The data do not support it: " + verdict.sentence());
    }

    private Reproduction number(PublishedFigure figure, Optional<ClaimVerdict> claim) {
        Computed computed = numbers.computed(figure);
        Printed printed = figure.printed().orElseThrow();
        boolean reproduced =
                isBound(figure) ? claim.filter(ClaimVerdict::supported).isPresent() : printed.prints(computed.value());
        return reproduced
                ? new Reproduction.Reproduced(figure, Optional.of(computed), claim)
                : differs(
                        figure,
                        Optional.of(computed),
                        claim,
                        printed.distance(computed.value()),
                        String.join(" ", causes.of(figure, computed)));
    }

    /** A difference with its reason: the causes found, then what an audit found of the figure. */
    private Reproduction differs(
            PublishedFigure figure,
            Optional<Computed> computed,
            Optional<ClaimVerdict> claim,
            double by,
            String found) {
        List<AuditFinding> audit = findings.stream()
                .filter(finding -> finding.ids().contains(figure.id()))
                .toList();
        List<String> reasons = new ArrayList<>();
        reasons.add(found.isEmpty() ? Causes.NONE : found);
        audit.forEach(finding -> reasons.add("Audit: " + finding.finding()));
        return new Reproduction.Differs(figure, computed, claim, by, String.join(" ", reasons), audit);
    }

    /** Whether the printed number is a bound or round ("at least 50", "about 250"), not a value. */
    private static boolean isBound(PublishedFigure figure) {
        return figure.claim()
                .filter(c -> switch (c) {
                    case AT_LEAST, OVER, AT_MOST, ABOUT, ALMOST -> true;
                    default -> false;
                })
                .isPresent();
    }
}
