package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepdive.study.Codes;
import org.deepdive.study.Microdata;
import org.deepdive.study.NumericColumn;
import org.deepdive.study.Quantity;
import org.deepdive.study.Variable;

/**
 * An axis of answers that stand for numbers: codes of one number share a place, those without one are left out.
 *
 * @param key tells it from other axes of the same respondents
 * @param axis the axis
 * @param values the number of each place, ascending
 */
record AnswerAxis(String key, Axis axis, double[] values) {

    /**
     * The axis of a column of codes.
     *
     * @param column its name
     * @param numbers the number of each code; NaN for a code outside the base
     */
    static AnswerAxis of(String column, Codes codes, double[] numbers) {
        double[] distinct = DoubleStream.of(numbers)
                .filter(number -> !Double.isNaN(number))
                .map(number -> number + 0.0)
                .sorted()
                .distinct()
                .toArray();
        int[] places = IntStream.range(0, numbers.length)
                .map(code -> Double.isNaN(numbers[code]) ? -1 : Arrays.binarySearch(distinct, numbers[code] + 0.0))
                .toArray();
        return new AnswerAxis(column + Arrays.toString(places), new Axis(codes, places, -1, distinct.length), distinct);
    }

    /** The axis of a variable with one answer a respondent. */
    static AnswerAxis ofCategories(Microdata data, Variable variable, ToDoubleFunction<String> numberOf) {
        return of(
                variable.name(),
                new Codes.Bytes(data.codes(variable.name())),
                variable.codes().stream().mapToDouble(numberOf).toArray());
    }

    /** The axis of a numeric variable; special codes are left out. */
    static AnswerAxis ofNumbers(Microdata data, String variable) {
        NumericColumn column = data.numeric(variable);
        double[] numbers =
                IntStream.range(0, column.places()).mapToDouble(column::valueOf).toArray();
        return of(variable, column.codes(), numbers);
    }

    /** The axis of one answer of a variable with several: a mark, or a rank. */
    static AnswerAxis ofMarks(Microdata data, Variable variable, String category, double... numberOfMark) {
        return of(
                variable.name() + "." + category, new Codes.Bytes(data.codes(variable.name(), category)), numberOfMark);
    }

    /** The axis of how many answers of a variable were given. */
    static AnswerAxis ofMentions(Microdata data, Variable variable) {
        double[] numbers = IntStream.rangeClosed(0, variable.categories().size())
                .asDoubleStream()
                .toArray();
        return of(variable.name() + ".*", new Codes.Bytes(data.mentions(variable.name())), numbers);
    }

    /** The axis of what a total, a ratio or a quantile is of. */
    static AnswerAxis ofQuantity(Microdata data, Quantity quantity) {
        Variable variable = data.study().codebook().variable(quantity.variable());
        if (quantity instanceof Quantity.Numeric) {
            return ofNumbers(data, variable.name());
        }
        if (quantity instanceof Quantity.Net net) {
            return ofCategories(data, variable, inNet(net.net(), net.exclude()));
        }
        Map<String, Double> scores = ((Quantity.Scores) quantity).scores();
        return ofCategories(data, variable, code -> scores.getOrDefault(code, Double.NaN));
    }

    /** 1 for the codes of a net, 0 for others; NaN for those excluded. */
    static ToDoubleFunction<String> inNet(List<String> net, List<String> exclude) {
        return code -> exclude.contains(code) ? Double.NaN : net.contains(code) ? 1 : 0;
    }
}
