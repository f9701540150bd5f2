package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.Domain;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Estimates;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.published.ClaimVerdict;
import org.deepdive.published.Computed;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Unit;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;

/**
 * Answers queries so that the answers may be shown: the only maker of {@link Cleared}.
 *
 * <p>Published counts pass as they are, since their source has already made them public.
 */
public final class Gate {

    private final Rules rules;
    private final Audience audience;

    /**
     * @param rules the rules
     * @param audience who will see what is cleared
     */
    public Gate(Rules rules, Audience audience) {
        this.rules = rules;
        this.audience = audience;
    }

    /** The rules in force. */
    public Rules rules() {
        return rules;
    }

    /**
     * The cleared answer to a query.
     *
     * @throws InputException where a filter leaves out so few respondents that two totals would give them away
     */
    public Cleared<EstimateTable> estimate(Estimates estimates, Query query) {
        EstimateTable table = estimates.estimate(query);
        if (estimates instanceof SurveyEstimates survey) {
            requireRemainders(survey, table.query());
        }
        return new Cleared<>(table.with(cleared(table)), audience);
    }

    /**
     * The cleared comparison of two queries.
     *
     * @throws InputException where either side is too small to be shown
     */
    public Cleared<Comparison> compare(SurveyEstimates estimates, Query first, Query second) {
        Comparison raw = estimates.compare(first, second);
        requireRemainders(estimates, raw.first());
        requireRemainders(estimates, raw.second());
        requireSize(estimates, raw.first(), raw.firstBase(), raw.firstCounted());
        requireSize(estimates, raw.second(), raw.secondBase(), raw.secondCounted());
        return new Cleared<>(audience == Audience.HOLDER ? raw : rounded(raw), audience);
    }

    /**
     * A reproduction made from answers cleared for the holder, as the audience may see it: with rounded bases, and the
     * verdict reached on exact ones. A count of respondents that is reproduced stays exact, since its source printed it.
     */
    public Reproduction release(Reproduction exact) {
        if (audience == Audience.HOLDER) {
            return exact;
        }
        boolean printed = exact instanceof Reproduction.Reproduced;
        Optional<Computed> computed = exact.computed()
                .map(c -> c.label() == DataLabel.PUBLISHED
                        ? c
                        : rounded(c, exact.figure().unit(), printed));
        Optional<ClaimVerdict> claim =
                exact.claim().map(c -> new ClaimVerdict(c.supported(), c.test().map(this::rounded), c.sentence()));
        if (exact instanceof Reproduction.Reproduced) {
            return new Reproduction.Reproduced(exact.figure(), computed, claim);
        }
        return exact instanceof Reproduction.Differs differs
                ? new Reproduction.Differs(exact.figure(), computed, claim, differs.by(), differs.reason())
                : exact;
    }

    private Computed rounded(Computed exact, Unit unit, boolean printed) {
        boolean count = unit == Unit.RESPONDENTS && !printed;
        int base = unit == Unit.RESPONDENTS && printed ? exact.base() : base(exact.base());
        return new Computed(count ? base : exact.value(), exact.low(), exact.high(), base, exact.label());
    }

    private List<EstimateRow> cleared(EstimateTable table) {
        if (table.measure() instanceof Measure.Base) {
            return table.rows().stream().map(row -> row.with(count(row.cell()))).toList();
        }
        String[] withheld = new Suppression(rules, table.measure()).decide(table.rows());
        List<EstimateRow> rows = new ArrayList<>();
        for (int i = 0; i < withheld.length; i++) {
            EstimateRow row = table.rows().get(i);
            rows.add(row.with(
                    withheld[i] == null ? shown(row.cell(), table.measure()) : new Cell.Withheld(withheld[i])));
        }
        return rows;
    }

    private Cell count(Cell cell) {
        if (!(cell instanceof Cell.Estimate e)) {
            return cell;
        }
        if (e.base() < rules.minimumBase()) {
            return new Cell.Withheld("base");
        }
        int base = base(e.base());
        return new Cell.Estimate(
                base, 0, Double.NaN, Double.NaN, base, base, rounded(e.effectiveBase()), Double.NaN, 0, e.flags());
    }

    private Cell shown(Cell cell, Measure measure) {
        if (!(cell instanceof Cell.Estimate raw)) {
            return cell;
        }
        Cell.Estimate e = raw;
        double width = e.high() - e.low();
        boolean vague = Double.isNaN(width) || measure.isShare() && width > rules.widestInterval();
        if (e.effectiveBase() < rules.minimumEffectiveBase() || vague) {
            e = e.flagged(Flag.UNRELIABLE);
        }
        if (e.base() < rules.lowBase()) {
            e = e.flagged(Flag.LOW_BASE);
        }
        if (audience == Audience.HOLDER) {
            return e;
        }
        int base = base(e.base());
        return new Cell.Estimate(
                e.value(),
                e.se(),
                e.low(),
                e.high(),
                base,
                Math.min(base, base(e.counted())),
                rounded(e.effectiveBase()),
                Double.isNaN(e.deff()) ? Double.NaN : Math.round(e.deff() * 100) / 100.0,
                Math.max(0, rounded(e.df())),
                e.flags());
    }

    private int base(int exact) {
        return audience == Audience.HOLDER ? exact : (int) rounded(exact);
    }

    private double rounded(double exact) {
        return audience == Audience.HOLDER ? exact : Math.round(exact / rules.rounding()) * (double) rules.rounding();
    }

    private Comparison rounded(Comparison c) {
        return new Comparison(
                c.first(),
                c.second(),
                c.firstValue(),
                c.secondValue(),
                base(c.firstBase()),
                base(c.secondBase()),
                base(c.firstCounted()),
                base(c.secondCounted()),
                c.difference(),
                c.se(),
                c.low(),
                c.high(),
                c.t(),
                rounded(c.df()),
                c.p(),
                c.level());
    }

    private void requireSize(SurveyEstimates estimates, Query query, int base, int counted) {
        boolean share = estimates.study().measure(query.measure()).isShare();
        boolean few = counted < rules.minimumNumerator() || base - counted < rules.minimumComplement();
        if (base < rules.minimumBase() || share && few) {
            throw InputException.of(
                    "suppressed",
                    "The comparison is withheld [c]: one side has fewer than " + rules.minimumBase()
                            + (share ? " respondents who are counted, or who are not." : " respondents."),
                    query.text(),
                    "Ask for a larger group.");
        }
    }

    private void requireRemainders(SurveyEstimates estimates, Query query) {
        for (String variable : query.where().keySet()) {
            Query wider = query.withoutWhere(variable);
            int leftOut = Domain.of(estimates.data(), wider).count()
                    - Domain.of(estimates.data(), query).count();
            if (leftOut > 0 && leftOut < rules.minimumRemainder()) {
                throw InputException.of(
                        "remainder",
                        "The filter " + variable + ":"
                                + String.join("/", query.where().get(variable))
                                + " leaves out fewer than " + rules.minimumRemainder()
                                + " respondents, who could be found by comparing two totals.",
                        query.text(),
                        "Drop that filter, or filter by fewer categories.");
            }
        }
    }
}
