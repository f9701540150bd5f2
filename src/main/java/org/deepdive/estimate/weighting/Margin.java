package org.deepdive.estimate.weighting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deepdive.study.InputException;

/**
 * The known distribution of a population over the categories of one variable, or of several crossed.
 *
 * @param variables the variables; several for a crossing
 * @param unit what the targets are
 * @param targets one for each category anybody is in
 */
public record Margin(List<String> variables, Unit unit, List<Target> targets) {

    /** What stands between the variables of a crossing, and between their categories. */
    public static final String CROSSING = "*";

    /** How far shares may add up to another number than their whole, relative to it. */
    private static final double ROUNDING = 1e-6;

    /** What targets are. */
    public enum Unit {
        /** Numbers of people. */
        TOTAL(Double.NaN),
        /** Shares of 100. */
        PERCENT(100),
        /** Shares of 1. */
        PROPORTION(1);

        private final double whole;

        Unit(double whole) {
            this.whole = whole;
        }

        /**
         * What targets without a unit are: proportions where they add up to at most 1.5, percentages where they add up to
         * 50 to 150, and totals otherwise. The ranges are wide so that a share left out is found and not taken for a total.
         */
        static Unit of(double sum) {
            return sum <= 1.5 ? PROPORTION : sum >= 50 && sum <= 150 ? PERCENT : TOTAL;
        }
    }

    /** @throws InputException where a category comes twice, nothing is above 0, or shares do not add up to their whole */
    public Margin {
        variables = List.copyOf(variables);
        targets = List.copyOf(targets);
        String name = String.join(CROSSING, variables);
        if (variables.isEmpty()
                || variables.contains("")
                || Set.copyOf(variables).size() < variables.size()) {
            throw Target.refused(
                    placeOf(targets),
                    "\"" + name + "\" is not a margin.",
                    name,
                    "Name a variable, or different ones joined by " + CROSSING + ".");
        }
        requireDifferent(name, targets);
        requireWhole(name, unit, targets);
    }

    /**
     * A margin whose unit follows from what its targets add up to: 1, 100 or another number.
     *
     * @param name the variable, or the variables joined by {@code *}
     * @param targets category to total or share
     */
    public static Margin of(String name, Map<String, Double> targets) {
        List<Target> list = new ArrayList<>();
        targets.forEach((category, value) -> list.add(new Target(category, value, "")));
        return new Margin(variables(name), Unit.of(sum(list)), list);
    }

    static List<String> variables(String name) {
        return List.of(name.split("\\" + CROSSING, -1)).stream()
                .map(String::strip)
                .toList();
    }

    /** The variables joined by {@code *}. */
    public String name() {
        return String.join(CROSSING, variables);
    }

    /** What all targets add up to. */
    public double sum() {
        return sum(targets);
    }

    /** Where it was given; empty where it comes from no file. */
    String place() {
        return placeOf(targets);
    }

    private static String placeOf(List<Target> targets) {
        return targets.isEmpty() ? "" : targets.get(0).place();
    }

    static double sum(List<Target> targets) {
        return targets.stream().mapToDouble(Target::value).sum();
    }

    private static void requireDifferent(String name, List<Target> targets) {
        Set<String> seen = new HashSet<>();
        for (Target target : targets) {
            if (!seen.add(target.category())) {
                throw Target.refused(
                        target.place(),
                        "The margin " + name + " has two targets for \"" + target.category() + "\".",
                        target.category(),
                        "Keep one.");
            }
        }
    }

    private static void requireWhole(String name, Unit unit, List<Target> targets) {
        double sum = sum(targets);
        if (!(sum > 0)) {
            throw Target.refused(
                    placeOf(targets), "The margin " + name + " has no target above 0.", name, "Give its targets.");
        }
        if (unit != Unit.TOTAL && Math.abs(sum - unit.whole) > ROUNDING * unit.whole) {
            throw Target.refused(
                    placeOf(targets),
                    String.format(
                            Locale.ROOT,
                            "The targets of %s add up to %s, not to %.0f.",
                            name,
                            Numbers.text(sum),
                            unit.whole),
                    Numbers.text(sum),
                    "Add what is missing, or give more decimals; where they are numbers of people, say so with the unit "
                            + "total.");
        }
    }
}
