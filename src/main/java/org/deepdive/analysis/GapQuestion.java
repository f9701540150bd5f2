package org.deepdive.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;
import org.deepdive.study.Study;

/**
 * A question about gaps between two groups: pairs of queries of one study, each with one value, and what they are called.
 * Its address holds all of it, so that a plot of gaps can be recomputed from the address alone.
 *
 * @param title what is shown, in words
 * @param of what the rows are, such as {@code Measure}
 * @param first the name of the first group, such as {@code women}
 * @param second the name of the second
 * @param rows the pairs from top to bottom, 1 to {@value #MOST_ROWS}
 */
public record GapQuestion(String title, String of, String first, String second, List<Row> rows) {

    /** The most pairs. */
    public static final int MOST_ROWS = 20;

    /** The most characters of a title. */
    public static final int LONGEST_TITLE = 160;

    /** The most characters of the name of a row or a group. */
    public static final int LONGEST_NAME = 100;

    private static final String BETWEEN = "~";

    /**
     * A pair.
     *
     * @param label what it is about
     * @param first the query of the first group's value
     * @param second the query of the second's
     */
    public record Row(String label, Query first, Query second) {

        public Row {
            requireWords("row", label, LONGEST_NAME);
        }

        /**
         * Reads a pair such as {@code trust;where=sex:female~trust;where=sex:male~Trust}: either query without its study and
         * with semicolons, then the label, which may be left out where the queries are of one measure.
         *
         * @throws InputException where it is no pair
         */
        static Row parse(Study study, String text) {
            String[] parts = text.split(BETWEEN, 3);
            if (parts.length < 2) {
                throw InputException.of(
                        "row",
                        "\"" + text + "\" is not a pair to compare.",
                        text,
                        "Write both questions with ~ between, such as trust;where=sex:female~trust;where=sex:male~Trust.");
            }
            Query first = side(study, parts[0]);
            Query second = side(study, parts[1]);
            String label = parts.length == 3
                    ? parts[2]
                    : study.measure(first.measure()).shortLabel();
            return new Row(label, first, second);
        }

        private static Query side(Study study, String text) {
            return Query.parse(prefix(study.slug()) + text.replace(';', '&'));
        }

        private static String side(Query query) {
            return query.text().substring(prefix(query.study()).length()).replace('&', ';');
        }

        private static String prefix(String study) {
            return "study=" + study + "&measure=";
        }

        private String parameter() {
            return "row=" + side(first) + BETWEEN + side(second) + BETWEEN + escaped(label);
        }
    }

    public GapQuestion {
        rows = List.copyOf(rows);
        requireWords("title", title, LONGEST_TITLE);
        requireWords("of", of, LONGEST_NAME);
        requireWords("first", first, LONGEST_NAME);
        requireWords("second", second, LONGEST_NAME);
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw InputException.of(
                    "rows",
                    "The question compares " + rows.size() + " pairs; 1 to " + MOST_ROWS + " are possible.",
                    String.valueOf(rows.size()),
                    "Give row= once for each pair.");
        }
    }

    /**
     * Reads the parts of an address.
     *
     * @param study the study asked
     * @param title the title; empty for the label of the first measure
     * @param of what the rows are; empty for {@code Measure}
     * @param first the name of the first group; empty for {@code first group}
     * @param second the name of the second; empty for {@code second group}
     * @param rows the pairs as text, see {@link #path()}
     * @throws InputException where a part is malformed, too long or too many
     */
    public static GapQuestion parse(
            Study study, String title, String of, String first, String second, List<String> rows) {
        List<Row> pairs = rows.stream()
                .limit(MOST_ROWS + 1L)
                .map(row -> Row.parse(study, row))
                .toList();
        String measure = pairs.isEmpty()
                ? ""
                : study.measure(pairs.get(0).first().measure()).label();
        return new GapQuestion(
                title.isBlank() ? cut(measure) : title,
                of.isBlank() ? "Measure" : of,
                first.isBlank() ? "first group" : first,
                second.isBlank() ? "second group" : second,
                pairs);
    }

    private static String cut(String label) {
        return label.isEmpty() ? "Gaps" : label.substring(0, Math.min(label.length(), LONGEST_TITLE));
    }

    /** The study asked: that of the first query. */
    public String study() {
        return rows.get(0).first().study();
    }

    /**
     * The canonical form, as the study can answer it.
     *
     * @throws InputException where a name is unknown, a query has several values, the values are of several units, or the
     *     study has counts only
     */
    public GapQuestion checked(Study study) {
        study.requireDesign();
        QueryCheck check = new QueryCheck(study);
        List<Row> canonical = rows.stream()
                .map(row -> new Row(row.label(), check.check(row.first()), check.check(row.second())))
                .toList();
        canonical.stream().flatMap(GapQuestion::sides).forEach(query -> requireOneValue(study, query));
        List<CellText.Unit> units = canonical.stream()
                .flatMap(GapQuestion::sides)
                .map(query -> CellText.of(study.measure(query.measure())).unit())
                .distinct()
                .toList();
        if (units.size() > 1) {
            throw InputException.of(
                    "units",
                    "The measures compared are of several units, such as percentages and scores.",
                    "",
                    "Compare measures of one unit.");
        }
        return new GapQuestion(title, of, first, second, canonical);
    }

    private static Stream<Query> sides(Row row) {
        return Stream.of(row.first(), row.second());
    }

    private static void requireOneValue(Study study, Query query) {
        boolean several =
                study.measure(query.measure()).hasAnswers() && query.answers().isEmpty();
        if (several || !query.by().isEmpty()) {
            throw InputException.of(
                    "several-values",
                    "\"" + query.text() + "\" has several values, and a pair has one on either side.",
                    query.text(),
                    several ? "Pick answers, as measure.answer." : "Filter with where= in place of by=.");
        }
    }

    /** One of its pairs as a question of its own. */
    public GapQuestion only(int row) {
        return new GapQuestion(title, of, first, second, List.of(rows.get(row)));
    }

    /**
     * The part of a URL that shows it:
     * {@code /compare/pcss?title=Trust&of=Measure&first=women&second=men&row=trust;where=sex:female~trust;where=sex:male~Trust}.
     */
    public String path() {
        return path("");
    }

    /** The URL in another format, such as {@code .csv}. */
    public String path(String extension) {
        return "/compare/" + study() + extension + "?title=" + escaped(title) + "&of=" + escaped(of) + "&first="
                + escaped(first) + "&second=" + escaped(second) + "&"
                + rows.stream().map(Row::parameter).collect(Collectors.joining("&"));
    }

    private static String escaped(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void requireWords(String name, String words, int longest) {
        boolean hidden = words.codePoints()
                .anyMatch(c -> !Character.isDefined(c)
                        || Character.getType(c) == Character.PRIVATE_USE
                        || Character.getType(c) == Character.SURROGATE);
        if (hidden || !Quote.harmless(words).equals(words) || words.isBlank()) {
            throw InputException.of(
                    "words",
                    "The " + name + " is empty or has characters that cannot be seen.",
                    words,
                    "Write it in plain words.");
        }
        if (words.length() > longest) {
            throw InputException.of(
                    "words", "The " + name + " has more than " + longest + " characters.", words, "Shorten it.");
        }
    }
}
