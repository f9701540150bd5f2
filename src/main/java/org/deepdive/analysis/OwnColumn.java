package org.deepdive.analysis;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;

/**
 * A column of a file of one's own, as it was found: its name in queries, and the values in it with the codes that stand for
 * them in queries.
 *
 * @param column the file's name of it
 * @param name the name in queries: the column's where queries can hold it
 * @param codes value to code; the values in order of first appearance, numbers by size. Empty fields are no values
 */
record OwnColumn(String column, String name, Map<String, String> codes) {

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?\\s*");

    /** A column with the values found in it. */
    static OwnColumn of(String column, String name, List<String> found) {
        List<String> values = found.stream().filter(value -> !value.isEmpty()).toList();
        List<String> ordered = isNumeric(values)
                ? values.stream()
                        .sorted(Comparator.comparingDouble(value -> Double.parseDouble(value.strip())))
                        .toList()
                : values;
        Map<String, String> codes = new LinkedHashMap<>();
        for (String value : ordered) {
            codes.put(value, free(word(value, "answer"), codes.values()));
        }
        return new OwnColumn(column, name, codes);
    }

    /** Whether there are values, and all of them are numbers. */
    boolean isNumeric() {
        return isNumeric(codes.keySet());
    }

    private static boolean isNumeric(Collection<String> values) {
        return !values.isEmpty()
                && values.stream().allMatch(value -> NUMBER.matcher(value).matches());
    }

    /** How many different values there are. */
    int size() {
        return codes.size();
    }

    /** The value that is meant by a value or its code, or an error that names the nearest. */
    String value(String given) {
        if (codes.containsKey(given)) {
            return given;
        }
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(given))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        InputException.unknown("answer in the column " + column, given, List.copyOf(codes.keySet())));
    }

    /** The text where queries can hold it as a name; else its letters and digits, with underscores between. */
    static String word(String text, String otherwise) {
        if (Query.isName(text)) {
            return text;
        }
        String negative = text.strip().replaceFirst("^-(?=[\\d.])", "minus ");
        String ascii = Normalizer.normalize(negative, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String word =
                ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return word.isEmpty() ? otherwise : word;
    }

    /** The word, or the word with the first number from 2 that makes it new. */
    static String free(String word, Collection<String> taken) {
        Set<String> known = Set.copyOf(taken);
        String free = word;
        for (int i = 2; known.contains(free); i++) {
            free = word + "_" + i;
        }
        return free;
    }
}
