package org.deepdive.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;

/**
 * The letters of a banner table: each group of a breakdown has one (A, B, ..., Z, AA, AB, ...), and each cell lists the
 * letters of the groups that it is significantly higher than. Capitals at the first level, lower case for those at the
 * second only, as market research prints 95% and 90%.
 *
 * <p>The tests are those of the table of comparisons, with its adjustment. A comparison that is withheld or could not be
 * made gives no letter.
 */
public final class SignificanceLetters {

    private static final int ALPHABET = 26;

    /** A cell: all its groups, and its answer. */
    private record Place(List<Category> groups, Optional<Category> answer) {}

    private final List<Category> groups;
    private final Map<Place, Map<Integer, String>> letters = new HashMap<>();

    private SignificanceLetters(List<Category> groups) {
        this.groups = groups;
    }

    /**
     * Capitals only.
     *
     * @param table a table of every pair of groups
     * @param level the confidence level, such as 0.95
     * @throws InputException where the table is not one of pairs
     */
    public static SignificanceLetters of(ComparisonTable table, double level) {
        return of(table, level, level);
    }

    /**
     * Capitals, and lower case at a lower level.
     *
     * @param table a table of every pair of groups
     * @param level the confidence level of capitals, such as 0.95
     * @param lower the confidence level of lower case, such as 0.90
     * @throws InputException where the table is not one of pairs
     */
    public static SignificanceLetters of(ComparisonTable table, double level, double lower) {
        if (table.plan().pairing() != ComparisonPlan.Pairing.PAIRS) {
            throw InputException.of(
                    "letters",
                    "Letters need every pair of groups compared.",
                    table.plan().pairing().name().toLowerCase(Locale.ROOT),
                    "Ask for ComparisonPlan.pairs().");
        }
        SignificanceLetters letters = new SignificanceLetters(table.groups());
        for (ComparisonRow row : table.rows()) {
            row.tested().ifPresent(test -> letters.add(table, row, test, level, lower));
        }
        return letters;
    }

    private void add(ComparisonTable table, ComparisonRow row, ComparisonRow.Tested test, double level, double lower) {
        boolean capital = test.isSignificant(level);
        if (!capital && !test.isSignificant(lower)) {
            return;
        }
        Category second = row.second().orElseThrow();
        Category higher = test.isHigher() ? row.first() : second;
        Category other = test.isHigher() ? second : row.first();
        String letter = letter(other);
        letters.computeIfAbsent(new Place(table.groups(row, higher), row.answer()), place -> new TreeMap<>())
                .put(groups.indexOf(other), capital ? letter : letter.toLowerCase(Locale.ROOT));
    }

    /** The groups that have letters, in their order. */
    public List<Category> groups() {
        return groups;
    }

    /**
     * The letter of a group.
     *
     * @param group a group of the compared breakdown
     * @throws InputException where it is not one
     */
    public String letter(Category group) {
        int at = groups.indexOf(group);
        if (at < 0) {
            throw InputException.unknown(
                    "group", group.code(), groups.stream().map(Category::code).toList());
        }
        return letter(at);
    }

    private static String letter(int at) {
        String last = String.valueOf((char) ('A' + at % ALPHABET));
        return at < ALPHABET ? last : letter(at / ALPHABET - 1) + last;
    }

    /**
     * The letters of the groups that a cell is significantly higher than, in order of the groups; empty for none. With
     * more than 26 groups they are set apart by spaces.
     *
     * @param cell the categories of all breakdowns, in the query's order, as a row of estimates has them
     * @param answer its answer, where the measure has several
     */
    public String of(List<Category> cell, Optional<Category> answer) {
        return letters.getOrDefault(new Place(cell, answer), Map.of()).values().stream()
                .collect(Collectors.joining(groups.size() > ALPHABET ? " " : ""));
    }

    /** The letters of a row of estimates of the same query. */
    public String of(EstimateRow row) {
        return of(row.groups(), row.answer());
    }
}
