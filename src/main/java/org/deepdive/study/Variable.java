package org.deepdive.study;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One column, or for a multiple-response question one group of columns, of a respondent-level file.
 *
 * @param name the name used in data, queries and URLs
 * @param kind what the column holds
 * @param label a short name for people
 * @param question the question's wording; empty for derived variables
 * @param askedOf who was asked: {@code everyone}, or a condition such as {@code student:yes}
 * @param categories the answers in the order to show; empty for identifiers and weights
 */
public record Variable(
        String name, Kind kind, String label, String question, String askedOf, List<Category> categories) {

    /** What a column holds. */
    public enum Kind {
        /** A respondent's identifier; never kept in memory. */
        ID,
        /** The wave of interview; its categories are in order of time. */
        WAVE,
        /** The survey weight, a positive number. */
        WEIGHT,
        /** A category without order. */
        NOMINAL,
        /** A category with order: its categories keep the codebook's order in tables and plots. */
        ORDINAL,
        /** Several answers possible: one column per category, named {@code variable.category}, holding 1, 0 or nothing. */
        MULTIPLE
    }

    /** The most categories a variable may have, so that a code fits one byte. */
    public static final int MOST_CATEGORIES = 127;

    public Variable {
        categories = List.copyOf(categories);
    }

    /** Whether respondents fall into exactly one category, so that the variable can break down or filter in one pass. */
    public boolean isSingle() {
        return kind == Kind.NOMINAL || kind == Kind.ORDINAL || kind == Kind.WAVE;
    }

    /** The position of a category's code. */
    public int indexOf(String code) {
        return IntStream.range(0, categories.size())
                .filter(i -> categories.get(i).code().equals(code))
                .findFirst()
                .orElseThrow(() -> InputException.unknown("category of " + name, code, codes()));
    }

    /** The category of a code. */
    public Category category(String code) {
        return categories.get(indexOf(code));
    }

    /** All codes, in codebook order. */
    public List<String> codes() {
        return categories.stream().map(Category::code).toList();
    }
}
