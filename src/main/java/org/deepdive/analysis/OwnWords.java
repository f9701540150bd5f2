package org.deepdive.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * What was said of a column of a file of one's own; all of it may be missing.
 *
 * @param kind what it holds, where that is not to be inferred
 * @param label its short name for people
 * @param question its wording; empty where nothing was said
 * @param labels value to what it is called
 * @param order the first values, in order
 * @param statuses the values that are no substantive answers
 */
record OwnWords(
        Optional<Variable.Kind> kind,
        Optional<String> label,
        String question,
        Map<String, String> labels,
        List<String> order,
        Map<String, Category.Status> statuses) {

    /** Nothing. */
    static final OwnWords NONE = new OwnWords(Optional.empty(), Optional.empty(), "", Map.of(), List.of(), Map.of());

    OwnWords labelled(String words) {
        return new OwnWords(kind, Optional.of(words), question, labels, order, statuses);
    }

    OwnWords asked(String wording) {
        return new OwnWords(kind, label, wording, labels, order, statuses);
    }

    OwnWords calling(Map<String, String> more) {
        return new OwnWords(kind, label, question, both(labels, more), order, statuses);
    }

    OwnWords ordered(List<String> values) {
        return new OwnWords(Optional.of(Variable.Kind.ORDINAL), label, question, labels, values, statuses);
    }

    OwnWords meaning(Map<String, Category.Status> more) {
        return new OwnWords(kind, label, question, labels, order, both(statuses, more));
    }

    OwnWords numeric() {
        return new OwnWords(Optional.of(Variable.Kind.NUMERIC), label, question, labels, order, statuses);
    }

    OwnWords category() {
        return new OwnWords(Optional.of(Variable.Kind.NOMINAL), label, question, labels, order, statuses);
    }

    private static <V> Map<String, V> both(Map<String, V> first, Map<String, V> more) {
        Map<String, V> both = new LinkedHashMap<>(first);
        both.putAll(more);
        return both;
    }
}
