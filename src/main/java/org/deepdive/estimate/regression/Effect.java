package org.deepdive.estimate.regression;

import java.util.List;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;

/**
 * One factor's part in a coefficient: an indicator of a category, or a score.
 *
 * @param variable the variable
 * @param at the variable's position among those of the patterns
 * @param category the category indicated; its position in the codebook, or -1 for a score
 */
record Effect(Variable variable, int at, int category) {

    private static final int SCORE = -1;

    static Effect score(Variable variable, int at) {
        return new Effect(variable, at, SCORE);
    }

    boolean isScore() {
        return category == SCORE;
    }

    /** Its value for a pattern of codes: 1 or 0, or 1, 2, 3, ... by the category's place in the codebook. */
    double value(byte[] codes) {
        return isScore() ? codes[at] + 1 : codes[at] == category ? 1 : 0;
    }

    /** Its name for programs: {@code sex=male}, or {@code wave.trend}. */
    String name() {
        return isScore()
                ? variable.name() + ".trend"
                : variable.name() + "=" + variable.categories().get(category).code();
    }

    /** Its name for people: {@code Sex: Men}, or {@code Quarter of interview (each step)}. */
    String label() {
        return isScore()
                ? variable.label() + " (each step)"
                : variable.label() + ": " + variable.categories().get(category).label();
    }

    /** The category that is indicated; none for a score. */
    List<Category> categories() {
        return isScore() ? List.of() : List.of(variable.categories().get(category));
    }
}
