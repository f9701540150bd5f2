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
 * @param categories the answers in the order to show; of a numeric variable the codes that stand for no number, such as
 *     99 for don't know; empty for identifiers and weights
 * @param range the numbers that a numeric variable may hold
 * @param choose how many answers of a ranked variable could be chosen; 0 for other kinds
 */
public record Variable(
        String name,
        Kind kind,
        String label,
        String question,
        String askedOf,
        List<Category> categories,
        Range range,
        int choose) {

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
        MULTIPLE,
        /** A whole or decimal number, such as an age in years. */
        NUMERIC,
        /**
         * Answers chosen in order: columns named {@code variable.1}, {@code variable.2} and so on, the first choice's first,
         * each holding a category's code or nothing.
         */
        RANKED
    }

    /**
     * The numbers that are allowed.
     *
     * @param minimum the least; negative infinity for none
     * @param maximum the most; infinity for none
     */
    public record Range(double minimum, double maximum) {
        /** All numbers. */
        public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** Whether a number is allowed; NaN and infinite ones never are. */
        public boolean holds(double number) {
            return number >= minimum && number <= maximum && !Double.isInfinite(number);
        }

        /** What is allowed: {@code a number from 16 to 120}. */
        String inWords() {
            String from = Double.isInfinite(minimum) ? "" : " from " + Decimal.plain(minimum);
            String to = Double.isInfinite(maximum) ? "" : " to " + Decimal.plain(maximum);
            return "a number" + from + to;
        }
    }

    /** The most categories a variable may have, so that a code fits one byte. */
    public static final int MOST_CATEGORIES = 127;

    public Variable {
        categories = List.copyOf(categories);
    }

    /** A variable that is neither numeric nor ranked. */
    public Variable(String name, Kind kind, String label, String question, String askedOf, List<Category> categories) {
        this(name, kind, label, question, askedOf, categories, Range.ALL, 0);
    }

    /** Whether respondents fall into exactly one category, so that the variable can break down or filter in one pass. */
    public boolean isSingle() {
        return kind == Kind.NOMINAL || kind == Kind.ORDINAL || kind == Kind.WAVE;
    }

    /** The position of a category's code. */
    public int indexOf(String code) {
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).code().equals(code)) {
                return i;
            }
        }
        throw InputException.unknown("category of " + name, code, codes());
    }

    /** The category of a code. */
    public Category category(String code) {
        return categories.get(indexOf(code));
    }

    /** All codes, in codebook order. */
    public List<String> codes() {
        return categories.stream().map(Category::code).toList();
    }

    /** The codes of one kind of answer, such as all don't knows, in codebook order. */
    public List<String> codes(Category.Status status) {
        return categories.stream()
                .filter(c -> c.status() == status)
                .map(Category::code)
                .toList();
    }

    /** The columns of a file that hold it, by the names that a mapping can rename. */
    List<String> columns() {
        return switch (kind) {
            case MULTIPLE -> codes().stream().map(code -> name + "." + code).toList();
            case RANKED ->
                IntStream.rangeClosed(1, choose)
                        .mapToObj(place -> name + "." + place)
                        .toList();
            case ID, WAVE, WEIGHT, NOMINAL, ORDINAL, NUMERIC -> List.of(name);
        };
    }
}
