package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.Category;

/**
 * Neighbouring columns under one heading.
 *
 * @param label the heading
 * @param columns how many columns it spans
 */
record BannerSpan(String label, int columns) {

    /** How many rows of headings columns have: the breakdown's, and one for each group of the deepest. */
    static int levels(List<BannerColumn> columns) {
        return 1
                + columns.stream()
                        .mapToInt(column -> column.groups().size())
                        .max()
                        .orElse(0);
    }

    /**
     * The headings of one level above the columns' own.
     *
     * @param columns the columns
     * @param level 0 for the breakdowns, 1 for the outer groups; columns without such a level have empty headings of their
     *     own
     */
    static List<BannerSpan> at(List<BannerColumn> columns, int level) {
        List<BannerSpan> spans = new ArrayList<>();
        for (int from = 0; from < columns.size(); ) {
            BannerColumn first = columns.get(from);
            boolean has = level < first.groups().size();
            int to = from + 1;
            while (has && to < columns.size() && isSame(first, columns.get(to), level)) {
                to++;
            }
            spans.add(new BannerSpan(has ? label(first, level) : "", to - from));
            from = to;
        }
        return spans;
    }

    /** Columns that belong together: the groups of one breakdown, and within the same outer group. */
    static List<BannerSpan> families(List<BannerColumn> columns) {
        List<BannerSpan> families = new ArrayList<>();
        for (int from = 0; from < columns.size(); ) {
            BannerColumn first = columns.get(from);
            int level = Math.max(0, first.groups().size() - 1);
            BannerSpan family = at(columns.subList(from, columns.size()), level).get(0);
            families.add(family);
            from += family.columns();
        }
        return families;
    }

    private static String label(BannerColumn column, int level) {
        return level == 0
                ? column.breakdown().label()
                : column.groups().get(level - 1).label();
    }

    private static boolean isSame(BannerColumn one, BannerColumn other, int level) {
        return one.breakdown().equals(other.breakdown()) && outer(one, level).equals(outer(other, level));
    }

    private static List<Category> outer(BannerColumn column, int level) {
        return column.groups().subList(0, level);
    }
}
