package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepdive.study.Microdata;

/**
 * The answers to one value of a measure by the groups of one axis, among the respondents of a query: the one table from
 * which groups are compared, so that their covariance is exact.
 */
final class BreakdownTable {

    private final CellTable table;
    private final double[] values;
    private final int groups;

    private BreakdownTable(CellTable table, double[] values, int groups) {
        this.table = table;
        this.values = values;
        this.groups = groups;
    }

    /**
     * The table.
     *
     * @param data the respondents
     * @param tables makes a table of everybody
     * @param query whom the table is about; its breakdown is not looked at
     * @param value what is measured
     * @param groups the axis of groups
     */
    static BreakdownTable of(
            Microdata data, Function<Layout, CellTable> tables, Query query, Measured value, Axis groups) {
        Axis answers = value.axis().orElseThrow();
        Layout layout = new Layout(List.of(answers, domain(data, query), groups));
        return new BreakdownTable(tables.apply(layout), value.values(), groups.size());
    }

    /** The same without groups: one for all. */
    static BreakdownTable of(Microdata data, Function<Layout, CellTable> tables, Query query, Measured value) {
        return of(data, tables, query, value, Axis.of(new byte[data.size()], 1));
    }

    /** The same table, about another value of the same answers. */
    BreakdownTable of(Measured value) {
        return new BreakdownTable(table, value.values(), groups);
    }

    /** One place for those in the domain of a query, and none for others. */
    private static Axis domain(Microdata data, Query query) {
        byte[] codes = new byte[data.size()];
        Arrays.fill(codes, Microdata.MISSING);
        Domain.of(data, query).mark(codes, 1);
        return Axis.of(codes, 1);
    }

    /** The table itself: answers by groups, groups fastest. */
    CellTable cells() {
        return table;
    }

    /** How many places the axis of answers has. */
    int answers() {
        return values.length;
    }

    /** How many groups there are. */
    int groups() {
        return groups;
    }

    /** The mean over some groups together. */
    Ratio mean(int... members) {
        int[] sorted = IntStream.of(members).sorted().toArray();
        int[] cells = new int[values.length * sorted.length];
        double[] above = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i / sorted.length * groups + sorted[i % sorted.length];
            above[i] = values[i / sorted.length];
        }
        return Ratio.mean(table, cells, above);
    }

    /** How many respondents a group has. */
    int count(int group) {
        return IntStream.range(0, values.length)
                .map(answer -> table.count(answer * groups + group))
                .sum();
    }
}
