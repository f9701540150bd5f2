package org.deepdive.estimate.regression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;

/**
 * A question to a model: how an outcome differs between the groups of one variable, before and after adjustment for others.
 *
 * <p>Two equal questions ask the same and have the same {@link #text()}; parsing it gives the question back. It is only
 * words: whether the study has such variables is found out when it is asked.
 *
 * @param outcome what is explained: a percentage, a picked answer of a distribution or a mean, with its filters and waves
 * @param terms the terms, the first of them the variable whose groups are compared; main terms before interactions
 * @param kind the kind of model; absent for the default of the outcome
 * @param references for some variables the category that others are compared with; by default the first that has respondents
 * @param keepNonAnswers whether "don't know" and "prefer not to say" of the terms' variables are categories like others; by
 *     default their respondents are left out. A trend always leaves them out.
 */
public record ModelQuery(
        Query outcome,
        List<ModelTerm> terms,
        Optional<ModelKind> kind,
        SortedMap<String, String> references,
        boolean keepNonAnswers) {

    /** The most terms of a model. */
    public static final int MOST_TERMS = 20;

    private static final String KEEP = "keep";
    private static final List<String> KEYS = List.of("terms", "kind", "reference", "nonanswers");

    public ModelQuery {
        terms = List.copyOf(terms);
        references = Collections.unmodifiableSortedMap(new TreeMap<>(references));
        references.forEach((variable, category) -> {
            Query.requireName("a variable", variable);
            Query.requireName("a category", category);
        });
        requireNoBreakdown(outcome);
        requireUsualInterval(outcome);
        requireTerms(terms);
    }

    /** A model of an outcome with one variable, whose groups are compared. */
    public static ModelQuery of(Query outcome, String group) {
        return new ModelQuery(outcome, List.of(ModelTerm.parse(group)), Optional.empty(), new TreeMap<>(), false);
    }

    /** The same with more terms, such as {@code age_band}, {@code wave.trend} or {@code sex:age_band}. */
    public ModelQuery adjustedFor(List<String> more) {
        List<ModelTerm> all = Stream.concat(terms.stream(), more.stream().map(ModelTerm::parse))
                .toList();
        return new ModelQuery(outcome, all, kind, references, keepNonAnswers);
    }

    /** The same as another kind of model. */
    public ModelQuery as(ModelKind other) {
        return new ModelQuery(outcome, terms, Optional.of(other), references, keepNonAnswers);
    }

    /** The same with a category of a variable as the one that its others are compared with. */
    public ModelQuery reference(String variable, String category) {
        SortedMap<String, String> all = new TreeMap<>(references);
        all.put(variable, category);
        return new ModelQuery(outcome, terms, kind, all, keepNonAnswers);
    }

    /** The same with "don't know" and "prefer not to say" of the terms' variables as categories of their own. */
    public ModelQuery keepingNonAnswers() {
        return new ModelQuery(outcome, terms, kind, references, true);
    }

    /** The variable whose groups are compared. */
    public String group() {
        return terms.get(0).factors().get(0).variable();
    }

    /** The names of all variables of the terms, each once. */
    public List<String> variables() {
        return terms.stream()
                .flatMap(term -> term.factors().stream())
                .map(ModelTerm.Factor::variable)
                .distinct()
                .toList();
    }

    /**
     * Reads the canonical text, such as
     * {@code study=pcss&measure=confident_emergency&terms=ethnicity,deprivation,age_band&reference=age_band:65_plus}.
     *
     * @throws InputException where a part is unknown, repeated or malformed
     */
    public static ModelQuery parse(String text) {
        return parse(Query.parts(text));
    }

    /** Reads the parts of a question, each as in its canonical text. */
    public static ModelQuery parse(Map<String, String> parts) {
        Map<String, String> ofOutcome = new LinkedHashMap<>(parts);
        KEYS.forEach(ofOutcome::remove);
        List<ModelTerm> terms =
                split(parts.getOrDefault("terms", "")).map(ModelTerm::parse).toList();
        String kind = parts.getOrDefault("kind", "");
        SortedMap<String, String> references = new TreeMap<>();
        split(parts.getOrDefault("reference", "")).forEach(reference -> {
            String[] sides = reference.split(":", -1);
            if (sides.length != 2 || references.put(sides[0], sides[1]) != null) {
                throw InputException.of(
                        "reference",
                        "\"" + reference + "\" is not a reference category, or its variable was given one already.",
                        reference,
                        "Write variable:category, on the command line variable=category.");
            }
        });
        return new ModelQuery(
                Query.parse(ofOutcome),
                terms,
                kind.isBlank() ? Optional.empty() : Optional.of(ModelKind.parse(kind)),
                references,
                keeps(parts.getOrDefault("nonanswers", "")));
    }

    private static boolean keeps(String word) {
        if (!word.isBlank() && !word.equals(KEEP)) {
            throw InputException.unknown("treatment of nonanswers", word, List.of(KEEP));
        }
        return word.equals(KEEP);
    }

    private static Stream<String> split(String text) {
        return text.isBlank() ? Stream.empty() : Stream.of(text.split(",", -1));
    }

    /** The canonical text. */
    public String text() {
        return outcome.text() + "&" + parameters();
    }

    /** The part of a URL that shows this model: {@code /model/pcss/trust?where=student:yes&terms=sex,age_band}. */
    public String path() {
        return path("");
    }

    /** The URL of this model in another format, such as {@code .csv}. */
    public String path(String extension) {
        String ofOutcome = outcome.path(extension).replaceFirst("^/explore/", "/model/");
        return ofOutcome + (ofOutcome.contains("?") ? "&" : "?") + parameters();
    }

    private String parameters() {
        StringBuilder text = new StringBuilder("terms=").append(termsText());
        kind.ifPresent(k -> text.append("&kind=").append(k.word()));
        if (!references.isEmpty()) {
            text.append("&reference=").append(referencesText());
        }
        return text.append(keepNonAnswers ? "&nonanswers=" + KEEP : "").toString();
    }

    /** The command line that answers this question. */
    public String cli() {
        StringBuilder line = new StringBuilder(outcome.cli().replaceFirst("estimate", "model"));
        line.append(" --terms ").append(termsText());
        kind.ifPresent(k -> line.append(" --kind ").append(k.word()));
        references.forEach((variable, category) ->
                line.append(" --reference ").append(variable).append('=').append(category));
        return line.append(keepNonAnswers ? " --keep-nonanswers" : "").toString();
    }

    /** The Java expression that answers this question. */
    public String java() {
        String question = outcome.java();
        StringBuilder code = new StringBuilder(question.substring(0, question.lastIndexOf(".estimate()")));
        code.append(".model(\"").append(terms.get(0).text()).append("\")");
        if (terms.size() > 1) {
            code.append(".adjustedFor(")
                    .append(terms.stream()
                            .skip(1)
                            .map(term -> "\"" + term.text() + "\"")
                            .collect(Collectors.joining(", ")))
                    .append(')');
        }
        kind.ifPresent(k -> code.append('.').append(k.word()).append("()"));
        references.forEach((variable, category) -> code.append(".reference(\"")
                .append(variable)
                .append("\", \"")
                .append(category)
                .append("\")"));
        return code.append(keepNonAnswers ? ".keepingNonAnswers()" : "")
                .append(".fit()")
                .toString();
    }

    private String termsText() {
        return terms.stream().map(ModelTerm::text).collect(Collectors.joining(","));
    }

    private String referencesText() {
        return references.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(","));
    }

    /** Unadjusted and adjusted values stand side by side, and want one kind of interval. */
    private static void requireUsualInterval(Query outcome) {
        outcome.choices().interval().ifPresent(kind -> {
            throw InputException.of(
                    "interval",
                    "The intervals of a model are its own: logit for percentages, Wald for means.",
                    kind.word(),
                    "Leave interval out.");
        });
    }

    private static void requireNoBreakdown(Query outcome) {
        if (!outcome.by().isEmpty()) {
            throw InputException.of(
                    "model-breakdown",
                    "A model's outcome has no breakdown; it was broken down by " + String.join(", ", outcome.by())
                            + ".",
                    String.join(",", outcome.by()),
                    "Name the variable as a term, or filter with where=.");
        }
    }

    private static void requireTerms(List<ModelTerm> terms) {
        if (terms.isEmpty()
                || terms.get(0).isInteraction()
                || terms.get(0).factors().get(0).trend()) {
            String given = terms.isEmpty() ? "" : terms.get(0).text();
            throw InputException.of(
                    "terms",
                    given.isEmpty()
                            ? "The model has no terms."
                            : "The first term \"" + given + "\" does not say whose groups are compared.",
                    given,
                    "Name first the variable whose groups are to be compared, then those to adjust for.");
        }
        if (terms.size() > MOST_TERMS) {
            throw InputException.of(
                    "terms",
                    "The model has " + terms.size() + " terms; at most " + MOST_TERMS + " are possible.",
                    String.valueOf(terms.size()),
                    "Adjust for fewer variables.");
        }
        List<ModelTerm> seen = new ArrayList<>();
        for (ModelTerm term : terms) {
            boolean twice = seen.stream()
                    .anyMatch(other -> other.factors().size() == term.factors().size()
                            && term.factors().stream().allMatch(f -> other.has(f.variable())));
            if (twice) {
                throw InputException.of(
                        "terms", "The model has the term \"" + term.text() + "\" twice.", term.text(), "Give it once.");
            }
            for (ModelTerm.Factor factor : term.isInteraction() ? term.factors() : List.<ModelTerm.Factor>of()) {
                if (!seen.contains(new ModelTerm(List.of(factor)))) {
                    throw InputException.of(
                            "terms",
                            "The interaction \"" + term.text() + "\" needs \"" + factor.text()
                                    + "\" before it, as a term of its own.",
                            term.text(),
                            "Add " + factor.text() + " to the terms.");
                }
            }
            seen.add(term);
        }
    }
}
