package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.estimate.interval.Estimated;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Study;
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
    private static final long KEPT = 64L << 20;

    private final Microdata data;
    private final StratumFactors factors;
    private final boolean clustered;
    private final Scan scan;
    private final SumsCache cache;
    private final QueryCheck check;

    /** @param data the respondents */
    public SurveyEstimates(Microdata data) {
        this(data, Runtime.getRuntime().availableProcessors(), KEPT);
    }

    /**
     * @param data the respondents
     * @param threads 1 to read them by the caller's thread alone; more to share out large files
     * @param keptBytes about how many bytes of sums are kept for questions that need them again; 0 for none
     */
    public SurveyEstimates(Microdata data, int threads, long keptBytes) {
        this.data = data;
        this.factors =
                StratumFactors.of(data.strata(), data.study().requireDesign().lonely());
        this.clustered = data.strata().clusterStarts().isPresent();
        this.scan = new Scan(data, factors, threads);
        this.cache = new SumsCache(keptBytes);
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
        List<Measured> measured = Measured.of(data, query, measure);
        Map<String, Sums> sums = sums(query, measured);
        List<TableMeans> means = measured.stream()
                .map(value -> new TableMeans(sums.get(value.key()), factors, clustered, value.values()))
                .toList();
        List<EstimateRow> rows = new ArrayList<>();
        for (Groups.Group group : Groups.of(study(), query, measure, by)) {
            for (int i = 0; i < measured.size(); i++) {
                rows.add(new EstimateRow(
                        group.categories(), measured.get(i).answer(), cell(means.get(i), group.number(), measure)));
            }
        }
        return rows;
    }

    /** The sums of each column of answers in the groups of a query, from one pass, or from an earlier one. */
    private Map<String, Sums> sums(Query query, List<Measured> measured) {
        Map<String, Sums> sums = new HashMap<>();
        Map<String, Layout> missing = new LinkedHashMap<>();
        for (Measured value : measured) {
            if (!sums.containsKey(value.key()) && !missing.containsKey(value.key())) {
                Optional<Sums> known = cache.get(SumsCache.Key.of(query, value.key()));
                known.ifPresent(found -> sums.put(value.key(), found));
                if (known.isEmpty()) {
                    missing.put(value.key(), layout(value, query.by()));
                }
            }
        }
        if (!missing.isEmpty()) {
            List<Sums> made = scan.over(Domain.of(data, query), List.copyOf(missing.values()));
            int next = 0;
            for (String column : missing.keySet()) {
                cache.put(SumsCache.Key.of(query, column), made.get(next));
                sums.put(column, made.get(next++));
            }
        }
        return sums;
    }

    /** A table of everybody, and how uncertain what is made of it is. */
    CellTable table(Layout layout) {
        return new LinearisedTable(scan.over(Domain.everybody(), layout), factors, clustered);
    }

    private Layout layout(Measured value, List<String> by) {
        List<Axis> axes = new ArrayList<>(value.axis().stream().toList());
        for (String name : by) {
            axes.add(Axis.of(
                    data.codes(name),
                    study().codebook().variable(name).categories().size()));
        }
        return new Layout(axes);
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
        int cells = by.stream().mapToInt(v -> v.categories().size()).reduce(1, (a, b) -> a * b);
        if (cells > MOST_CELLS) {
            throw InputException.of(
                    "too-many-groups",
                    "The breakdown has " + cells + " groups.",
                    "",
                    "Break down by fewer categories.");
        }
    }

    private static Cell cell(TableMeans means, int group, Measure measure) {
        int count = means.count(group);
        if (measure instanceof Measure.Base) {
            double kish = means.kishBase(group);
            return new Cell.Estimate(count, 0, Double.NaN, Double.NaN, count, count, kish, Double.NaN, 0, Set.of());
        }
        if (count == 0) {
            return new Cell.Estimate(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, Double.NaN, 0, Set.of(Flag.NOT_AVAILABLE));
        }
        double mean = means.mean(group);
        double simpleVariance = means.simpleVariance(group);
        Spread spread = means.spread(group);
        double variance = withoutResidue(spread.variance(), simpleVariance);
        double se = Math.sqrt(variance);
        double deff = variance / simpleVariance;
        boolean varies = simpleVariance > 0 && deff > 0 && Double.isFinite(deff);
        Interval.Limits limits = Interval.of(measure).limits(new Estimated(mean, se, spread.df(), count), LEVEL);
        return new Cell.Estimate(
                mean,
                se,
                limits.low(),
                limits.high(),
                count,
                means.counted(group),
                varies ? count / deff : means.kishBase(group),
                simpleVariance > 0 ? deff : Double.NaN,
                spread.df(),
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
        Query checked = check.check(query).by(List.of());
        Measured value = Measured.of(data, checked).get(0);
        Sums sums = sums(checked, List.of(value)).get(value.key());
        return IntStream.range(0, sums.cells()).map(sums::count).sum();
    }

    /**
     * The bases of a query in each of its groups: how many respondents are in the base of its first value, as a count of
     * respondents with Kish's effective base.
     */
    public EstimateTable bases(Query query) {
        Query checked = check.check(query);
        List<Variable> by =
                checked.by().stream().map(study().codebook()::variable).toList();
        Measure.Base base = new Measure.Base();
        return new EstimateTable(
                study(),
                checked,
                base,
                base.label(),
                label(),
                data.fingerprint(),
                by,
                bases(checked, by),
                Optional.empty(),
                LEVEL);
    }

    private List<EstimateRow> bases(Query query, List<Variable> by) {
        Optional<Variable> multiple =
                by.stream().filter(v -> v.kind() == Variable.Kind.MULTIPLE).findFirst();
        if (multiple.isPresent()) {
            return bases(query, by, multiple.get());
        }
        Measured first = Measured.of(data, query).get(0);
        double[] everybody = new double[first.values().length];
        Arrays.fill(everybody, 1);
        TableMeans means = new TableMeans(sums(query, List.of(first)).get(first.key()), factors, clustered, everybody);
        return Groups.of(study(), query, study().measure(query.measure()), by).stream()
                .map(group -> new EstimateRow(
                        group.categories(), Optional.empty(), cell(means, group.number(), new Measure.Base())))
                .toList();
    }

    private List<EstimateRow> bases(Query query, List<Variable> by, Variable multiple) {
        int at = by.indexOf(multiple);
        List<Variable> others = new ArrayList<>(by);
        others.remove(at);
        Query rest = query.by(others.stream().map(Variable::name).toList());
        List<EstimateRow> rows = new ArrayList<>();
        for (Category category : multiple.categories()) {
            for (EstimateRow row : bases(rest.where(multiple.name(), category.code()), others)) {
                List<Category> groups = new ArrayList<>(row.groups());
                groups.add(at, category);
                rows.add(new EstimateRow(groups, row.answer(), row.cell()));
            }
        }
        return rows;
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
        boolean sameAnswers = valueOfA.key().equals(valueOfB.key());
        List<Axis> axes = sameAnswers
                ? List.of(valueOfA.axis().orElseThrow(), membership(a, b))
                : List.of(valueOfA.axis().orElseThrow(), valueOfB.axis().orElseThrow(), membership(a, b));
        Layout layout = new Layout(axes);
        CellTable table = table(layout);
        Ratio meanOfA = mean(table, layout, valueOfA, 0, 1);
        Ratio meanOfB = mean(table, layout, valueOfB, axes.size() - 2, 2);
        Statistic difference = Statistic.difference(meanOfA, meanOfB);
        return Comparison.of(a, b, meanOfA, meanOfB, table.spread(difference), LEVEL);
    }

    /**
     * The groups of a query's breakdown compared with one another, or its waves over time, each by an exact test.
     *
     * @throws InputException where there is nothing to compare
     */
    public ComparisonTable comparisons(Query query, ComparisonPlan plan) {
        return new ComparisonFamily(data, this::table, check.check(query), plan).table();
    }

    /**
     * The linear trend of a query's value over the waves, in each group of its breakdown and for each answer.
     *
     * @param adjustment how the probabilities are adjusted over the trends of the table
     * @throws InputException where the study has no waves, or fewer than three are let through
     */
    public TrendTable trends(Query query, Adjustment adjustment) {
        return new WaveTrends(data, this::table, check.check(query), adjustment).table();
    }

    /**
     * Whether a query's only breakdown and the answers of its measure are associated.
     *
     * @throws InputException where the query has no breakdown or two, or its measure has no answers to tabulate
     */
    public AssociationTest association(Query query) {
        return new AssociationTable(data, this::table, check.check(query)).test();
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

    /** Who is in the first query's domain only (place 0), the second's only (place 1), or both (place 2). */
    private Axis membership(Query first, Query second) {
        byte[] codes = new byte[data.size()];
        Arrays.fill(codes, Microdata.MISSING);
        Domain.of(data, first).mark(codes, 1);
        Domain.of(data, second).mark(codes, 2);
        return Axis.of(codes, 3);
    }

    /** The mean of a value over the members of a query's domain: those with a bit set in their place plus one. */
    private static Ratio mean(CellTable table, Layout layout, Measured value, int axisOfAnswers, int member) {
        int members = layout.axes().size() - 1;
        IntUnaryOperator answer = cell -> layout.place(cell, axisOfAnswers);
        int[] cells = IntStream.range(0, layout.cells())
                .filter(cell -> (layout.place(cell, members) + 1 & member) != 0)
                .toArray();
        return Ratio.mean(
                table,
                cells,
                IntStream.of(cells)
                        .mapToDouble(cell -> value.values()[answer.applyAsInt(cell)])
                        .toArray());
    }
}
