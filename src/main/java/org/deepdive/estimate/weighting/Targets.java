package org.deepdive.estimate.weighting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.deepdive.study.CodedColumn;
import org.deepdive.study.InputException;

/**
 * What is known of a population: one or several margins, which must speak of the same number of people.
 *
 * @param margins the margins
 * @param population the number of people that shares are shares of; absent for what margins of totals add up to, or
 *     without such margins what the given weights add up to
 */
public record Targets(List<Margin> margins, OptionalDouble population) {

    /** How far two totals may differ, relative to them: rounding in the last digits of a number, not of a table. */
    private static final double ROUNDING = 1e-9;

    /** @throws InputException where two margins are over the same variables, or their totals disagree */
    public Targets {
        margins = List.copyOf(margins);
        if (margins.isEmpty()) {
            throw Target.refused("", "There is no margin.", "", "Give the targets of one variable or more.");
        }
        if (population.isPresent() && !(population.getAsDouble() > 0 && Double.isFinite(population.getAsDouble()))) {
            String given = Numbers.text(population.getAsDouble());
            throw Target.refused("", "A population of " + given + " is nobody.", given, "Give a number above 0.");
        }
        Set<Set<String>> seen = new HashSet<>();
        for (Margin margin : margins) {
            if (!seen.add(Set.copyOf(margin.variables()))) {
                throw Target.refused(
                        margin.place(),
                        "There are two margins over " + margin.name() + ".",
                        margin.name(),
                        "Keep one.");
            }
        }
        requireAgreement(margins, population);
    }

    /** Margins whose population follows from them or from the weights. */
    public static Targets of(Margin... margins) {
        return new Targets(List.of(margins), OptionalDouble.empty());
    }

    /** The same margins as shares of a number of people. */
    public Targets ofPopulation(double people) {
        return new Targets(margins, OptionalDouble.of(people));
    }

    private static void requireAgreement(List<Margin> margins, OptionalDouble population) {
        double agreed = population.orElse(Double.NaN);
        String source = "the given population";
        for (Margin margin : margins) {
            if (margin.unit() != Margin.Unit.TOTAL) {
                continue;
            }
            double sum = margin.sum();
            if (Math.abs(sum - agreed) > ROUNDING * agreed) {
                throw Target.refused(
                        margin.place(),
                        "The totals of " + margin.name() + " add up to " + Numbers.text(sum) + ", but " + source
                                + " is " + Numbers.text(agreed) + ".",
                        margin.name(),
                        "All margins must speak of the same people; give one of them as shares.");
            }
            if (Double.isNaN(agreed)) {
                agreed = sum;
                source = "the sum of " + margin.name();
            }
        }
    }

    /**
     * The variables of all margins, each once, if they are among those there are.
     *
     * @param known the columns of the data
     * @throws InputException where a variable is not there, with the nearest
     */
    public List<String> variablesIn(List<String> known) {
        List<String> variables = new ArrayList<>();
        for (Margin margin : margins) {
            for (String variable : margin.variables()) {
                if (!known.contains(variable)) {
                    InputException unknown = InputException.unknown("variable", variable, known);
                    throw margin.place().isEmpty() ? unknown : unknown.in(margin.place());
                }
                if (!variables.contains(variable)) {
                    variables.add(variable);
                }
            }
        }
        return variables;
    }

    /**
     * The targets as totals, with each respondent's category.
     *
     * @param columns the respondents' variables; others than the margins' are passed over
     * @param weights the given weights, whose sum is the population where nothing else says what it is
     * @throws InputException where a variable or category is not there, a category anybody is in has no target, or nobody
     *     is in a category with a target
     */
    public MarginTotals match(List<CodedColumn> columns, double[] weights) {
        variablesIn(columns.stream().map(CodedColumn::name).toList());
        double people = population.orElseGet(() -> margins.stream()
                .filter(margin -> margin.unit() == Margin.Unit.TOTAL)
                .mapToDouble(Margin::sum)
                .findFirst()
                .orElseGet(() -> WeightSpread.sum(weights)));
        List<MarginTotals.One> matched = new ArrayList<>();
        for (Margin margin : margins) {
            List<CodedColumn> own = margin.variables().stream()
                    .map(name -> columns.stream()
                            .filter(column -> column.name().equals(name))
                            .findFirst()
                            .orElseThrow())
                    .toList();
            matched.add(new MarginMatch(margin, own).totals(people));
        }
        return new MarginTotals(matched, people);
    }
}
