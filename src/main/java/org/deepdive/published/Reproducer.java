package org.deepdive.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deepdive.study.InputException;

/**
 * Recomputes published figures from data.
 *
 * <p>A figure is reproduced when the value computed prints as the document does, with the document's own rounding. What
 * no data can compute is not reproducible, with the reason; it is never a near miss that someone decided to accept. What
 * is only the other side of a comparison is told with the row that makes it.
 */
public final class Reproducer {

    private final Supplier<List<AuditFinding>> findings;
    private final Comparands comparands;
    private final ClaimCheck claims;
    private final NumberVerdicts numbers;
    private final Causes causes;

    /**
     * @param figures all figures, among them those that others are compared with
     * @param findings what an audit found of them, to name the cause of a difference; asked for when one differs
     * @param answers what queries are put to
     */
    public Reproducer(List<PublishedFigure> figures, Supplier<List<AuditFinding>> findings, Answers answers) {
        Map<String, PublishedFigure> byId = new LinkedHashMap<>();
        figures.forEach(figure -> byId.put(figure.id(), figure));
        this.findings = findings;
        Others others = new Others(byId);
        this.comparands = new Comparands(figures, others);
        Answers remembered = new RememberedAnswers(answers);
        this.claims = new ClaimCheck(byId, remembered);
        this.numbers = new NumberVerdicts(others, remembered);
        this.causes = new Causes(byId.values(), remembered);
    }

    /** What becomes of a figure. */
    public Reproduction reproduce(PublishedFigure figure) {
        List<String> in = figure.query().isPresent() ? comparands.comparing(figure) : List.of();
        return in.isEmpty() ? recomputed(figure) : new Reproduction.Comparand(figure, in);
    }

    private Reproduction recomputed(PublishedFigure figure) {
        Optional<ClaimVerdict> claim;
        Optional<Computed> computed;
        try {
            claim = claims.check(figure);
            computed = isComputable(figure, claim) ? Optional.of(numbers.computed(figure)) : Optional.empty();
        } catch (InputException e) {
            Optional<ClaimVerdict> untold = figure.claim().map(c -> ClaimVerdict.cannot(e.problem()));
            return new Reproduction.NotReproducible(figure, e.getMessage(), untold);
        }
        Optional<String> why = whyNot(figure, claim);
        if (why.isPresent()) {
            return new Reproduction.NotReproducible(figure, why.get(), claim);
        }
        return figure.unit() == Unit.FINDING
                ? finding(figure, claim.orElseThrow(), computed)
                : number(figure, claim, computed.orElseThrow());
    }

    private boolean isComputable(PublishedFigure figure, Optional<ClaimVerdict> claim) {
        return whyNot(figure, claim).isEmpty();
    }

    /** Why nothing can be computed, or a finding not be told; empty where it can. */
    private Optional<String> whyNot(PublishedFigure figure, Optional<ClaimVerdict> claim) {
        boolean change = figure.claim().filter(c -> c == Claim.CHANGE).isPresent();
        if (figure.query().isEmpty() && !(change && claim.orElseThrow().isTestable())) {
            return Optional.of(
                    figure.note().isEmpty() ? "No data of any study here could compute it." : figure.note() + ".");
        }
        if (figure.unit() == Unit.PERCENT_CHOSEN || figure.unit() == Unit.PERCENT_FIRST) {
            return Optional.of("Not published how many respondents chose each option, or ranked it first.");
        }
        if (figure.unit() != Unit.FINDING) {
            return Optional.empty();
        }
        return claim.isEmpty()
                ? Optional.of("It claims nothing that these data can test.")
                : claim.filter(c -> !c.isTestable()).map(c -> "What it claims cannot be tested here: " + c.sentence());
    }

    private Reproduction finding(PublishedFigure figure, ClaimVerdict verdict, Optional<Computed> computed) {
        return verdict.supported()
                ? new Reproduction.Reproduced(figure, computed, Optional.of(verdict))
                : differs(
                        figure,
                        computed,
                        Optional.of(verdict),
                        Double.NaN,
                        "The data do not support it: " + verdict.sentence()
                                + (figure.note().isEmpty() ? "" : " " + figure.note() + "."));
    }

    private Reproduction number(PublishedFigure figure, Optional<ClaimVerdict> claim, Computed computed) {
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
        List<AuditFinding> audit = findings.get().stream()
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
