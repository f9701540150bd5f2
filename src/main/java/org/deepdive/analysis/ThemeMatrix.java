package org.deepdive.analysis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepdive.published.Engagement;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many statements of each column are about each theme.
 *
 * @param title what the columns have in common
 * @param columns the columns' names
 * @param sizes how many statements each column has; one has up to three themes, so themes add up to more
 * @param rows one row a theme that occurs, most frequent first
 * @param most the most statements of one cell
 */
public record ThemeMatrix(String title, List<String> columns, List<Integer> sizes, List<Row> rows, int most) {

    public ThemeMatrix {
        columns = List.copyOf(columns);
        sizes = List.copyOf(sizes);
        rows = List.copyOf(rows);
    }

    /**
     * A theme.
     *
     * @param theme the theme
     * @param counts its statements in each column
     */
    public record Row(Engagement.Theme theme, List<Integer> counts) {

        public Row {
            counts = List.copyOf(counts);
        }

        /** Its statements in all columns. */
        public int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Counts statements, in a column for each value of what they are sorted by. */
    static ThemeMatrix of(
            String title,
            List<Engagement.Theme> themes,
            List<Engagement.Statement> statements,
            Function<Engagement.Statement, String> column) {
        List<String> columns = statements.stream().map(column).distinct().toList();
        List<List<Engagement.Statement>> sorted = columns.stream()
                .map(name -> statements.stream()
                        .filter(s -> column.apply(s).equals(name))
                        .toList())
                .toList();
        List<Row> rows = themes.stream()
                .map(theme -> new Row(
                        theme,
                        sorted.stream()
                                .map(said -> (int) said.stream()
                                        .filter(s -> s.isAbout(theme))
                                        .count())
                                .toList()))
                .filter(row -> row.total() > 0)
                .sorted((a, b) -> Integer.compare(b.total(), a.total()))
                .toList();
        return new ThemeMatrix(title, columns, sorted.stream().map(List::size).toList(), rows, most(rows));
    }

    private static int most(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.counts().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** One row a theme, one column a group. */
    public Table table() {
        Table table = Table.create(title)
                .addColumns(StringColumn.create(
                        "theme", rows.stream().map(r -> r.theme().label())));
        IntStream.range(0, columns.size())
                .forEach(i -> table.addColumns(IntColumn.create(
                        columns.get(i),
                        rows.stream().mapToInt(r -> r.counts().get(i)).toArray())));
        return table;
    }
}
