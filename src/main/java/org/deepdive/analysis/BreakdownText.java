package org.deepdive.analysis;

import java.util.Arrays;
import java.util.List;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerBreakdown;

/** Reads breakdowns of banners: {@code sex}, {@code sex>age_band}, or {@code sex/age_band}, which no shell redirects. */
final class BreakdownText {

    private BreakdownText() {}

    /**
     * The breakdown of a text.
     *
     * @throws InputException where it is nested too deep, or a variable is unknown, with the nearest
     */
    static BannerBreakdown read(Study study, String text) {
        List<String> names =
                Arrays.stream(text.split("[>/]", -1)).map(String::strip).toList();
        if (names.size() > Query.MOST_BREAKDOWNS || names.stream().anyMatch(String::isEmpty)) {
            throw InputException.of(
                    "breakdown",
                    "\"" + text + "\" is not a breakdown.",
                    text,
                    "Write a variable, or one within another with the outer one first, such as sex/age_band.");
        }
        List<Variable> variables =
                names.stream().map(study.codebook()::breakdown).toList();
        if (variables.stream().distinct().count() < variables.size()) {
            throw InputException.of(
                    "repeated-breakdown",
                    "\"" + text + "\" nests a variable within itself.",
                    text,
                    "Name two variables.");
        }
        return new BannerBreakdown(variables);
    }

    /** The text of a breakdown that can stand on a command line as it is. */
    static String shell(BannerBreakdown breakdown) {
        return breakdown.name().replace('>', '/');
    }
}
