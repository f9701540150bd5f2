package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.deepdive.estimate.comparison.Adjustment;
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

    private static final int MOST_CELLS = 20_000;
    private static final long KEPT = 64L << 20;

    private final Microdata data;
    private final Tables tables;
    private final Measuring measuring;
    private final QueryCheck check;
    private final Headcounts headcounts;

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
        this.tables = new Tables(data, threads, keptBytes);
        this.measuring = new Measuring(data);
        this.check = new QueryCheck(data.study());
        this.headcounts = new Headcounts(data);
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
        return table(checked, measure(checked));
    }

    private Measure measure(Query checked) {
        return measuring.measure(checked);
    }

    /**
     * How many gave each answer of the whole distribution behind a share of one variable or a mean: the same base, groups
     * and domain, one row an answer, each a cell of counts without an estimate. Empty for a measure without one: a whole distribution itself, multiple response, a count of respondents.
     */
    public Optional<AnswersBehind> answersBehind(Query query) {
        Query checked = check.check(query);
        Measure measure = measure(checked);
        if (!(measure instanceof Measure.OfRespondents asked) || !hasDistributionBehind(checked, asked)) {
            return Optional.empty();
        }
        List<Variable> by =
                checked.by().stream().map(study().codebook()::variable).toList();
        Measure.Distribution whole = new Measure.Distribution(
                measure.name(), measure.label(), measure.shortLabel(), asked.variable(), outsideBase(asked));
        Query asking = checked.answers(List.of()).choosing(QueryChoices.USUAL);
        return Optional.of(new AnswersBehind(whole, headcounts(asking, by, whole)));
    }

    /**
     * How many gave each answer.
     *
     * @param measure the whole distribution
     * @param rows its counts
     */
    public record AnswersBehind(Measure.Distribution measure, List<EstimateRow> rows) {}

    private List<EstimateRow> headcounts(Query query, List<Variable> by, Measure.Distribution measure) {
        for (int i = 0; i < by.size(); i++) {
            if (by.get(i).kind() == Variable.Kind.MULTIPLE) {
                return overlapping(query, by, i, (rest, others) -> headcounts(rest, others, measure));
            }
        }
        requireCells(by);
        List<Measured> answers = measuring.of(measure, List.of());
        int[] counts = headcounts.of(query, answers.get(0));
        int groups = counts.length / answers.size();
        List<EstimateRow> rows = new ArrayList<>();
        for (Groups.Group group : Groups.of(study(), query, measure, by)) {
            int base = IntStream.range(0, answers.size())
                    .map(answer -> counts[answer * groups + group.number()])
                    .sum();
            for (int i = 0; i < answers.size(); i++) {
                Cell cell = Cell.Estimate.headcount(base, counts[i * groups + group.number()]);
                rows.add(new EstimateRow(group.categories(), answers.get(i).answer(), cell));
            }
        }
        return rows;
    }

    private boolean hasDistributionBehind(Query checked, Measure.OfRespondents measure) {
        if (measure instanceof Measure.Base
                || !study().codebook().variable(measure.variable()).isSingle()) {
            return false;
        }
        return !(measure instanceof Measure.Distribution) || !checked.answers().isEmpty();
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
                Optional.of(interval(checked, measure)),
                LEVEL);
    }

    private List<EstimateRow> rows(Query query, List<Variable> by, Measure measure) {
        for (int i = 0; i < by.size(); i++) {
            if (by.get(i).kind() == Variable.Kind.MULTIPLE) {
                return overlapping(query, by, i, (rest, others) -> rows(rest, others, measure));
            }
        }
        requireCells(by);
        List<Measured> measured = measuring.of(measure, query.answers());
        Map<String, CellTable> made = tables.of(query, measured);
        List<GroupCells> cells = measured.stream()
                .map(value -> new GroupCells(made.get(value.key()), value, interval(query, measure), LEVEL))
                .toList();
        List<EstimateRow> rows = new ArrayList<>();
        for (Groups.Group group : Groups.of(study(), query, measure, by)) {
            for (int i = 0; i < measured.size(); i++) {
                Cell cell = measure instanceof Measure.Base
                        ? cells.get(i).count(group.number())
                        : cells.get(i).of(group.number());
                rows.add(new EstimateRow(group.categories(), measured.get(i).answer(), cell));
            }
        }
        return rows;
    }

    private static Interval interval(Query query, Measure measure) {
        return query.choices().interval().orElse(Interval.of(measure));
    }

    /** One query for each answer of a multiple-response breakdown, since a respondent can be in several groups. */
    private static List<EstimateRow> overlapping(
            Query query, List<Variable> by, int at, BiFunction<Query, List<Variable>, List<EstimateRow>> rowsOf) {
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
            for (EstimateRow row : rowsOf.apply(rest.where(multiple.name(), category.code()), others)) {
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

    /**
     * The unweighted base of a query's first value, without its breakdown: whom the domain holds and the measure counts or
     * not.
     */
    public int base(Query query) {
        Query checked = check.check(query).by(List.of());
        return IntStream.of(headcounts.of(checked, measuring.of(checked).get(0)))
                .sum();
    }

    /** What respondents a checked query asks for, one value an answer. */
    List<Measured> measured(Query checked) {
        return measuring.of(checked);
    }

    /** A table of everybody, and how uncertain what is made of it is. */
    CellTable table(Layout layout) {
        return tables.of(Domain.everybody(), layout);
    }

    /** The variance of respondents' influence values under the survey's design. */
    RespondentVariance variance() {
        return tables.variance();
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
        for (int i = 0; i < by.size(); i++) {
            if (by.get(i).kind() == Variable.Kind.MULTIPLE) {
                return overlapping(query, by, i, this::bases);
            }
        }
        Measured first = measured(query).get(0);
        CellTable table = tables.of(query, List.of(first)).get(first.key());
        GroupCells cells = new GroupCells(table, first, Interval.WALD, LEVEL);
        return Groups.of(study(), query, study().measure(query.measure()), by).stream()
                .map(group -> new EstimateRow(group.categories(), Optional.empty(), cells.count(group.number())))
                .toList();
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
        return new QueryComparison(this, check.check(first), check.check(second)).difference();
    }

    /**
     * A weighted sum of the values of several queries, such as a difference of differences: 1, -1, -1, 1. The groups may
     * be disjoint or overlap, lie in one wave or several, and be about one measure or more; the covariances are exact.
     *
     * <p>The test is a t test with the degrees of freedom of all groups together; source: see {@link LinearContrast}.
     *
     * @param queries two to six queries with one value each; one may occur twice
     * @param weights the number each value is multiplied by, none of them 0
     * @throws InputException where a query has several values, or none that has a test
     */
    public LinearContrast contrast(List<Query> queries, List<Double> weights) {
        return new QueryContrast(queries.stream().map(check::check).toList(), weights).of(this);
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
}
