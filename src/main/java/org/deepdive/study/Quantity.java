package org.deepdive.study;

import java.util.List;
import java.util.Map;

/** What a total, a ratio or a quantile takes from each respondent: a number, or nothing where the respondent is outside. */
public sealed interface Quantity {

    /** The variable it is taken from. */
    String variable();

    /** Categories left out of the base. */
    default List<String> exclude() {
        return List.of();
    }

    /** Whether it counts respondents, and does not add up numbers. */
    default boolean isCount() {
        return false;
    }

    /**
     * 1 for the respondents whose answer is in a net, and 0 for all others who were asked.
     *
     * @param net the categories counted together
     * @param exclude the categories left out of the base
     */
    record Net(String variable, List<String> net, List<String> exclude) implements Quantity {
        public Net {
            net = List.copyOf(net);
            exclude = List.copyOf(exclude);
        }

        @Override
        public boolean isCount() {
            return true;
        }
    }

    /** The number that was given to a numeric variable; special codes are outside the base. */
    record Numeric(String variable) implements Quantity {}

    /**
     * A score given to categories; those without a score are outside the base.
     *
     * @param scores category code to score
     */
    record Scores(String variable, Map<String, Double> scores) implements Quantity {}
}
