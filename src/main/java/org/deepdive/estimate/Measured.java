package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepdive.study.Category;

/**
 * One value that a query asks for in each group: the answers it is made of, as places of a table, and what it makes of them.
 *
 * @param answer the answer it is about, where the measure has several
 * @param key tells tables apart: the columns of answers, and which of them share a place
 * @param axes the respondents' answers, one or two columns of them; those outside the base are left out; none where nothing
 *     is asked
 * @param kind what is made of them
 * @param above the number that each place stands for; of a ratio, the numerator
 * @param below of a ratio the denominator of each place; 1 otherwise
 * @param probability of a quantile its probability; NaN otherwise
 */
record Measured(
        Optional<Category> answer,
        String key,
        List<Axis> axes,
        Kind kind,
        double[] above,
        double[] below,
        double probability) {

    /** What is made of answers. */
    enum Kind {
        /** Their weighted mean; of 1 and 0 a share. */
        MEAN,
        /** The sum of weights times numbers. */
        TOTAL,
        /** One total over another. */
        RATIO,
        /** The number that a share of respondents is at or below. */
        QUANTILE
    }

    Measured {
        axes = List.copyOf(axes);
    }

    /** A mean of numbers on one axis. */
    static Measured mean(Optional<Category> answer, AnswerAxis answers) {
        return of(answer, answers, Kind.MEAN, Double.NaN);
    }

    /** What a kind makes of numbers on one axis. */
    static Measured of(Optional<Category> answer, AnswerAxis answers, Kind kind, double probability) {
        double[] ones = new double[answers.values().length];
        Arrays.fill(ones, 1);
        return new Measured(answer, answers.key(), List.of(answers.axis()), kind, answers.values(), ones, probability);
    }

    /** A ratio of the numbers on one axis to those on another. */
    static Measured ratio(Optional<Category> answer, AnswerAxis above, AnswerAxis below) {
        int inner = below.values().length;
        int places = Math.multiplyExact(above.values().length, inner);
        return new Measured(
                answer,
                above.key() + "/" + below.key(),
                List.of(above.axis(), below.axis()),
                Kind.RATIO,
                IntStream.range(0, places)
                        .mapToDouble(place -> above.values()[place / inner])
                        .toArray(),
                IntStream.range(0, places)
                        .mapToDouble(place -> below.values()[place % inner])
                        .toArray(),
                Double.NaN);
    }

    /** The number of respondents, of whom nothing is asked. */
    static Measured nothing() {
        return new Measured(Optional.empty(), "", List.of(), Kind.MEAN, new double[] {1}, new double[] {1}, Double.NaN);
    }

    /** How many places its answers have: combinations, where they are on two axes. */
    int places() {
        return above.length;
    }

    /** The statistic over some cells of a table. */
    Statistic statistic(CellTable table, int[] cells, int[] places) {
        double[] numbers =
                IntStream.of(places).mapToDouble(place -> above[place]).toArray();
        return switch (kind) {
            case MEAN -> Ratio.mean(table, cells, numbers);
            case TOTAL -> new Total(table, cells, numbers);
            case RATIO ->
                new Ratio(
                        table,
                        cells,
                        numbers,
                        IntStream.of(places).mapToDouble(place -> below[place]).toArray());
            case QUANTILE ->
                throw new IllegalStateException("A quantile is no smooth function of totals: see " + Quantile.class);
        };
    }

    /** The label of several answers counted together. */
    static Category together(List<Category> answers) {
        return new Category(
                answers.stream().map(Category::code).collect(Collectors.joining("_")),
                answers.stream().map(Category::label).collect(Collectors.joining(" or ")),
                Category.Status.VALID);
    }
}
