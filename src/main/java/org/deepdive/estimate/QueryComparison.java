package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Microdata;

/**
 * The difference of two queries, each with one value, from one table of who is in which: exact for disjoint and overlapping
 * groups, and for one measure or two.
 */
final class QueryComparison {

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final SurveyEstimates estimates;
    private final Query first;
    private final Query second;

    /**
     * @param estimates the survey
     * @param first the first query, checked
     * @param second the second query, checked
     * @throws InputException where both are the same, or one has several values or none to compare
     */
    QueryComparison(SurveyEstimates estimates, Query first, Query second) {
        this.estimates = estimates;
        this.first = first;
        this.second = second;
        if (first.equals(second)) {
            throw InputException.of(
                    "same-groups", "The two groups of the comparison are the same.", first.text(), "Name two groups.");
        }
        if (estimates.study().measure(first.measure()) instanceof Measure.Base) {
            throw InputException.of(
                    "no-test",
                    "Numbers of respondents have no test of a difference.",
                    first.text(),
                    "Ask for a measure.");
        }
    }

    /** First less second, with a t test on the degrees of freedom of the two groups together. */
    Comparison difference() {
        Measured a = single(first);
        Measured b = single(second);
        boolean sameAnswers = a.key().equals(b.key());
        List<Axis> axes = new ArrayList<>();
        a.axes().forEach(axis -> axes.add(sameAnswers ? axis : axis.withEverybody()));
        if (!sameAnswers) {
            b.axes().forEach(axis -> axes.add(axis.withEverybody()));
        }
        axes.add(membership());
        Layout layout = new Layout(axes);
        CellTable table = estimates.table(layout);
        Side sideOfA = new Side(table, layout, a, 0, FIRST);
        Side sideOfB = new Side(table, layout, b, sameAnswers ? 0 : a.axes().size(), SECOND);
        Spread spread = table.spread(Statistic.difference(sideOfA.statistic(), sideOfB.statistic()));
        return Comparison.of(first, second, sideOfA.total(), sideOfB.total(), spread, SurveyEstimates.LEVEL);
    }

    private Measured single(Query query) {
        List<Measured> values = estimates.measured(query);
        if (values.size() != 1 || !query.by().isEmpty()) {
            throw InputException.of(
                    "not-single",
                    "A comparison needs two queries with one value each; this one has several.",
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

    /** Who is in the first query's domain only (place 0), the second's only (place 1), or both (place 2). */
    private Axis membership() {
        byte[] codes = new byte[estimates.data().size()];
        Arrays.fill(codes, Microdata.MISSING);
        Domain.of(estimates.data(), first).mark(codes, FIRST);
        Domain.of(estimates.data(), second).mark(codes, SECOND);
        return Axis.of(codes, FIRST + SECOND);
    }

    /** One of the two queries in their common table. */
    private static final class Side {
        private final CellTable table;
        private final Measured value;
        private final int[] cells;
        private final int[] places;

        /**
         * @param answers the first axis of its answers
         * @param member which bit a place of the last axis, plus one, has set for its members
         */
        Side(CellTable table, Layout layout, Measured value, int answers, int member) {
            this.table = table;
            this.value = value;
            int last = layout.axes().size() - 1;
            IntUnaryOperator placeOf = cell -> place(layout, value, answers, cell);
            this.cells = IntStream.range(0, layout.cells())
                    .filter(cell -> (layout.place(cell, last) + 1 & member) != 0 && placeOf.applyAsInt(cell) >= 0)
                    .toArray();
            this.places = IntStream.of(cells).map(placeOf).toArray();
        }

        /** The place of a cell among a value's own; -1 where an answer is outside its base. */
        private static int place(Layout layout, Measured value, int answers, int cell) {
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

        Statistic statistic() {
            return value.statistic(table, cells, places);
        }

        Comparison.Side total() {
            int count = 0;
            int counted = 0;
            for (int k = 0; k < cells.length; k++) {
                count += table.count(cells[k]);
                counted += value.above()[places[k]] > 0 ? table.count(cells[k]) : 0;
            }
            return new Comparison.Side(statistic().value(), count, counted);
        }
    }
}
