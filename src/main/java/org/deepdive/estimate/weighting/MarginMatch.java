package org.deepdive.estimate.weighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.study.CodedColumn;
import org.deepdive.study.InputException;

/** Finds each respondent's target in one margin, and refuses where respondents and targets do not fit one another. */
final class MarginMatch {

    private static final int NONE = -1;

    private final Margin margin;
    private final List<CodedColumn> columns;
    private final Map<Long, Integer> targetOf = new HashMap<>();

    MarginMatch(Margin margin, List<CodedColumn> columns) {
        this.margin = margin;
        this.columns = columns;
        for (int target = 0; target < margin.targets().size(); target++) {
            long cell = cell(margin.targets().get(target));
            if (cell != NONE) {
                targetOf.put(cell, target);
            }
        }
    }

    /** The cell of the crossing a target is for; none for a target of 0 in a category that is not in the data. */
    private long cell(Target target) {
        List<String> parts = parts(target);
        long cell = 0;
        for (int k = 0; k < parts.size(); k++) {
            CodedColumn column = columns.get(k);
            int code = column.categories().indexOf(parts.get(k));
            if (code < 0 && target.value() == 0) {
                return NONE;
            }
            if (code < 0) {
                InputException unknown = InputException.unknown(
                        "category of " + column.name(),
                        parts.get(k),
                        column.categories().stream()
                                .filter(name -> !name.isEmpty())
                                .toList());
                throw target.place().isEmpty() ? unknown : unknown.in(target.place());
            }
            cell = cell * column.categories().size() + code;
        }
        return cell;
    }

    /** The categories of a crossing; a single variable's category may have any name. */
    private List<String> parts(Target target) {
        if (columns.size() == 1) {
            return List.of(target.category());
        }
        List<String> parts = Margin.variables(target.category());
        if (parts.size() != columns.size()) {
            throw Target.refused(
                    target.place(),
                    "\"" + target.category() + "\" is not a category of " + margin.name() + ".",
                    target.category(),
                    "Write one category of each variable, joined by " + Margin.CROSSING + ".");
        }
        return parts;
    }

    /** The margin with targets that add up to a number of people; categories of nobody are left out. */
    MarginTotals.One totals(double people) {
        int[] codes = codes();
        int[] counts = new int[margin.targets().size()];
        for (int code : codes) {
            counts[code]++;
        }
        int[] kept = new int[counts.length];
        List<String> categories = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        double sum = margin.sum();
        for (int k = 0; k < counts.length; k++) {
            Target target = margin.targets().get(k);
            requireBoth(target, counts[k]);
            kept[k] = categories.size();
            if (counts[k] > 0) {
                categories.add(target.category());
                totals.add(sum == people ? target.value() : target.value() / sum * people);
            }
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = kept[codes[row]];
        }
        double[] values = totals.stream().mapToDouble(Double::doubleValue).toArray();
        return new MarginTotals.One(margin.name(), categories, codes, values);
    }

    private void requireBoth(Target target, int count) {
        String name = margin.name() + "=" + target.category();
        if (count == 0 && target.value() > 0) {
            throw Target.refused(
                    target.place(),
                    "Nobody is in " + name + ", whose target is " + Numbers.text(target.value()) + ".",
                    target.category(),
                    "Join it with another category, in the targets and in the data.");
        }
        if (count > 0 && target.value() == 0) {
            throw Target.refused(
                    target.place(),
                    "The target of " + name + " is 0, and " + people(count) + " in it.",
                    target.category(),
                    "Give it a target, or leave them out of the data.");
        }
    }

    private int[] codes() {
        int[] codes = new int[columns.get(0).codes().length];
        int first = NONE;
        int like = 0;
        for (int row = 0; row < codes.length; row++) {
            Integer target = targetOf.get(cellOf(row));
            if (target != null) {
                codes[row] = target;
            } else {
                first = first == NONE ? row : first;
                like += cellOf(row) == cellOf(first) ? 1 : 0;
            }
        }
        if (first != NONE) {
            throw untargeted(first, like);
        }
        return codes;
    }

    /** The cell a respondent is in; none where a category is missing. */
    private long cellOf(int row) {
        long cell = 0;
        for (CodedColumn column : columns) {
            int code = column.codes()[row];
            if (code < 0 || column.categories().get(code).isEmpty()) {
                return NONE;
            }
            cell = cell * column.categories().size() + code;
        }
        return cell;
    }

    private InputException untargeted(int row, int count) {
        String place = columns.get(0).place().apply(row);
        for (CodedColumn column : columns) {
            int code = column.codes()[row];
            if (code < 0 || column.categories().get(code).isEmpty()) {
                return Target.refused(
                        column.place().apply(row),
                        margin.name() + " is empty for " + (count == 1 ? "1 respondent." : count + " respondents."),
                        "",
                        "Every respondent needs a category of each margin: fill it in, or make it a category with a "
                                + "target.");
            }
        }
        String category = columns.stream()
                .map(column -> column.categories().get(column.codes()[row]))
                .reduce((a, b) -> a + Margin.CROSSING + b)
                .orElseThrow();
        return new InputException(
                        "targets",
                        "The margin " + margin.name() + " has no target for \"" + category + "\", and " + people(count)
                                + " in it.",
                        category,
                        margin.targets().stream().map(Target::category).toList(),
                        "Give it a target, or another category in the data.")
                .in(place);
    }

    private static String people(int count) {
        return count == 1 ? "1 respondent is" : count + " respondents are";
    }
}
