package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Study;
import org.deepdive.study.SurveyDesign;
import org.deepdive.study.Variable;

/**
 * Answers queries from the respondents of a survey.
 *
 * <p>Defaults: 95% intervals, {@link Interval#LOGIT} for shares and {@link Interval#WALD} for means, linearised standard
 * errors with the study's own treatment of lonely sampling units. A breakdown by a multiple-response variable has one
 * group for each answer, and its groups overlap. Groups are listed by what the query and the questionnaire allow, also where nobody is in them.
 */
public final class SurveyEstimates implements Estimates {

    /** The confidence level of intervals and tests. */
    public static final double LEVEL = 0.95;

    /** A design effect below this is a rounding residue. */
    private static final double RESIDUE = 1e-12;

    private static final int MOST_CELLS = 20_000;

    private final Microdata data;
    private final SurveyDesign.Lonely lonely;
    private final QueryCheck check;

    /** @param data the respondents */
    public SurveyEstimates(Microdata data) {
        this.data = data;
        this.lonely = data.study().requireDesign().lonely();
        this.check = new QueryCheck(data.study());
    }

    @Override
    public Study study() {
        return data.study();
    }

    @Override
    public DataLabel label() {
        return data.label();
    }

    /** The respondents. */
    public Microdata data() {
        return data;
    }

    @Override
    public EstimateTable estimate(Query query) {
        Query checked = check.check(query);
        Measure measure = study().measure(checked.measure());
        return table(checked, measure);
    }

    /**
     * The whole distribution of answers behind a share of one variable or a mean: the same base, groups and domain, one row
     * an answer. Empty for a measure without one: a whole distribution itself, multiple response, a count of respondents.
     */
    public Optional<EstimateTable> distributionBehind(Query query) {
        Query checked = check.check(query);
        Measure measure = study().measure(checked.measure());
        boolean whole =
                measure instanceof Measure.Distribution && checked.answers().isEmpty();
        if (whole || measure instanceof Measure.MultipleResponse || measure instanceof Measure.Base) {
            return Optional.empty();
        }
        Measure.OfRespondents asked = (Measure.OfRespondents) measure;
        Query all = new Query(
                checked.study(), checked.measure(), List.of(), checked.by(), checked.where(), checked.waves());
        return Optional.of(table(
                all,
                new Measure.Distribution(
                        measure.name(), measure.label(), measure.shortLabel(), asked.variable(), outsideBase(asked))));
    }

    private List<String> outsideBase(Measure.OfRespondents measure) {
        if (measure instanceof Measure.Mean mean) {
            return study().codebook().variable(mean.variable()).codes().stream()
                    .filter(code -> !mean.scores().containsKey(code))
                    .toList();
        }
        return measure.exclude();
    }

    private EstimateTable table(Query checked, Measure measure) {
        List<Variable> by =
                checked.by().stream().map(study().codebook()::variable).toList();
        return new EstimateTable(
                study(),
                checked,
                measure,
                measure.label(),
                label(),
                data.fingerprint(),
                by,
                rows(checked, by, measure),
                Optional.of(Interval.of(measure)),
                LEVEL);
    }

    private List<EstimateRow> rows(Query query, List<Variable> by, Measure measure) {
        for (int i = 0; i < by.size(); i++) {
            if (by.get(i).kind() == Variable.Kind.MULTIPLE) {
                return overlapping(query, by, i, measure);
            }
        }
        requireCells(by);
        Map<byte[], Sums> sums = new IdentityHashMap<>();
        Domain domain = Domain.of(data, query);
        List<Axis> groups = by.stream().map(this::axis).toList();
        List<Measured> measured = Measured.of(data, query, measure);
        for (Measured value : measured) {
            sums.computeIfAbsent(
                    value.axis().codes(),
                    codes -> Scan.over(
                            data,
                            domain,
                            Stream.concat(groups.stream(), Stream.of(value.axis()))
                                    .toList()));
        }
        List<EstimateRow> rows = new ArrayList<>();
        List<boolean[]> possible =
                by.stream().map(variable -> possible(variable, query, measure)).toList();
        for (List<Integer> places : combinations(possible)) {
            for (Measured value : measured) {
                rows.add(row(by, groups, places, value, sums.get(value.axis().codes()), measure));
            }
        }
        return rows;
    }

    /** One query for each answer of a multiple-response breakdown, since a respondent can be in several groups. */
    private List<EstimateRow> overlapping(Query query, List<Variable> by, int at, Measure measure) {
        Variable multiple = by.get(at);
        if (query.where().containsKey(multiple.name())) {
            throw InputException.of(
                    "breakdown",
                    "A query cannot filter and break down by \"" + multiple.name()
                            + "\", which allows several answers.",
                    query.text(),
                    "Drop one of the two.");
        }
        List<Variable> others = new ArrayList<>(by);
        others.remove(at);
        Query rest = query.by(others.stream().map(Variable::name).toList());
        List<EstimateRow> rows = new ArrayList<>();
        for (Category category : multiple.categories()) {
            for (EstimateRow row : rows(rest.where(multiple.name(), category.code()), others, measure)) {
                List<Category> groups = new ArrayList<>(row.groups());
                groups.add(at, category);
                rows.add(new EstimateRow(groups, row.answer(), row.cell()));
            }
        }
        return rows;
    }

    private void requireCells(List<Variable> by) {
        int cells = by.stream().mapToInt(v -> v.categories().size() + 1).reduce(1, (a, b) -> a * b);
        if (cells > MOST_CELLS) {
            throw InputException.of(
                    "too-many-groups",
                    "The breakdown has " + cells + " groups.",
                    "",
                    "Break down by fewer categories.");
        }
    }

    private Axis axis(Variable variable) {
        return new Axis(data.codes(variable.name()), variable.categories().size());
    }

    /**
     * Which categories of a breakdown can have anybody, by the query and the questionnaire alone: those that the query's
     * filters and waves let through, and that were asked. Whether anybody is there is not looked at, since a group that is
     * left out where it is empty tells that others are not.
     */
    private boolean[] possible(Variable variable, Query query, Measure measure) {
        boolean[] possible = new boolean[variable.categories().size()];
        List<String> through = query.where().getOrDefault(variable.name(), variable.codes());
        List<String> asked = asked(variable, measure);
        boolean isWave = study().waves().filter(variable::equals).isPresent();
        for (int k = 0; k < possible.length; k++) {
            String code = variable.categories().get(k).code();
            int place = k;
            boolean inRange = !isWave
                    || query.waves()
                            .map(range ->
                                    place >= variable.indexOf(range.first()) && place <= variable.indexOf(range.last()))
                            .orElse(true);
            possible[k] = through.contains(code) && asked.contains(code) && inRange;
        }
        return possible;
    }

    /** The categories of a variable whose respondents were asked what a measure needs. */
    private List<String> asked(Variable variable, Measure measure) {
        if (!(measure instanceof Measure.OfRespondents of) || measure instanceof Measure.Base) {
            return variable.codes();
        }
        String[] condition =
                study().codebook().variable(of.variable()).askedOf().split(":");
        return condition.length == 2 && condition[0].equals(variable.name())
                ? List.of(condition[1].split("/"))
                : variable.codes();
    }

    private static List<List<Integer>> combinations(List<boolean[]> possible) {
        List<List<Integer>> all = List.of(List.of());
        for (boolean[] categories : possible) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> start : all) {
                for (int k = 0; k < categories.length; k++) {
                    if (categories[k]) {
                        List<Integer> extended = new ArrayList<>(start);
                        extended.add(k + 1);
                        longer.add(extended);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private EstimateRow row(
            List<Variable> by, List<Axis> axes, List<Integer> places, Measured value, Sums sums, Measure measure) {
        int group = 0;
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            group = group * axes.get(i).places() + places.get(i);
            categories.add(by.get(i).categories().get(places.get(i) - 1));
        }
        int answers = value.axis().places();
        double[] values = new double[answers];
        for (int place = 0; place < answers; place++) {
            values[place] = value.valueAt(place);
        }
        return new EstimateRow(
                categories, value.answer(), cell(sums, new RatioMean(sums, group * answers, values), measure));
    }

    private Cell.Estimate cell(Sums sums, RatioMean mean, Measure measure) {
        if (measure instanceof Measure.Base) {
            return new Cell.Estimate(
                    mean.count(),
                    0,
                    Double.NaN,
                    Double.NaN,
                    mean.count(),
                    mean.count(),
                    mean.kishBase(),
                    Double.NaN,
                    0,
                    Set.of());
        }
        if (mean.count() == 0) {
            return new Cell.Estimate(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, Double.NaN, 0, Set.of(Flag.NOT_AVAILABLE));
        }
        Linearisation.Spread spread = new Linearisation(sums, lonely).spread(Contrast.of(mean));
        double variance = withoutResidue(spread.variance(), mean.simpleVariance());
        double se = Math.sqrt(variance);
        double df = spread.df();
        double deff = variance / mean.simpleVariance();
        boolean varies = mean.simpleVariance() > 0 && deff > 0 && Double.isFinite(deff);
        Interval.Limits limits = Interval.of(measure).limits(new Estimated(mean.mean(), se, df, mean.count()), LEVEL);
        return new Cell.Estimate(
                mean.mean(),
                se,
                limits.low(),
                limits.high(),
                mean.count(),
                mean.counted(),
                varies ? mean.count() / deff : mean.kishBase(),
                mean.simpleVariance() > 0 ? deff : Double.NaN,
                df,
                Set.of());
    }

    /** 0 where a variance is what rounding leaves of 0, as where the domain lies in one sampling unit. */
    private static double withoutResidue(double variance, double simpleVariance) {
        return variance < RESIDUE * simpleVariance ? 0 : variance;
    }

    /**
     * The unweighted base of a query's first value, without its breakdown: whom the domain holds and the measure counts or
     * not.
     */
    public int base(Query query) {
        Query checked = check.check(query);
        Measured value = Measured.of(data, checked).get(0);
        return Domain.of(data, checked).answering(value).count();
    }

    /**
     * The difference of two queries, each with one value: first less second. The two may be about disjoint or
     * overlapping groups, and about one measure or two; the covariance is exact.
     *
     * <p>The test is a t test with the degrees of freedom of the two groups together.
     *
     * @throws InputException where a query has several values
     */
    public Comparison compare(Query first, Query second) {
        Query a = check.check(first);
        Query b = check.check(second);
        requireDifferent(a, b);
        Measured valueOfA = single(a);
        Measured valueOfB = single(b);
        boolean sameAnswers = valueOfA.axis().codes() == valueOfB.axis().codes();
        List<Axis> axes = sameAnswers
                ? List.of(membership(a, b), valueOfA.axis())
                : List.of(membership(a, b), valueOfA.axis(), valueOfB.axis());
        Sums sums = Scan.over(data, Domain.of(data, everybody(a)), axes);
        RatioMean meanOfA = new RatioMean(sums, 0, values(sums, axes, valueOfA, 1, Set.of(1, 3)));
        RatioMean meanOfB = new RatioMean(sums, 0, values(sums, axes, valueOfB, axes.size() - 1, Set.of(2, 3)));
        return Comparison.of(a, b, sums, meanOfA, meanOfB, lonely, LEVEL);
    }

    private void requireDifferent(Query first, Query second) {
        if (first.equals(second)) {
            throw InputException.of(
                    "same-groups", "The two groups of the comparison are the same.", first.text(), "Name two groups.");
        }
        if (study().measure(first.measure()) instanceof Measure.Base) {
            throw InputException.of(
                    "no-test",
                    "Numbers of respondents have no test of a difference.",
                    first.text(),
                    "Ask for a measure.");
        }
    }

    private Measured single(Query query) {
        List<Measured> values = Measured.of(data, query);
        if (values.size() != 1 || !query.by().isEmpty()) {
            throw InputException.of(
                    "not-single",
                    "A comparison needs two queries with one value each; this one has several.",
                    query.text(),
                    "Leave by out and pick one answer, as measure.answer.");
        }
        return values.get(0);
    }

    private static Query everybody(Query query) {
        return new Query(query.study(), query.measure(), List.of(), List.of(), new TreeMap<>(), Optional.empty());
    }

    /** Who is in the first query's domain only (place 1), the second's only (place 2), or both (place 3). */
    private Axis membership(Query first, Query second) {
        Domain a = Domain.of(data, first);
        Domain b = Domain.of(data, second);
        byte[] codes = new byte[data.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) ((a.holds(i) ? 1 : 0) + (b.holds(i) ? 2 : 0) - 1);
        }
        return new Axis(codes, 3);
    }

    private static double[] values(
            Sums sums, List<Axis> axes, Measured value, int axisOfAnswers, Set<Integer> members) {
        double[] values = new double[sums.cells()];
        int inner =
                axisOfAnswers == axes.size() - 1 ? 1 : axes.get(axes.size() - 1).places();
        int outer = sums.cells() / axes.get(0).places();
        for (int cell = 0; cell < values.length; cell++) {
            int place = cell / inner % axes.get(axisOfAnswers).places();
            values[cell] = members.contains(cell / outer) ? value.valueAt(place) : Double.NaN;
        }
        return values;
    }
}
