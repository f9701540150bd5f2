package org.deepdive.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two values a row, each with its interval or range: before and after adjustment, of two groups, or printed and computed.
 *
 * @param look how the two stand
 * @param of what the rows are
 * @param series the two kinds of value, from top to bottom
 * @param last what the last column of the table is
 * @param rows the rows from top to bottom
 * @param scale the axis of the values, which need not start at zero since points have no length
 * @param notes what a reader must know of the picture
 */
record Pairs(Look look, String of, List<Series> series, String last, List<Row> rows, Scale scale, List<String> notes)
        implements Picture {

    private static final int MOST_SPOKEN = 8;

    /** How the two values of a row stand. */
    enum Look {
        /** One below the other, each with its value beside it. */
        BELOW,
        /** The same, and what the row's last column says beside the second. */
        BELOW_WITH_LAST,
        /** On one line, the first as a thin bar over its range; their values stand together. */
        BANDED,
        /** The same with a bar that is higher than the point before it, so that a narrow one can be seen. */
        TOGETHER;

        boolean oneLine() {
            return this == BANDED || this == TOGETHER;
        }

        int lanes() {
            return oneLine() ? 1 : 2;
        }

        /** How high the bar over a range is, in pixels. */
        int range() {
            return this == BANDED ? 7 : 19;
        }
    }

    /**
     * One of the two kinds of value.
     *
     * @param title its name within the picture
     * @param column its name above the table
     * @param intervalColumn the name of its intervals above the table
     * @param ink its colour
     * @param symbol its shape: 0 for circles, 1 for squares
     */
    record Series(String title, String column, String intervalColumn, Ink ink, int symbol) {}

    /**
     * A row.
     *
     * @param label its name
     * @param first its first value
     * @param second its second value
     * @param last what stands in the last column of the table
     */
    record Row(String label, Point first, Point second, String last) {
        Point point(int series) {
            return series == 0 ? first : second;
        }
    }

    Pairs {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The points of rows, for their axis. */
    static List<Point> points(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.first(), row.second()))
                .toList();
    }

    /** A point's value for a reader who points at it. */
    String inFull(Row row, int at) {
        return series.get(at).title() + " " + row.point(at).inFull();
    }

    /** What stands beside a point: its value, in the first row with the name of its series. */
    String printed(Row row, int at) {
        boolean named = row.equals(rows.get(0));
        String text = value(row, at, named);
        if (look.oneLine()) {
            return at == 0 ? "" : text + ", " + value(row, 0, named);
        }
        boolean tells = look == Look.BELOW_WITH_LAST && at == 1 && !row.last().isEmpty();
        return tells ? text + ", " + row.last() : text;
    }

    private String value(Row row, int at, boolean named) {
        return row.point(at).printed() + (named ? " " + series.get(at).title() : "");
    }

    /** Where the text beside a point begins: after it, or after the farther of two on one line. */
    double end(Row row, int at) {
        Point point = row.point(at);
        double own = point.exists() ? point.high() : scale.from();
        return look.oneLine() && row.first().exists()
                ? Math.max(own, row.first().high())
                : own;
    }

    @Override
    public List<String> remarks() {
        List<String> axis = Math.abs(scale.from()) < 1e-9 ? List.of() : List.of("The axis does not start at zero.");
        return Stream.concat(notes.stream(), axis.stream()).toList();
    }

    @Override
    public String inWords() {
        if (rows.size() <= MOST_SPOKEN) {
            return String.join("; ", rows.stream().map(this::spoken).toList()) + ".";
        }
        String name = series.get(1).title();
        List<Row> sorted = rows.stream()
                .filter(row -> row.second().exists())
                .sorted(Comparator.comparingDouble((Row row) -> row.second().value())
                        .reversed())
                .toList();
        String all = rows.size() + " rows.";
        return sorted.isEmpty()
                ? all
                : all + " Highest " + name + ": " + spoken(sorted.get(0)) + ". Lowest " + name + ": "
                        + spoken(sorted.get(sorted.size() - 1)) + ".";
    }

    private String spoken(Row row) {
        String both = row.label() + " " + row.first().spoken() + " "
                + series.get(0).title() + ", " + row.second().spoken() + " "
                + series.get(1).title();
        return look == Look.BELOW || row.last().isEmpty() ? both : both + ", " + row.last();
    }
}
