package org.deepdive.server.share;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.regression.ModelCheck;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.estimate.regression.ModelTerm;
import org.deepdive.plot.Chart;
import org.deepdive.plot.Plot;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;

/**
 * The question that the path of a page holds, without a server around it: {@code /explore/...}, {@code /model/...} or
 * {@code /compare/...}.
 *
 * @param path the path in canonical form
 * @param study the slug of the study asked
 * @param exhibit computes the answer, at each call
 */
public record Asked(String path, String study, Supplier<Exhibit> exhibit) {

    /** The most categories of a model's terms together, a pair of categories of an interaction counted as one. */
    public static final int MOST_CATEGORIES = 80;

    private static final int LONGEST_PATH = 2_100;
    private static final List<String> WORDS = List.of("title", "of", "first", "second", "row");

    /** The path of a file of a page's, of an extension such as {@code .csv}. */
    public static String file(String path, String extension) {
        int query = path.indexOf('?');
        return query < 0 ? path + extension : path.substring(0, query) + extension + path.substring(query);
    }

    /**
     * Reads a path.
     *
     * @throws InputException where it is no page of a plot, or the study cannot answer
     */
    public static Asked of(Results results, String path) {
        if (path.length() > LONGEST_PATH) {
            throw InputException.of(
                    "query-length", "The path has more than " + LONGEST_PATH + " characters.", "", "Shorten it.");
        }
        int mark = path.indexOf('?');
        String[] segments = (mark < 0 ? path : path.substring(0, mark)).split("/", -1);
        String query = mark < 0 ? "" : path.substring(mark + 1);
        String page = segments.length > 1 && segments[0].isEmpty() ? segments[1] : "";
        if (page.equals("compare") && segments.length == 3) {
            return gaps(results, decoded(segments[2]), query);
        }
        if (segments.length == 4 && (page.equals("explore") || page.equals("model"))) {
            Map<String, String> parts = Query.parts(query);
            parts.put("study", decoded(segments[2]));
            parts.put("measure", decoded(segments[3]).replace('+', '/').replace(' ', '/'));
            return page.equals("explore") ? answer(results, parts) : model(results, parts);
        }
        throw InputException.of(
                "link-path",
                "\"" + path + "\" is not the page of a plot.",
                path,
                "Save from the page of a question, a model or a comparison.");
    }

    private static Asked answer(Results results, Map<String, String> parts) {
        Optional<Chart> chart = Optional.ofNullable(parts.remove("chart")).map(Chart::read);
        Query query = Query.parse(parts);
        Query canonical = new QueryCheck(results.study(query.study())).check(query);
        if (chart.isPresent()) {
            return new Asked(
                    AnswerExhibit.path(canonical, "", chart.get()),
                    canonical.study(),
                    () -> new AnswerExhibit(Plot.of(results.answer(canonical)).withKind(chart.get())));
        }
        return new Asked(canonical.path(), canonical.study(), () -> AnswerExhibit.of(results.answer(canonical)));
    }

    private static Asked model(Results results, Map<String, String> parts) {
        ModelQuery query = ModelQuery.parse(parts);
        Study study = results.study(query.outcome().study());
        ModelQuery canonical = new ModelCheck(study).check(query);
        requireFew(study, canonical);
        return new Asked(canonical.path(), study.slug(), () -> results.model(canonical));
    }

    private static Asked gaps(Results results, String slug, String query) {
        Study study = results.study(slug);
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            int equals = Math.max(part.indexOf('='), 0);
            String name = part.substring(0, equals);
            if (!WORDS.contains(name)) {
                throw InputException.unknown("parameter", name, WORDS);
            }
            given.computeIfAbsent(name, n -> new ArrayList<>()).add(decoded(part.substring(equals + 1)));
        }
        GapQuestion canonical = GapQuestion.parse(
                        study,
                        word(given, "title"),
                        word(given, "of"),
                        word(given, "first"),
                        word(given, "second"),
                        given.getOrDefault("row", List.of()))
                .checked(study);
        return new Asked(canonical.path(), study.slug(), () -> results.gaps(canonical));
    }

    private static String word(Map<String, List<String>> given, String name) {
        List<String> words = given.getOrDefault(name, List.of(""));
        if (words.size() > 1) {
            throw InputException.of(
                    "repeated-part", "The address gives \"" + name + "\" twice.", name, "Give it once.");
        }
        return words.get(0);
    }

    /**
     * Refuses models whose fit would take long: its time grows with the square of their categories.
     *
     * @throws InputException where there are more than {@value #MOST_CATEGORIES}
     */
    public static void requireFew(Study study, ModelQuery query) {
        int categories = query.terms().stream()
                .mapToInt(term -> term.factors().stream()
                        .mapToInt(factor -> categories(study, factor))
                        .reduce(1, (a, b) -> a * b))
                .sum();
        if (categories > MOST_CATEGORIES) {
            throw InputException.of(
                    "model-size",
                    "The terms of the model have " + categories + " categories; a page fits at most " + MOST_CATEGORIES
                            + ".",
                    String.valueOf(categories),
                    "Adjust for fewer variables, take some as trends (wave.trend), or fit it in a notebook.");
        }
    }

    private static int categories(Study study, ModelTerm.Factor factor) {
        return factor.trend()
                ? 1
                : study.codebook().variable(factor.variable()).categories().size();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw InputException.of("link-path", "\"" + text + "\" is not a valid part of a path.", text, "");
        }
    }
}
