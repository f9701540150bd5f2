package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** Finds the measure that somebody means by a name, a label, or words of a question. */
final class QuestionFinder {

    private final Study study;

    QuestionFinder(Study study) {
        this.study = study;
    }

    /**
     * The measure that is called so or, of several ways to be meant, the one that is meant the most plainly: by its name, by its
     * label or its variable's name, label or question, or by words that only one of them holds.
     *
     * @throws InputException where none is meant, with the nearest, or several are, with their names
     */
    Measure find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        Optional<Measure> named =
                study.measures().stream().filter(m -> m.name().equals(words)).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        List<Measure> exact = meant(wanted, String::equals);
        List<Measure> found = exact.isEmpty() && !wanted.isEmpty() ? meant(wanted, String::contains) : exact;
        if (found.isEmpty()) {
            throw InputException.unknown("question", words, names());
        }
        boolean oneVariable =
                found.stream().map(QuestionFinder::variables).distinct().count() == 1;
        if (found.size() > 1 && !oneVariable) {
            throw new InputException(
                    "several-questions",
                    "Several questions are meant by \"" + words + "\".",
                    words,
                    found.stream().map(Measure::name).toList(),
                    "Name one of them.");
        }
        // Of one question's measures the shares of all its answers say the most.
        return found.stream().filter(m -> !isPart(m)).findFirst().orElse(found.get(0));
    }

    /** Whether a measure tells less of a question than the shares of all its answers. */
    static boolean isPart(Measure measure) {
        return !(measure instanceof Measure.Distribution || measure instanceof Measure.MultipleResponse);
    }

    private static List<String> variables(Measure measure) {
        return measure instanceof Measure.OfRespondents asked ? asked.variables() : List.of(measure.name());
    }

    private List<Measure> meant(String wanted, BiPredicate<String, String> test) {
        return study.measures().stream()
                .filter(m -> texts(m).anyMatch(text -> test.test(text.toLowerCase(Locale.ROOT), wanted)))
                .toList();
    }

    private Stream<String> texts(Measure measure) {
        List<String> texts = new ArrayList<>(List.of(measure.name(), measure.label(), measure.shortLabel()));
        if (measure instanceof Measure.OfCounts counts) {
            texts.add(counts.question());
        } else if (measure instanceof Measure.OfRespondents asked) {
            for (String name : asked.variables()) {
                Variable variable = study.codebook().variable(name);
                texts.addAll(List.of(name, variable.label(), variable.question()));
            }
        }
        return texts.stream().filter(text -> !text.isBlank());
    }

    /** What a misspelt name may be near to. */
    private List<String> names() {
        return Stream.concat(
                        study.measures().stream().map(Measure::name),
                        study.measures().stream().map(Measure::label))
                .distinct()
                .toList();
    }
}
