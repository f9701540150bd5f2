package org.deepdive.estimate;

import java.util.ArrayList;
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
    private final Measured value;
    private final int groups;

    private BreakdownTable(CellTable table, Measured value, int groups) {
        this.table = table;
        this.value = value;
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
        List<Axis> axes = new ArrayList<>(value.axes());
        axes.add(domain(data, query));
        axes.add(groups);
        return new BreakdownTable(tables.apply(new Layout(axes)), value, groups.size());
    }

    /** The same without groups: one for all. */
    static BreakdownTable of(Microdata data, Function<Layout, CellTable> tables, Query query, Measured value) {
        return of(data, tables, query, value, Axis.of(new byte[data.size()], 1));
    }

    /** The same table, about another value of the same answers. */
    BreakdownTable of(Measured other) {
        return new BreakdownTable(table, other, groups);
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

    /** How many places its answers have. */
    int answers() {
        return value.places();
    }

    /** How many groups there are. */
    int groups() {
        return groups;
    }

    /** The mean or ratio over some groups together. */
    Ratio mean(int... members) {
        int[] sorted = IntStream.of(members).sorted().toArray();
        int[] cells = new int[value.places() * sorted.length];
        double[] above = new double[cells.length];
        double[] below = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int place = i / sorted.length;
            cells[i] = place * groups + sorted[i % sorted.length];
            above[i] = value.above()[place];
            below[i] = value.below()[place];
        }
        return new Ratio(table, cells, above, below);
    }

    /** How many respondents a group has. */
    int count(int group) {
        return IntStream.range(0, value.places())
                .map(answer -> table.count(answer * groups + group))
                .sum();
    }
}
