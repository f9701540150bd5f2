package org.deepdive.estimate;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.InputException;

/**
 * A question to a study, in one canonical form that a notebook, a command line, a URL and a published figure share.
 *
 * <p>Two equal queries ask the same and have the same {@link #text()}; parsing it gives the query back. A query is
 * only words: whether the study has such a measure is for {@link QueryCheck} to say.
 *
 * @param study the study's slug
 * @param measure the measure's name
 * @param answers the answers picked from a measure that has several ({@code measure=name.a/b}); empty for all
 * @param by the variables to break down by, at most two
 * @param where for each filtering variable the codes let through, sorted by variable
 * @param waves the waves asked about; absent for all
 * @param choices what it chooses about don't knows and intervals
 */
public record Query(
        String study,
        String measure,
        List<String> answers,
        List<String> by,
        SortedMap<String, List<String>> where,
        Optional<WaveRange> waves,
        QueryChoices choices) {

    /** The most variables a query may break down by. */
    public static final int MOST_BREAKDOWNS = 2;

    private static final int LONGEST_TEXT = 2000;
    private static final List<String> KEYS =
            List.of("study", "measure", "by", "where", "waves", "dontknow", "interval");

    public Query {
        answers = List.copyOf(answers);
        by = List.copyOf(by);
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        where.forEach((variable, codes) -> sorted.put(variable, List.copyOf(codes)));
        where = Collections.unmodifiableSortedMap(sorted);
        requireName("a study", study);
        requireName("a measure", measure);
        answers.forEach(a -> requireName("an answer", a));
        by.forEach(v -> requireName("a variable", v));
        where.forEach((variable, codes) -> {
            requireName("a variable", variable);
            requireCodes(variable, codes);
        });
        waves.ifPresent(range -> {
            requireName("a wave", range.first());
            requireName("a wave", range.last());
        });
        if (by.size() > MOST_BREAKDOWNS) {
            throw InputException.of(
                    "too-many-breakdowns",
                    "A query can break down by at most " + MOST_BREAKDOWNS + " variables; " + by.size()
                            + " were given.",
                    String.join(",", by),
                    "Filter with where= by the others.");
        }
        if (by.stream().distinct().count() != by.size()) {
            throw InputException.of(
                    "repeated-breakdown", "The query breaks down twice by one variable.", String.join(",", by), "");
        }
    }

    /** A query for a measure of a study, without breakdown or filter; the measure may be {@code name.answer}. */
    public static Query of(String study, String measure) {
        int dot = measure.indexOf('.');
        String name = dot < 0 ? measure : measure.substring(0, dot);
        List<String> answers =
                dot < 0 ? List.of() : List.of(measure.substring(dot + 1).split("/", -1));
        return new Query(study, name, answers, List.of(), new TreeMap<>(), Optional.empty(), QueryChoices.USUAL);
    }

    /** The same query broken down by other variables. */
    public Query by(List<String> variables) {
        return new Query(study, measure, answers, variables, where, waves, choices);
    }

    /** The same query with one more filter; a second filter on one variable replaces the first. */
    public Query where(String variable, String... codes) {
        SortedMap<String, List<String>> filters = new TreeMap<>(where);
        filters.put(variable, List.of(codes));
        return new Query(study, measure, answers, by, filters, waves, choices);
    }

    /** The same query without the filter on a variable. */
    public Query withoutWhere(String variable) {
        SortedMap<String, List<String>> filters = new TreeMap<>(where);
        filters.remove(variable);
        return new Query(study, measure, answers, by, filters, waves, choices);
    }

    /** The same query for a range of waves. */
    public Query waves(String first, String last) {
        return new Query(study, measure, answers, by, where, Optional.of(new WaveRange(first, last)), choices);
    }

    /** The same query for all waves. */
    public Query withoutWaves() {
        return new Query(study, measure, answers, by, where, Optional.empty(), choices);
    }

    /** The same query for other answers of its measure; none for all. */
    public Query answers(List<String> picked) {
        return new Query(study, measure, picked, by, where, waves, choices);
    }

    /** The same query with don't knows in or out of the base. */
    public Query dontKnows(QueryChoices.DontKnows treatment) {
        return choosing(new QueryChoices(treatment, choices.interval()));
    }

    /** The same query with confidence intervals of another kind. */
    public Query interval(Interval interval) {
        return choosing(new QueryChoices(choices.dontKnows(), Optional.of(interval)));
    }

    /** The same query with other choices. */
    public Query choosing(QueryChoices other) {
        return new Query(study, measure, answers, by, where, waves, other);
    }

    /** The same measure of everybody, in one group: without breakdown, filter or waves. */
    Query ofEverybody() {
        return new Query(study, measure, answers, List.of(), new TreeMap<>(), Optional.empty(), choices);
    }

    /**
     * Reads the canonical text, such as
     * {@code study=pcss&measure=safe_local&by=sex&where=student:yes&waves=2021Q2..2023Q2}.
     *
     * @throws InputException where a part is unknown, repeated or malformed
     */
    public static Query parse(String text) {
        return parse(parts(text));
    }

    /**
     * The parts of a text such as a query's, decoded, in its order.
     *
     * @throws InputException where the text is too long, or gives a part twice
     */
    public static Map<String, String> parts(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw InputException.of(
                    "query-length", "The query has more than " + LONGEST_TEXT + " characters.", "", "Shorten it.");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : split(text, "&")) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            if (parts.put(key, value) != null) {
                throw InputException.of(
                        "repeated-part", "The query gives \"" + key + "\" twice.", text, "Give it once.");
            }
        }
        return parts;
    }

    /** Reads the parts of a query, each as in its canonical text. */
    public static Query parse(Map<String, String> parts) {
        for (String key : parts.keySet()) {
            if (!KEYS.contains(key)) {
                throw InputException.unknown("part of a query", key, KEYS);
            }
        }
        Query query =
                of(required(parts, "study"), required(parts, "measure")).by(split(parts.getOrDefault("by", ""), ","));
        for (String filter : split(parts.getOrDefault("where", ""), ",")) {
            query = query.with(filter);
        }
        if (!parts.getOrDefault("dontknow", "").isBlank()) {
            query = query.dontKnows(QueryChoices.DontKnows.read(parts.get("dontknow")));
        }
        if (!parts.getOrDefault("interval", "").isBlank()) {
            query = query.interval(Interval.read(parts.get("interval")));
        }
        String waves = parts.getOrDefault("waves", "");
        if (waves.isBlank()) {
            return query;
        }
        WaveRange range = WaveRange.parse(waves);
        return query.waves(range.first(), range.last());
    }

    private Query with(String filter) {
        String[] sides = filter.split(":", -1);
        if (sides.length != 2 || sides[1].isBlank()) {
            throw InputException.of(
                    "where",
                    "\"" + filter + "\" is not a filter.",
                    filter,
                    "Write variable:category, on the command line variable=category; several as variable:one/other.");
        }
        if (where.containsKey(sides[0])) {
            throw InputException.of(
                    "where",
                    "The query filters twice by \"" + sides[0] + "\".",
                    filter,
                    "Write the categories of one variable together, as variable:one/other, on the command line"
                            + " variable=one/other.");
        }
        return where(sides[0], split(sides[1], "/").toArray(String[]::new));
    }

    /** The measure with the answers picked, as written in a query: {@code name} or {@code name.answer}. */
    public String measureText() {
        return answers.isEmpty() ? measure : measure + "." + String.join("/", answers);
    }

    /** The filters as written in a query: {@code sex:female,student:yes}. */
    public String whereText() {
        return where.entrySet().stream()
                .map(e -> e.getKey() + ":" + String.join("/", e.getValue()))
                .collect(Collectors.joining(","));
    }

    /** The canonical text. */
    public String text() {
        return "study=" + study + "&measure=" + measureText()
                + (by.isEmpty() && parameters().isEmpty() ? "" : "&") + parameters();
    }

    /** The part of a URL that shows this query: {@code /explore/pcss/safe_local?by=sex}. */
    public String path() {
        return path("");
    }

    /** The URL of this query in another format, such as {@code .csv}. */
    public String path(String extension) {
        String parameters = parameters();
        return "/explore/" + study + "/" + measureText().replace('/', '+') + extension
                + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private String parameters() {
        List<String> parts = new ArrayList<>();
        if (!by.isEmpty()) {
            parts.add("by=" + String.join(",", by));
        }
        if (!where.isEmpty()) {
            parts.add("where=" + whereText());
        }
        waves.ifPresent(range -> parts.add("waves=" + range.text()));
        if (choices.dontKnows() != QueryChoices.DontKnows.DECLARED) {
            parts.add("dontknow=" + choices.dontKnows().word());
        }
        choices.interval().ifPresent(interval -> parts.add("interval=" + interval.word()));
        return String.join("&", parts);
    }

    /** The command line that answers this query. */
    public String cli() {
        StringBuilder line = new StringBuilder("deepdive estimate " + study + " " + measureText());
        if (!by.isEmpty()) {
            line.append(" --by ").append(String.join(",", by));
        }
        where.forEach((variable, codes) ->
                line.append(" --where ").append(variable).append('=').append(String.join("/", codes)));
        waves.ifPresent(range -> line.append(" --waves ").append(range.text()));
        if (choices.dontKnows() != QueryChoices.DontKnows.DECLARED) {
            line.append(" --dont-knows ").append(choices.dontKnows().word());
        }
        choices.interval().ifPresent(interval -> line.append(" --interval ").append(interval.word()));
        return line.toString();
    }

    /** The Java expression that answers this query. */
    public String java() {
        StringBuilder code = new StringBuilder("Studies.open(\"" + study + "\")");
        code.append(".measure(\"").append(measureText()).append("\")");
        if (!by.isEmpty()) {
            code.append(".by(").append(quoted(by)).append(')');
        }
        where.forEach((variable, codes) -> code.append(".where(\"")
                .append(variable)
                .append("\", ")
                .append(quoted(codes))
                .append(')'));
        waves.ifPresent(range -> code.append(".waves(\"")
                .append(range.first())
                .append("\", \"")
                .append(range.last())
                .append("\")"));
        switch (choices.dontKnows()) {
            case DECLARED -> {}
            case IN -> code.append(".withDontKnows()");
            case OUT -> code.append(".withoutDontKnows()");
        }
        choices.interval()
                .ifPresent(interval ->
                        code.append(".interval(\"").append(interval.word()).append("\")"));
        return code.append(".estimate()").toString();
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
    }

    private static String required(Map<String, String> parts, String key) {
        String value = parts.getOrDefault(key, "");
        if (value.isBlank()) {
            throw InputException.of("query", "The query does not say which " + key + ".", "", "Add " + key + "=...");
        }
        return value;
    }

    /**
     * Refuses what cannot be the name of a thing, such as {@code a variable}.
     *
     * @throws InputException where it has other characters than letters, digits and underscores
     */
    public static void requireName(String kind, String name) {
        if (!isName(name)) {
            throw InputException.of(
                    "name",
                    "\"" + name + "\" cannot be the name of " + kind + ".",
                    name,
                    "Names have letters, digits and underscores.");
        }
    }

    /** Whether a text can stand in a query as a name: letters, digits and underscores, at least one. */
    public static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static void requireCodes(String variable, List<String> codes) {
        if (codes.isEmpty()) {
            throw InputException.of(
                    "where",
                    "The filter by \"" + variable + "\" names no category.",
                    variable,
                    "Name the categories that it lets through.");
        }
        codes.forEach(code -> requireName("a category", code));
    }

    private static List<String> split(String text, String separator) {
        return text.isBlank() ? List.of() : List.of(text.split(separator, -1));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw InputException.of("query", "\"" + value + "\" is not a valid part of a URL.", value, "");
        }
    }
}
