package org.deepdive.table;

import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Flag;

/**
 * One table of a workbook: what stands above it, its columns, and its rows for people to read and to compute with.
 *
 * @param title what the table is
 * @param subtitle quantity, population, filters and period
 * @param data the data label and what it means
 * @param fields its columns
 * @param rows its cells, one a field: a text, or a finite number; a number that cannot be shown or does not exist is the
 *     text of its mark, see {@link #number}
 * @param notes what must be known to read it, a sentence each
 */
public record DataSheet(
        String title, String subtitle, String data, List<Field> fields, List<List<Object>> rows, List<String> notes) {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("se", "Standard error"),
            Map.entry("low", "Lower limit"),
            Map.entry("high", "Upper limit"),
            Map.entry("deff", "Design effect"),
            Map.entry("df", "Degrees of freedom"),
            Map.entry("ddf", "Denominator degrees of freedom"),
            Map.entry("denominator_df", "Denominator degrees of freedom"),
            Map.entry("f", "F statistic"),
            Map.entry("t", "t statistic"),
            Map.entry("p", "p value"),
            Map.entry("adjusted_p", "Adjusted p value"),
            Map.entry("difference_p", "p value of the difference"),
            Map.entry("cramers_v", "Cramér’s V"),
            Map.entry("pearson", "Pearson’s chi-square"),
            Map.entry("log_se", "Standard error of the log ratio"),
            Map.entry("unadjusted_se", "Unadjusted standard error"),
            Map.entry("unadjusted_low", "Unadjusted lower limit"),
            Map.entry("unadjusted_high", "Unadjusted upper limit"),
            Map.entry("adjusted_se", "Adjusted standard error"),
            Map.entry("adjusted_low", "Adjusted lower limit"),
            Map.entry("adjusted_high", "Adjusted upper limit"),
            Map.entry("odds_low", "Lower limit of the odds ratio"),
            Map.entry("odds_high", "Upper limit of the odds ratio"),
            Map.entry("difference_low", "Lower limit of the difference"),
            Map.entry("difference_high", "Upper limit of the difference"),
            Map.entry("flags", "Marks"));

    /** What the cells of a column hold. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** Numbers. */
        NUMBER,
        /** Fractions of one, shown as percentages. */
        SHARE
    }

    /**
     * A column.
     *
     * @param title its header, in words
     * @param kind what its cells hold, beside marks
     */
    public record Field(String title, Kind kind) {

        /** A column of words. */
        public static Field words(String title) {
            return new Field(title, Kind.TEXT);
        }

        /** A column that the CSV has too, with its header for people. */
        public static Field of(String name, Kind kind) {
            String words = name.replace('_', ' ');
            String title = TITLES.getOrDefault(name, Character.toUpperCase(words.charAt(0)) + words.substring(1));
            return new Field(title, kind);
        }
    }

    public DataSheet {
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Object> row : rows) {
            if (row.size() != fields.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + fields.size() + " columns");
            }
            row.forEach(DataSheet::requireCell);
        }
    }

    private static void requireCell(Object cell) {
        boolean number = cell instanceof Number n && Double.isFinite(n.doubleValue());
        if (!number && !(cell instanceof String)) {
            throw new IllegalArgumentException(cell + " is no cell of a table");
        }
    }

    /**
     * A number as a cell: {@code [c]} where it is withheld, {@code [x]} where it does not exist.
     *
     * @param number the number; null or not finite where there is none
     * @param marks the marks of its row
     */
    public static Object number(Number number, String marks) {
        if (number != null && Double.isFinite(number.doubleValue())) {
            return number;
        }
        String withheld = Flag.SUPPRESSED.mark();
        return marks.contains(withheld) ? withheld : Flag.NOT_AVAILABLE.mark();
    }

    /** Whether some of its cells are blank. */
    boolean hasBlanks() {
        return rows.stream().anyMatch(row -> row.contains(""));
    }
}
