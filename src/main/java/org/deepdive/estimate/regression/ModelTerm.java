package org.deepdive.estimate.regression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;

/**
 * A term of a model: one factor, or the interaction of two.
 *
 * @param factors one or two factors
 */
public record ModelTerm(List<Factor> factors) {

    private static final String TREND = ".trend";

    /**
     * A variable as a model takes it.
     *
     * @param variable the variable's name
     * @param trend whether its categories count as 1, 2, 3, ... in codebook order, which gives one slope; otherwise each
     *     category but the reference has a coefficient (R's treatment contrasts)
     */
    public record Factor(String variable, boolean trend) {
        public Factor {
            Query.requireName("a variable", variable);
        }

        /** The factor as written in a term: {@code wave} or {@code wave.trend}. */
        public String text() {
            return variable + (trend ? TREND : "");
        }
    }

    public ModelTerm {
        factors = List.copyOf(factors);
        if (factors.isEmpty() || factors.size() > 2) {
            throw refused(factors.stream().map(Factor::text).collect(Collectors.joining(":")));
        }
        if (factors.stream().map(Factor::variable).distinct().count() < factors.size()) {
            throw refused(factors.get(0).text() + ":" + factors.get(1).text());
        }
    }

    /**
     * Reads {@code age_band}, {@code wave.trend} or the interaction {@code sex:age_band}.
     *
     * @throws InputException where it is none of these
     */
    public static ModelTerm parse(String text) {
        List<Factor> factors = Stream.of(text.strip().split(":", -1))
                .map(part -> part.endsWith(TREND)
                        ? new Factor(part.substring(0, part.length() - TREND.length()), true)
                        : new Factor(part, false))
                .toList();
        if (factors.size() > 2) {
            throw refused(text);
        }
        return new ModelTerm(factors);
    }

    private static InputException refused(String text) {
        return InputException.of(
                "term",
                "\"" + text + "\" is not a term of a model.",
                text,
                "Write a variable, variable.trend, or two different variables with a colon between.");
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return factors.stream().map(Factor::text).collect(Collectors.joining(":"));
    }

    /** Whether it is an interaction of two factors. */
    public boolean isInteraction() {
        return factors.size() == 2;
    }

    /** Whether one of its factors is this variable. */
    public boolean has(String variable) {
        return factors.stream().anyMatch(f -> f.variable().equals(variable));
    }
}
