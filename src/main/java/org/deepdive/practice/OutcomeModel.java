package org.deepdive.practice;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * How one answer is invented: the log odds of an event for each respondent, before fitting to published figures, and how
 * event and non-event spread over the answers.
 *
 * @param variable the variable answered, or one answer of a multiple-response one as {@code variable.answer}
 * @param event the codes that make up the event, and how the event spreads over them
 * @param other the other substantive codes, and how the rest spreads over them
 * @param dontKnow the share of respondents who do not know
 * @param refused the share who prefer not to say
 * @param asked who is asked
 * @param logOdds the log odds of the event before fitting
 */
record OutcomeModel(
        String variable,
        List<Part> event,
        List<Part> other,
        double dontKnow,
        double refused,
        IntPredicate asked,
        IntToDoubleFunction logOdds) {

    /**
     * A code and its part of the answers it belongs to.
     *
     * @param code the code
     * @param weight its part for each respondent, relative to the other codes' parts
     */
    record Part(String code, IntToDoubleFunction weight) {

        Part(String code, double weight) {
            this(code, i -> weight);
        }
    }

    /** One answer of a multiple-response question: ticked or not. */
    static OutcomeModel ticked(String variable, String code, IntPredicate asked, IntToDoubleFunction logOdds) {
        return new OutcomeModel(
                variable + "." + code, List.of(new Part("1", 1)), List.of(new Part("0", 1)), 0, 0, asked, logOdds);
    }

    List<String> eventCodes() {
        return event.stream().map(Part::code).toList();
    }

    List<String> otherCodes() {
        return other.stream().map(Part::code).toList();
    }

    /** Splits event or non-event of a respondent over codes by a uniform number. */
    static String pick(List<Part> parts, int i, double uniform) {
        double left = uniform
                * parts.stream()
                        .mapToDouble(part -> part.weight().applyAsDouble(i))
                        .sum();
        for (Part part : parts) {
            left -= part.weight().applyAsDouble(i);
            if (left < 0) {
                return part.code();
            }
        }
        return parts.get(parts.size() - 1).code();
    }
}
