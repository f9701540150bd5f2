package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** Makes the comparisons that a plan asks for, each from one table that holds both its sides. */
final class ComparisonFamily {

    private final Microdata data;
    private final Function<Layout, CellTable> tables;
    private final Query query;
    private final ComparisonPlan plan;
    private final Measure measure;
    private final Variable compared;
    private final List<Variable> within;
    private final int place;

    /**
     * @param data the respondents
     * @param tables makes a table of everybody
     * @param query a query that was checked against the study
     * @param plan what is compared
     */
    ComparisonFamily(Microdata data, Function<Layout, CellTable> tables, Query query, ComparisonPlan plan) {
        this.data = data;
        this.tables = tables;
        this.query = query;
        this.plan = plan;
        this.measure = new Measuring(data).measure(query);
        ComparedVariable chosen = ComparedVariable.of(data.study(), query, plan);
        this.compared = chosen.variable();
        this.within = chosen.within();
        this.place = chosen.place();
        requireTest(measure, query);
    }

    /** @throws InputException where the measure is the number of respondents, which no test is about */
    static void requireTest(Measure measure, Query query) {
        if (measure instanceof Measure.Base) {
            throw InputException.of(
                    "no-test", "Numbers of respondents have no test.", query.text(), "Ask for a measure.");
        }
        if (measure instanceof Measure.Quantile || measure instanceof Measure.Total) {
            throw InputException.of(
                    "no-test",
                    "Groups are compared by means, shares and ratios; \"" + measure.name() + "\" is a "
                            + measure.statistic().toLowerCase(Locale.ROOT) + ".",
                    query.text(),
                    "Ask for a mean or a share of the same variable.");
        }
    }

    /** The query without breakdown, about one group of each of some variables. */
    static Query within(Query query, List<Variable> variables, List<Category> categories) {
        Query here = query.by(List.of());
        for (int i = 0; i < categories.size(); i++) {
            here = here.where(variables.get(i).name(), categories.get(i).code());
        }
        return here;
    }

    ComparisonTable table() {
        Study study = data.study();
        List<Category> groups = Groups.of(study, query, measure, List.of(compared)).stream()
                .map(group -> group.categories().get(0))
                .toList();
        Set<Integer> occupied = occupied(groups);
        List<Contrast> contrasts = contrasts(groups, occupied);
        List<ComparisonRow> rows = new ArrayList<>();
        for (Groups.Group group : Groups.of(study, query, measure, within)) {
            rows.addAll(rows(group.categories(), contrasts));
        }
        List<Category> empty = groups.stream()
                .filter(group -> !occupied.contains(compared.indexOf(group.code())))
                .toList();
        return new ComparisonTable(
                        study,
                        query,
                        plan,
                        measure,
                        data.label(),
                        data.fingerprint(),
                        within,
                        compared,
                        place,
                        groups,
                        empty,
                        rows)
                .with(rows);
    }

    private List<Contrast> contrasts(List<Category> groups, Set<Integer> occupied) {
        if (!plan.pairing().isOverTime()) {
            return new ContrastPlan(data, plan, compared, groups).contrasts();
        }
        return new WaveContrasts(plan, compared, axis(), groups, occupied).contrasts();
    }

    private Axis axis() {
        return Axis.of(data.codes(compared.name()), compared.categories().size());
    }

    /** The places of the groups in which anybody is. */
    private Set<Integer> occupied(List<Category> groups) {
        Query all = query.by(List.of());
        Measured value = new Measuring(data).of(all).get(0);
        Set<Integer> occupied = new TreeSet<>();
        if (compared.kind() == Variable.Kind.MULTIPLE) {
            for (Category group : groups) {
                Query mentioned = all.where(compared.name(), group.code());
                if (BreakdownTable.of(data, tables, mentioned, value).count(0) > 0) {
                    occupied.add(compared.indexOf(group.code()));
                }
            }
            return occupied;
        }
        BreakdownTable table = BreakdownTable.of(data, tables, all, value, axis());
        IntStream.range(0, table.groups()).filter(g -> table.count(g) > 0).forEach(occupied::add);
        return occupied;
    }

    private List<ComparisonRow> rows(List<Category> categories, List<Contrast> contrasts) {
        Query here = within(query, within, categories);
        List<Measured> measured = new Measuring(data).of(here);
        Map<List<Object>, BreakdownTable> made = new HashMap<>();
        List<ComparisonRow> rows = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            for (Measured value : measured) {
                BreakdownTable table = made.computeIfAbsent(
                        List.of(value.key(), contrast.axis()),
                        key -> BreakdownTable.of(data, tables, here, value, contrast.axis()));
                rows.add(row(categories, contrast, value.answer(), answered(here, value), table.of(value)));
            }
        }
        return rows;
    }

    /** The query about one answer. */
    private static Query answered(Query query, Measured value) {
        boolean one = query.answers().isEmpty() && value.answer().isPresent();
        List<String> answers = one ? List.of(value.answer().get().code()) : query.answers();
        return query.answers(answers);
    }

    /** Of a share of 0% or 100% the standard error is 0 whatever the sample: no certainty, and no test. */
    private boolean hasNoVariance(Ratio side) {
        return measure.isShare() && (side.counted() == 0 || side.counted() == side.count());
    }

    private ComparisonRow row(
            List<Category> categories,
            Contrast contrast,
            Optional<Category> answer,
            Query asked,
            BreakdownTable table) {
        Ratio first = table.mean(contrast.firstSide().places());
        Ratio second = table.mean(contrast.secondSide().places());
        boolean untestable = first.count() == 0 || second.count() == 0 || hasNoVariance(first) || hasNoVariance(second);
        Spread spread =
                untestable ? new Spread(Double.NaN, 0) : table.cells().spread(Statistic.difference(first, second));
        Comparison difference = Comparison.of(
                contrast.firstSide().restricted().apply(asked),
                contrast.secondSide().restricted().apply(asked),
                new Comparison.Side(first.value(), first.count(), first.counted()),
                new Comparison.Side(second.value(), second.count(), second.counted()),
                spread,
                plan.level());
        Optional<RatioComparison> ratio = plan.effect() == ComparisonPlan.Effect.RATIO
                ? Optional.of(RatioComparison.of(first, second, table.cells(), plan.level()))
                : Optional.empty();
        return new ComparisonRow(
                categories,
                contrast.first(),
                contrast.second(),
                answer,
                new ComparisonRow.Tested(difference, ratio, Double.NaN));
    }
}
