package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.study.Category;

/**
 * Decides which cells of a table are withheld: those too small by themselves, then, until nothing changes, a second one
 * in every line of groups where exactly one is withheld.
 *
 * <p>A line is the groups that a reader could add up: all groups of a one-way table, and each row and each column of
 * groups of a two-way one, for each answer. Where answers partition a group, a withheld answer brings a second answer of
 * that group too.
 */
final class Suppression {

    private final Rules rules;

    Suppression(Rules rules) {
        this.rules = rules;
    }

    /** For each row the id of the rule that withholds it; null where it may be shown. */
    String[] decide(List<EstimateRow> rows, boolean answersPartition) {
        String[] withheld = new String[rows.size()];
        for (int i = 0; i < withheld.length; i++) {
            withheld[i] = primary(rows.get(i).cell()).orElse(null);
        }
        List<List<Integer>> lines = lines(rows, answersPartition);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Integer> line : lines) {
                changed |= completePair(line, rows, withheld);
            }
        }
        return withheld;
    }

    private Optional<String> primary(Cell cell) {
        if (!(cell instanceof Cell.Estimate estimate)) {
            return Optional.empty();
        }
        if (estimate.base() < rules.minimumBase()) {
            return Optional.of("base");
        }
        if (estimate.counted() < rules.minimumNumerator()) {
            return Optional.of("numerator");
        }
        return estimate.base() - estimate.counted() < rules.minimumComplement()
                ? Optional.of("complement")
                : Optional.empty();
    }

    /** Withholds the smallest shown cell of a line in which exactly one is withheld. */
    private static boolean completePair(List<Integer> line, List<EstimateRow> rows, String[] withheld) {
        long hidden = line.stream().filter(i -> withheld[i] != null).count();
        if (hidden != 1 || line.size() < 2) {
            return false;
        }
        int smallest = -1;
        for (int i : line) {
            if (withheld[i] == null && (smallest < 0 || size(rows.get(i)) < size(rows.get(smallest)))) {
                smallest = i;
            }
        }
        withheld[smallest] = "secondary";
        return true;
    }

    private static int size(EstimateRow row) {
        return row.cell() instanceof Cell.Estimate estimate
                ? Math.min(estimate.counted(), estimate.base() - estimate.counted())
                : Integer.MAX_VALUE;
    }

    private static List<List<Integer>> lines(List<EstimateRow> rows, boolean answersPartition) {
        Map<List<Object>, List<Integer>> lines = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            EstimateRow row = rows.get(i);
            int breakdowns = row.groups().size();
            for (int free = 0; free < breakdowns; free++) {
                add(lines, i, free, fixed(row, free), row.answer());
            }
            if (answersPartition && row.answer().isPresent()) {
                add(lines, i, -1, row.groups(), Optional.empty());
            }
        }
        return List.copyOf(lines.values());
    }

    private static List<Category> fixed(EstimateRow row, int free) {
        List<Category> fixed = new ArrayList<>(row.groups());
        fixed.remove(free);
        return fixed;
    }

    private static void add(
            Map<List<Object>, List<Integer>> lines,
            int row,
            int free,
            List<Category> fixed,
            Optional<Category> answer) {
        lines.computeIfAbsent(List.of(free, fixed, answer), key -> new ArrayList<>())
                .add(row);
    }
}
