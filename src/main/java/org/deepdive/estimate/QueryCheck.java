package org.deepdive.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Quote;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;
import org.deepdive.study.Variable;

/** Says whether a study can answer a query, and puts the query into its canonical form: codes in codebook order. */
public final class QueryCheck {

    private final Study study;

    /** @param study the study that queries are checked against */
    public QueryCheck(Study study) {
        this.study = study;
    }

    /**
     * The canonical form of a query.
     *
     * @throws InputException that names what was given, what exists and the nearest match
     */
    public Query check(Query query) {
        if (!query.study().equals(study.slug())) {
            throw InputException.unknown("study", query.study(), List.of(study.slug()));
        }
        Measure measure = study.measure(query.measure());
        List<String> answers = canonicalAnswers(measure, query.answers());
        if (study.design().isEmpty()) {
            requirePlain(query);
        }
        query.by().forEach(study.codebook()::breakdown);
        return new Query(
                query.study(),
                query.measure(),
                answers,
                query.by(),
                canonicalFilters(query),
                waves(query),
                choices(query.choices(), measure));
    }

    /**
     * Refuses a query of whose values no difference can be tested.
     *
     * @throws InputException that says why: published counts are no sample; numbers of respondents, quantiles and totals
     *     have no test
     */
    public void requireTest(Query query) {
        if (study.design().isEmpty()) {
            throw countsOnly(study);
        }
        ComparisonFamily.requireTest(study.measure(query.measure()), query);
    }

    /** Says why a study of counts has no test of a difference. */
    public static InputException countsOnly(Study study) {
        return InputException.of(
                "counts-only",
                "The study \"" + study.slug() + "\" has published counts of people who chose themselves, not a sample,"
                        + " so no test of a difference exists.",
                study.slug(),
                "");
    }

    private List<String> canonicalAnswers(Measure measure, List<String> answers) {
        List<String> allowed = answers(measure).stream().map(Category::code).toList();
        for (String answer : answers) {
            if (allowed.isEmpty()) {
                throw hasOneValue(measure, answer);
            }
            if (!allowed.contains(answer)) {
                throw InputException.unknown("answer of " + measure.name(), answer, allowed);
            }
        }
        List<String> canonical = allowed.stream().filter(answers::contains).toList();
        boolean several = measure instanceof Measure.Distribution || measure instanceof Measure.Unpublished;
        if (canonical.size() > 1 && !several) {
            throw InputException.of(
                    "answers",
                    "The measure \"" + measure.name() + "\" cannot count several answers together.",
                    String.join("/", answers),
                    "Ask for one answer at a time.");
        }
        return canonical;
    }

    /** A measure with one value was asked for one of its answers: other measures of the same variable may have them. */
    private InputException hasOneValue(Measure measure, String answer) {
        List<String> others = study.measures().stream()
                .filter(other -> sameVariable(measure, other))
                .flatMap(other -> answers(other).stream().map(a -> other.name() + "." + a.code()))
                .toList();
        return new InputException(
                "unknown-answer-of-" + measure.name(),
                "There is no answer of " + measure.name() + " \"" + Quote.text(answer) + "\": it has one value.",
                answer,
                others,
                others.stream()
                        .filter(name -> name.endsWith("." + answer))
                        .findFirst()
                        .map(name -> "Ask for " + name + ".")
                        .orElse("Ask for " + measure.name() + "."));
    }

    private static boolean sameVariable(Measure one, Measure other) {
        return one instanceof Measure.OfRespondents a
                && other instanceof Measure.OfRespondents b
                && a.variable().equals(b.variable());
    }

    /** The answers that a query may pick from a measure; empty where it has one value. */
    public List<Category> answers(Measure measure) {
        if (measure instanceof Measure.Distribution distribution) {
            return study.codebook().variable(distribution.variable()).categories().stream()
                    .filter(c -> !distribution.exclude().contains(c.code()))
                    .toList();
        }
        if (measure instanceof Measure.OfRespondents of && measure.hasAnswers()) {
            return study.codebook().variable(of.variable()).categories();
        }
        if (measure instanceof Measure.Unpublished unpublished) {
            return unpublished.options();
        }
        return study.tallies(measure.name()).stream().map(Tally::option).toList();
    }

    private static void requirePlain(Query query) {
        if (!query.by().isEmpty() || !query.where().isEmpty() || query.waves().isPresent()) {
            throw InputException.of(
                    "counts-only",
                    "The study \"" + query.study()
                            + "\" has published counts only, so it cannot be broken down, filtered"
                            + " or cut by wave.",
                    query.text(),
                    "Ask for study=" + query.study() + "&measure=" + query.measureText() + ".");
        }
    }

    /** Choices that change something; so that equal questions are equal queries. */
    private QueryChoices choices(QueryChoices given, Measure measure) {
        if (given.equals(QueryChoices.USUAL)) {
            return given;
        }
        return new QueryChoices(dontKnows(given.dontKnows(), measure), interval(given.interval(), measure));
    }

    private QueryChoices.DontKnows dontKnows(QueryChoices.DontKnows given, Measure measure) {
        if (given == QueryChoices.DontKnows.DECLARED) {
            return given;
        }
        return DontKnowTreatment.isDeclared(given, measure, study.codebook()) ? QueryChoices.DontKnows.DECLARED : given;
    }

    private static Optional<Interval> interval(Optional<Interval> given, Measure measure) {
        if (given.isPresent() && !measure.isShare() && given.get() != Interval.WALD) {
            throw InputException.of(
                    "interval",
                    "A " + given.get().title() + " interval is for shares, which \"" + measure.name() + "\" is not.",
                    given.get().word(),
                    "Leave interval out.");
        }
        return given.filter(interval -> interval != Interval.of(measure));
    }

    private SortedMap<String, List<String>> canonicalFilters(Query query) {
        SortedMap<String, List<String>> filters = new TreeMap<>();
        query.where().forEach((name, codes) -> {
            Variable variable = study.codebook().breakdown(name);
            codes.forEach(variable::indexOf);
            filters.put(
                    name,
                    codes.stream()
                            .distinct()
                            .sorted(Comparator.comparingInt(variable::indexOf))
                            .toList());
        });
        return filters;
    }

    private Optional<WaveRange> waves(Query query) {
        if (query.waves().isEmpty()) {
            return Optional.empty();
        }
        WaveRange range = query.waves().get();
        Variable wave = study.waves()
                .orElseThrow(() -> InputException.of(
                        "waves", "The study \"" + study.slug() + "\" has no waves.", range.text(), "Leave waves out."));
        if (index(wave, range.first()) > index(wave, range.last())) {
            throw InputException.of(
                    "waves",
                    "The waves " + range.text() + " run backwards.",
                    range.text(),
                    "Write the earlier wave first: " + range.last() + ".." + range.first() + ".");
        }
        return query.waves();
    }

    private static int index(Variable wave, String code) {
        if (!wave.codes().contains(code)) {
            throw InputException.unknown("wave", code, wave.codes());
        }
        return wave.indexOf(code);
    }
}
