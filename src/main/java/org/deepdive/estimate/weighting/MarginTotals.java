package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.List;

/**
 * Margins matched to respondents: for each margin the category of every respondent and the total of every category. Made by
 * {@link Targets#match}.
 */
public final class MarginTotals {

    private final List<One> margins;
    private final double people;
    private final Patterns patterns;
    private final double[] totals;

    /**
     * One margin.
     *
     * @param name the variables joined by {@code *}
     * @param categories those that anybody is in
     * @param codes for each respondent the position of the category
     * @param totals the total of each category
     */
    record One(String name, List<String> categories, int[] codes, double[] totals) {}

    MarginTotals(List<One> margins, double people) {
        this.margins = List.copyOf(margins);
        this.people = people;
        this.patterns = new Patterns(margins.stream().map(One::codes).toList());
        this.totals = margins.stream()
                .flatMapToDouble(one -> Arrays.stream(one.totals()))
                .toArray();
    }

    /** How many respondents there are. */
    public int size() {
        return margins.get(0).codes().length;
    }

    /** The number of people each margin adds up to. */
    public double people() {
        return people;
    }

    /**
     * What calibration to these margins leaves of influence values.
     *
     * @param baseWeights the weights before calibration
     */
    public CalibrationResiduals residuals(double[] baseWeights) {
        return new CalibrationResiduals(patterns, baseWeights);
    }

    List<One> margins() {
        return margins;
    }

    Patterns patterns() {
        return patterns;
    }

    /** The totals of all categories, margin after margin, as {@link Patterns} has its columns. */
    double[] totals() {
        return totals;
    }

    /** The margin and category of a column, as in {@code sex=female}. */
    String name(int column) {
        int left = column;
        for (One one : margins) {
            if (left < one.categories().size()) {
                return one.name() + "=" + one.categories().get(left);
            }
            left -= one.categories().size();
        }
        throw new IllegalArgumentException("There is no column " + column);
    }

    /** The column farthest from its total, relative to it. */
    int farthest(double[] reached) {
        int farthest = 0;
        for (int column = 1; column < totals.length; column++) {
            farthest = gap(reached, column) > gap(reached, farthest) ? column : farthest;
        }
        return farthest;
    }

    /** How far a column is from its total, relative to it. */
    double gap(double[] reached, int column) {
        return Math.abs(reached[column] - totals[column]) / totals[column];
    }
}
