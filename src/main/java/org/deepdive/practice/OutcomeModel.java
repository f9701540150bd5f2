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
     * A code and its share of the answers it belongs to.
     *
     * @param code the code
     * @param share its share
     */
    record Part(String code, double share) {}

    List<String> eventCodes() {
        return event.stream().map(Part::code).toList();
    }

    /** Splits event or non-event over codes by a uniform number. */
    static String pick(List<Part> parts, double uniform) {
        double left = uniform;
        for (Part part : parts) {
            left -= part.share();
            if (left < 0) {
                return part.code();
            }
        }
        return parts.get(parts.size() - 1).code();
    }
}
