package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Estimates;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.RollingWaves;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.SignificanceArrows;
import org.deepdive.estimate.SignificanceLetters;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.TrendTable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.Regression;
import org.deepdive.published.ClaimVerdict;
import org.deepdive.published.Computed;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Unit;
import org.deepdive.study.Category;
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
        return sideBySide(estimates, List.of(query)).get(0);
    }

    /**
     * The cleared answers to queries that are shown side by side, as the columns of a banner: they ask for one measure of
     * the same respondents and differ in their breakdowns. What one of them withholds, the others do not give away.
     *
     * @return the answers in the queries' order
     * @throws InputException where a filter leaves out so few respondents that two totals would give them away
     */
    public List<Cleared<EstimateTable>> sideBySide(Estimates estimates, List<Query> queries) {
        List<EstimateTable> tables = queries.stream().map(estimates::estimate).toList();
        List<Query> domains = tables.stream()
                .map(table -> table.query().by(List.of()))
                .distinct()
                .toList();
        if (domains.size() > 1) {
            throw new IllegalArgumentException("Tables side by side differ in their breakdowns only: " + domains);
        }
        if (estimates instanceof SurveyEstimates survey) {
            domains.forEach(new Differencing(rules, survey)::check);
        }
        List<String[]> withheld = new SideBySide(
                        tables.stream().map(table -> side(estimates, table)).toList())
                .decide();
        List<Cleared<EstimateTable>> cleared = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            EstimateTable table = tables.get(i);
            cleared.add(new Cleared<>(table.with(cleared(table, withheld.get(i))), audience));
        }
        return cleared;
    }

    private SideBySide.Side side(Estimates estimates, EstimateTable table) {
        Predicate<EstimateRow> givesAway = estimates instanceof SurveyEstimates survey
                ? new HiddenAnswers(rules, survey, table)::givesAway
                : row -> false;
        return new SideBySide.Side(new Suppression(rules, table.measure()), table, givesAway);
    }

    /**
     * The bases of a cleared table, one a group: how many respondents its measure is about, with Kish's effective base.
     * The base of a group of whom nothing is shown is withheld too.
     *
     * @param estimates what the table was made by
     * @param shown the table
     */
    public Cleared<EstimateTable> bases(SurveyEstimates estimates, Cleared<EstimateTable> shown) {
        Set<List<Category>> told = shown.value().rows().stream()
                .filter(row -> row.cell() instanceof Cell.Estimate)
                .map(EstimateRow::groups)
                .collect(Collectors.toSet());
        EstimateTable bases = estimates.bases(shown.value().query());
        List<EstimateRow> rows = bases.rows().stream()
                .map(row -> row.with(
                        told.contains(row.groups()) ? base((Cell.Estimate) row.cell()) : new Cell.Withheld("base")))
                .toList();
        return new Cleared<>(bases.with(rows), audience);
    }

    /**
     * Which groups of a cleared table are significantly higher than which of the same breakdown: letters, and no number.
     * None of them tells of a withheld cell, nor do withheld cells count among the tests that are adjusted for.
     *
     * @param estimates what the table was made by
     * @param shown the table, of at least two groups
     * @param adjustment how probabilities are adjusted over the table
     */
    public Cleared<SignificanceLetters> letters(
            SurveyEstimates estimates, Cleared<EstimateTable> shown, Adjustment adjustment) {
        ComparisonTable tests =
                comparisons(estimates, shown, ComparisonPlan.pairs().adjusted(adjustment));
        return new Cleared<>(SignificanceLetters.of(tests, SurveyEstimates.LEVEL), audience);
    }

    /** Likewise, which groups of a cleared table are significantly higher or lower than the rest of their breakdown. */
    public Cleared<SignificanceArrows> arrows(
            SurveyEstimates estimates, Cleared<EstimateTable> shown, Adjustment adjustment) {
        ComparisonTable tests =
                comparisons(estimates, shown, ComparisonPlan.complement().adjusted(adjustment));
        return new Cleared<>(SignificanceArrows.of(tests, SurveyEstimates.LEVEL), audience);
    }

    /** The comparisons of a cleared table of which neither side is withheld there. */
    private ComparisonTable comparisons(SurveyEstimates estimates, Cleared<EstimateTable> shown, ComparisonPlan plan) {
        EstimateTable table = shown.value();
        ComparisonGate beside = comparisonGate(
                estimates,
                table.query(),
                query -> query.equals(table.query())
                        ? table
                        : estimate(estimates, query).value());
        return beside.shown(estimates.comparisons(table.query(), plan));
    }

    private Cell.Estimate base(Cell.Estimate exact) {
        Cell.Estimate shown = count(exact);
        return exact.base() < rules.lowBase() ? shown.flagged(Flag.LOW_BASE) : shown;
    }

    /**
     * The cleared comparison of two queries.
     *
     * @throws InputException where either side is too small to be shown
     */
    public Cleared<Comparison> compare(SurveyEstimates estimates, Query first, Query second) {
        Comparison raw = estimates.compare(first, second);
        requireShown(estimates, raw.first());
        requireShown(estimates, raw.second());
        return new Cleared<>(audience == Audience.HOLDER ? raw : rounded(raw), audience);
    }

    /**
     * The cleared weighted sum of several queries. As with a comparison, every one of them must be fit to be shown: where
     * all but one are known, the sum tells that one.
     *
     * @throws InputException where one of them is too small to be shown
     */
    public Cleared<LinearContrast> contrast(SurveyEstimates estimates, List<Query> queries, List<Double> weights) {
        LinearContrast raw = estimates.contrast(queries, weights);
        raw.queries().stream().distinct().forEach(query -> requireShown(estimates, query));
        return new Cleared<>(audience == Audience.HOLDER ? raw : coarse().of(raw), audience);
    }

    /**
     * The cleared answer to a question to a model. The rules are held against it before anything is fitted, since even the
     * reason why a model has no solution can tell of respondents.
     *
     * @throws InputException where a category of a term is too small to be shown, or the model has no solution
     */
    public Cleared<Model> model(SurveyEstimates estimates, ModelQuery query) {
        ModelClearing clearing = new ModelClearing(this, estimates);
        clearing.requireShown(query);
        return new Cleared<>(clearing.shown(new Regression(estimates).fit(query)), audience);
    }

    /**
     * The cleared family of comparisons of a query: those whose sides may both be shown, adjusted over those shown.
     *
     * @throws InputException where the query itself would give respondents away
     */
    public Cleared<ComparisonTable> comparisons(SurveyEstimates estimates, Query query, ComparisonPlan plan) {
        ComparisonTable shown = comparisonGate(estimates, query).shown(estimates.comparisons(query, plan));
        return new Cleared<>(audience == Audience.HOLDER ? shown : coarse().of(shown), audience);
    }

    /**
     * The cleared screen of all breakdowns for a query without breakdown: the comparisons that may be shown, adjusted over
     * those shown. A breakdown that would give respondents away is withheld whole, and told; one with a
     * single group here has nothing to compare.
     *
     * @throws InputException where there is no breakdown to screen, or none may be shown
     */
    public Cleared<ScreenTable> screen(SurveyEstimates estimates, Query query, Adjustment adjustment) {
        ScreenTable table =
                new ScreenGate(estimates, asked -> comparisonGate(estimates, asked)).shown(query, adjustment);
        return new Cleared<>(audience == Audience.HOLDER ? table : coarse().of(table), audience);
    }

    /**
     * The cleared linear trends of a query: those of which every wave may be shown, adjusted over those shown.
     *
     * @throws InputException where the query itself would give respondents away
     */
    public Cleared<TrendTable> trends(SurveyEstimates estimates, Query query, Adjustment adjustment) {
        TrendTable shown = comparisonGate(estimates, query).shown(estimates.trends(query, adjustment));
        return new Cleared<>(audience == Audience.HOLDER ? shown : coarse().of(shown), audience);
    }

    /**
     * The cleared estimates of rolling windows of waves, each window cleared by itself.
     *
     * @throws InputException where a window would give respondents away by what it differs from another
     */
    public Cleared<EstimateTable> rolling(SurveyEstimates estimates, Query query, int waves) {
        EstimateTable table = RollingWaves.of(
                estimates, query, waves, window -> estimate(estimates, window).value());
        return new Cleared<>(table, audience);
    }

    /**
     * The cleared test of association of a query. A test statistic of a whole table tells of no respondent where base and
     * degrees of freedom are not tiny (SACRO guide to statistical disclosure control of outputs: hypothesis tests), so
     * its cells need not be shown. Which groups have nobody is not told.
     *
     * @throws InputException where fewer respondents or degrees of freedom are in the table than a base needs
     */
    public Cleared<AssociationTest> association(SurveyEstimates estimates, Query query) {
        AssociationTest test = estimates.association(query).withoutEmptyGroups();
        new Differencing(rules, estimates).check(test.query());
        double denominator = test.f().denominatorDf() / test.f().df();
        if (test.respondents() < rules.minimumBase() || denominator < rules.minimumBase()) {
            throw InputException.of(
                    InputException.SUPPRESSED,
                    "The test is withheld [c]: too few respondents are in the table.",
                    query.text(),
                    "Ask for a larger group.");
        }
        if (test.firstOrder().df() == 1) {
            requireShownWhole(estimates, test.query());
        }
        return new Cleared<>(audience == Audience.HOLDER ? test : coarse().of(test), audience);
    }

    /** Of two groups and two answers the statistic is the difference of the groups, squared. */
    private void requireShownWhole(SurveyEstimates estimates, Query query) {
        Set<List<Category>> occupied = estimates.bases(query).rows().stream()
                .filter(row -> ((Cell.Estimate) row.cell()).base() > 0)
                .map(EstimateRow::groups)
                .collect(Collectors.toSet());
        boolean withheld = estimate(estimates, query).value().rows().stream()
                .anyMatch(row -> row.cell() instanceof Cell.Withheld && occupied.contains(row.groups()));
        if (withheld) {
            throw InputException.of(
                    InputException.SUPPRESSED,
                    "The test is withheld [c]: with two groups and two answers it tells of a group that is withheld.",
                    query.text(),
                    "Ask for larger groups.");
        }
    }

    private ComparisonGate comparisonGate(SurveyEstimates estimates, Query query) {
        return comparisonGate(
                estimates, query, asked -> estimate(estimates, asked).value());
    }

    private static ComparisonGate comparisonGate(
            SurveyEstimates estimates, Query query, Function<Query, EstimateTable> cleared) {
        return new ComparisonGate(cleared, wave -> RollingWaves.isWithoutRespondents(estimates, query, wave));
    }

    private CoarseTests coarse() {
        return new CoarseTests(this::digits, this::rounded, this::rounded);
    }

    /** Reproductions as an audience may see them. */
    public Cleared<List<Reproduction>> release(List<Reproduction> exact) {
        return new Cleared<>(exact.stream().map(this::release).toList(), audience);
    }

    /**
     * A reproduction made from answers cleared for the holder, as the audience may see it: with rounded bases, and the
     * verdict reached on exact ones. A count of respondents that is reproduced stays exact, since its source printed it.
     */
    public Reproduction release(Reproduction exact) {
        // The other side of a comparison has no number of its own.
        if (audience == Audience.HOLDER || exact instanceof Reproduction.Comparand) {
            return exact;
        }
        boolean printed = exact instanceof Reproduction.Reproduced;
        Optional<Computed> computed = exact.computed()
                .map(c -> c.label() == DataLabel.PUBLISHED
                        ? c
                        : rounded(c, exact.figure().unit(), printed));
        Optional<ClaimVerdict> claim =
                exact.claim().map(c -> new ClaimVerdict(c.outcome(), c.test().map(this::rounded), c.sentence()));
        if (exact instanceof Reproduction.Reproduced) {
            return new Reproduction.Reproduced(exact.figure(), computed, claim);
        }
        return exact instanceof Reproduction.Differs differs
                ? new Reproduction.Differs(
                        exact.figure(), computed, claim, digits(differs.by()), differs.reason(), differs.audit())
                : new Reproduction.NotReproducible(exact.figure(), exact.reason(), claim);
    }

    private ClaimVerdict.Test rounded(ClaimVerdict.Test exact) {
        return new ClaimVerdict.Test(exact.kind(), digits(exact.p()));
    }

    private Computed rounded(Computed exact, Unit unit, boolean printed) {
        int base = unit == Unit.RESPONDENTS && printed ? exact.base() : base(exact.base());
        double value = unit == Unit.RESPONDENTS ? base : digits(exact.value());
        return new Computed(value, digits(exact.low()), digits(exact.high()), base, exact.label(), exact.share());
    }

    List<EstimateRow> cleared(Estimates estimates, EstimateTable table) {
        return cleared(
                table, new SideBySide(List.of(side(estimates, table))).decide().get(0));
    }

    private List<EstimateRow> cleared(EstimateTable table, String[] withheld) {
        List<EstimateRow> rows = new ArrayList<>();
        for (int i = 0; i < withheld.length; i++) {
            EstimateRow row = table.rows().get(i);
            rows.add(row.with(withheld[i] == null ? shown(row.cell(), table) : new Cell.Withheld(withheld[i])));
        }
        return rows;
    }

    private Cell shown(Cell cell, EstimateTable table) {
        Measure measure = table.measure();
        if (!(cell instanceof Cell.Estimate raw)) {
            return cell;
        }
        if (measure instanceof Measure.Base) {
            return count(raw);
        }
        Cell.Estimate marked = marked(raw, measure);
        return audience == Audience.HOLDER ? marked : forAnyone(marked, table);
    }

    private Cell.Estimate count(Cell.Estimate e) {
        int base = base(e.base());
        return new Cell.Estimate(
                base, 0, Double.NaN, Double.NaN, base, base, rounded(e.effectiveBase()), Double.NaN, 0, e.flags());
    }

    Cell.Estimate marked(Cell.Estimate raw, Measure measure) {
        Cell.Estimate e = raw;
        double width = e.high() - e.low();
        boolean vague = Double.isNaN(width) || measure.isShare() && width > rules.widestInterval();
        if (e.effectiveBase() < rules.minimumEffectiveBase() || vague) {
            e = e.flagged(Flag.UNRELIABLE);
        }
        return e.base() < rules.lowBase() ? e.flagged(Flag.LOW_BASE) : e;
    }

    /** Limits from rounded degrees of freedom, since the exact ones could be worked out from the limits. */
    private Cell.Estimate forAnyone(Cell.Estimate e, EstimateTable table) {
        int base = base(e.base());
        double df = Math.max(1, rounded(e.df()));
        Interval.Limits limits = limits(e, df, base, table);
        return new Cell.Estimate(
                digits(e.value()),
                digits(e.se()),
                digits(limits.low()),
                digits(limits.high()),
                base,
                Math.min(base, base(e.counted())),
                rounded(e.effectiveBase()),
                Double.isNaN(e.deff()) ? Double.NaN : Math.round(e.deff() * 10) / 10.0,
                df,
                e.flags());
    }

    /** A quantile's limits are values that respondents gave, not worked out from its standard error. */
    private static Interval.Limits limits(Cell.Estimate e, double df, int base, EstimateTable table) {
        if (Double.isNaN(e.low()) || table.measure() instanceof Measure.Quantile) {
            return new Interval.Limits(e.low(), e.high());
        }
        Interval interval = table.interval().orElseGet(() -> Interval.of(table.measure()));
        return interval.limits(new Estimated(e.value(), e.se(), df, base), table.level());
    }

    /** Four decimals: a base could be worked out from a standard error or an interval with all their digits. */
    double digits(double exact) {
        return audience == Audience.HOLDER || Double.isNaN(exact)
                ? exact
                : Math.signum(exact) * coarse(Math.abs(exact));
    }

    /**
     * A value with four decimals that prints with fewer as the exact one does: rounding 0.63649 to 0.6365 first would make
     * 63.7% of 63.6%, and 0.63496 to 0.6350 would make 64% of 63%.
     */
    private static double coarse(double exact) {
        long rounded = Math.round(exact * 1e4);
        boolean tie = rounded % 10 == 5 || rounded % 100 == 50;
        return (tie && exact * 1e4 < rounded - 1e-9 ? rounded - 1 : rounded) / 1e4;
    }

    int base(int exact) {
        return audience == Audience.HOLDER ? exact : (int) rounded(exact);
    }

    double rounded(double exact) {
        return audience == Audience.HOLDER ? exact : Math.round(exact / rules.rounding()) * (double) rules.rounding();
    }

    private Comparison rounded(Comparison c) {
        return new Comparison(
                c.first(),
                c.second(),
                digits(c.firstValue()),
                digits(c.secondValue()),
                base(c.firstBase()),
                base(c.secondBase()),
                base(c.firstCounted()),
                base(c.secondCounted()),
                digits(c.difference()),
                digits(c.se()),
                digits(c.low()),
                digits(c.high()),
                digits(c.t()),
                rounded(c.df()),
                digits(c.p()),
                c.level());
    }

    private void requireShown(SurveyEstimates estimates, Query query) {
        boolean withheld =
                estimate(estimates, query).value().rows().stream().anyMatch(row -> row.cell() instanceof Cell.Withheld);
        if (withheld) {
            throw InputException.of(
                    InputException.SUPPRESSED,
                    "The comparison is withheld [c]: on one side too few respondents are counted, or are not.",
                    query.text(),
                    "Ask for a larger group.");
        }
    }
}
