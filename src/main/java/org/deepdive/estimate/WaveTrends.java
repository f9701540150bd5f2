package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** Makes the {@linkplain Trend linear trends} of a query over the waves of its study. */
final class WaveTrends {

    private final Microdata data;
    private final Function<Layout, CellTable> tables;
    private final Query query;
    private final Adjustment adjustment;
    private final Measure measure;
    private final Variable wave;
    private final List<Variable> within;
    private final List<Category> waves;
    private final Set<Integer> occupied = new TreeSet<>();

    /**
     * @param data the respondents
     * @param tables makes a table of everybody
     * @param query a query that was checked against the study
     * @param adjustment how probabilities are adjusted
     */
    WaveTrends(Microdata data, Function<Layout, CellTable> tables, Query query, Adjustment adjustment) {
        Study study = data.study();
        this.data = data;
        this.tables = tables;
        this.query = query;
        this.adjustment = adjustment;
        this.measure = new Measuring(data).measure(query);
        this.wave = ComparedVariable.waves(study, query);
        this.within = ComparedVariable.of(study, query, wave.name()).within();
        ComparisonFamily.requireTest(measure, query);
        this.waves = Groups.of(study, query, measure, List.of(wave)).stream()
                .map(group -> group.categories().get(0))
                .toList();
        if (waves.size() < Trend.FEWEST_WAVES) {
            throw InputException.of(
                    "few-waves",
                    "A trend needs at least " + Trend.FEWEST_WAVES + " waves; the query has " + waves.size() + ".",
                    query.text(),
                    "Let more waves through, or compare two of them.");
        }
    }

    TrendTable table() {
        List<TrendRow> rows = new ArrayList<>();
        for (Groups.Group group : Groups.of(data.study(), query, measure, within)) {
            rows.addAll(rows(group.categories()));
        }
        List<Category> empty = waves.stream()
                .filter(each -> !occupied.contains(wave.indexOf(each.code())))
                .toList();
        return new TrendTable(
                        data.study(),
                        query,
                        measure,
                        data.label(),
                        data.fingerprint(),
                        within,
                        waves,
                        empty,
                        adjustment,
                        SurveyEstimates.LEVEL,
                        rows)
                .with(rows);
    }

    private List<TrendRow> rows(List<Category> categories) {
        Query here = ComparisonFamily.within(query, within, categories);
        Axis axis = Axis.of(data.codes(wave.name()), wave.categories().size());
        Map<String, BreakdownTable> made = new HashMap<>();
        List<TrendRow> rows = new ArrayList<>();
        for (Measured value : new Measuring(data).of(here)) {
            BreakdownTable table = made.computeIfAbsent(
                            value.key(), key -> BreakdownTable.of(data, tables, here, value, axis))
                    .of(value);
            rows.add(new TrendRow(categories, value.answer(), Optional.of(trend(table)), Double.NaN));
        }
        return rows;
    }

    private Trend trend(BreakdownTable table) {
        int[] places = IntStream.range(0, table.groups())
                .filter(place -> table.count(place) > 0)
                .toArray();
        IntStream.of(places).forEach(occupied::add);
        List<Ratio> means = IntStream.of(places).mapToObj(table::mean).toList();
        int base = means.stream().mapToInt(Ratio::count).sum();
        double first = means.isEmpty() ? Double.NaN : means.get(0).value();
        double last = means.isEmpty() ? Double.NaN : means.get(means.size() - 1).value();
        if (places.length < Trend.FEWEST_WAVES) {
            return Trend.of(
                    Double.NaN, new Spread(Double.NaN, 0), places.length, base, first, last, SurveyEstimates.LEVEL);
        }
        Statistic slope = combined(means, coefficients(places, means));
        return Trend.of(
                slope.value(), table.cells().spread(slope), places.length, base, first, last, SurveyEstimates.LEVEL);
    }

    /** What the estimate of each wave counts in the weighted least-squares slope. */
    private static double[] coefficients(int[] places, List<Ratio> means) {
        double n = means.stream().mapToInt(Ratio::count).sum();
        double centre = IntStream.range(0, places.length)
                        .mapToDouble(i -> (double) means.get(i).count() * places[i])
                        .sum()
                / n;
        double[] coefficients = IntStream.range(0, places.length)
                .mapToDouble(i -> means.get(i).count() * (places[i] - centre))
                .toArray();
        double scale = IntStream.range(0, places.length)
                .mapToDouble(i -> coefficients[i] * (places[i] - centre))
                .sum();
        return IntStream.range(0, places.length)
                .mapToDouble(i -> coefficients[i] / scale)
                .toArray();
    }

    private static Statistic combined(List<Ratio> means, double[] coefficients) {
        double start = coefficients[0];
        double next = coefficients[1];
        Statistic sum = new Combination(means.get(0), means.get(1), start, next, (a, b) -> start * a + next * b);
        for (int i = 2; i < coefficients.length; i++) {
            double c = coefficients[i];
            sum = new Combination(sum, means.get(i), 1, c, (a, b) -> a + c * b);
        }
        return sum;
    }
}
