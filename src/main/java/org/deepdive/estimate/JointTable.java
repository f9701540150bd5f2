package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;

/**
 * Several queries, each with one value, in one table of who is in which: what makes their covariances exact, for disjoint and
 * for overlapping groups, for several waves, and for one measure or more.
 */
final class JointTable {

    /** So many queries; which of them a respondent is in is kept in the bits of a byte. */
    static final int MOST_QUERIES = 6;

    private final SurveyEstimates estimates;
    private final List<Query> queries;
    private final Layout layout;
    private final CellTable table;
    private final List<Side> sides;

    /**
     * @param estimates the survey
     * @param queries checked queries, two to {@value #MOST_QUERIES}
     * @throws InputException where one has several values, or none that has a test
     */
    JointTable(SurveyEstimates estimates, List<Query> queries) {
        this.estimates = estimates;
        this.queries = List.copyOf(queries);
        List<Measured> values = queries.stream().map(this::single).toList();
        boolean sameAnswers = values.stream().map(Measured::key).distinct().count() == 1;
        List<Axis> axes = new ArrayList<>();
        Map<String, Integer> firstAxis = new LinkedHashMap<>();
        for (Measured value : values) {
            if (firstAxis.putIfAbsent(value.key(), axes.size()) == null) {
                value.axes().forEach(axis -> axes.add(sameAnswers ? axis : axis.withEverybody()));
            }
        }
        axes.add(membership());
        this.layout = new Layout(axes);
        this.table = estimates.table(layout);
        this.sides = IntStream.range(0, values.size())
                .mapToObj(k -> side(values.get(k), firstAxis.get(values.get(k).key()), 1 << k))
                .toList();
    }

    private Measured single(Query query) {
        if (estimates.study().measure(query.measure()) instanceof Measure.Base) {
            throw InputException.of(
                    "no-test",
                    "Numbers of respondents have no test of a difference.",
                    query.text(),
                    "Ask for a measure.");
        }
        List<Measured> values = estimates.measured(query);
        if (values.size() != 1 || !query.by().isEmpty()) {
            throw InputException.of(
                    "not-single",
                    "A comparison needs queries with one value each; this one has several.",
                    query.text(),
                    "Leave by out and pick one answer, as measure.answer.");
        }
        if (values.get(0).kind() == Measured.Kind.QUANTILE) {
            throw InputException.of(
                    "no-test",
                    "Quantiles have no test of a difference: their variance is that of a share, and not additive.",
                    query.text(),
                    "Compare means, or the shares above a value.");
        }
        return values.get(0);
    }

    /** For each respondent the set of queries that let them through, as bits less one; nobody's place is missing. */
    private Axis membership() {
        byte[] codes = new byte[estimates.data().size()];
        Arrays.fill(codes, Microdata.MISSING);
        for (int k = 0; k < queries.size(); k++) {
            Domain.of(estimates.data(), queries.get(k)).mark(codes, 1 << k);
        }
        return Axis.of(codes, (1 << queries.size()) - 1);
    }

    /** @param answers the first axis of the value's answers */
    private Side side(Measured value, int answers, int member) {
        int last = layout.axes().size() - 1;
        IntUnaryOperator placeOf = cell -> place(value, answers, cell);
        int[] cells = IntStream.range(0, layout.cells())
                .filter(cell -> (layout.place(cell, last) + 1 & member) != 0 && placeOf.applyAsInt(cell) >= 0)
                .toArray();
        return new Side(value, cells, IntStream.of(cells).map(placeOf).toArray());
    }

    /** The place of a cell among a value's own; -1 where an answer is outside its base. */
    private int place(Measured value, int answers, int cell) {
        int place = 0;
        for (int k = 0; k < value.axes().size(); k++) {
            int along = layout.place(cell, answers + k);
            if (along >= value.axes().get(k).size()) {
                return -1;
            }
            place = place * value.axes().get(k).size() + along;
        }
        return place;
    }

    /** One query's value. */
    private record Side(Measured value, int[] cells, int[] places) {}

    /** The value of a query, as a statistic of the common table. */
    Statistic statistic(int query) {
        Side side = sides.get(query);
        return side.value().statistic(table, side.cells(), side.places());
    }

    /** The value of a query and its base. */
    Comparison.Side total(int query) {
        Side side = sides.get(query);
        int count = 0;
        int counted = 0;
        for (int k = 0; k < side.cells().length; k++) {
            int respondents = table.count(side.cells()[k]);
            count += respondents;
            counted += side.value().above()[side.places()[k]] > 0 ? respondents : 0;
        }
        return new Comparison.Side(statistic(query).value(), count, counted);
    }

    /** How many queries there are. */
    int size() {
        return queries.size();
    }

    /** The variance of a statistic of the common table. */
    Spread spread(Statistic statistic) {
        return table.spread(statistic);
    }
}
