package org.deepdive.estimate.weighting;

import org.deepdive.study.InputException;

/**
 * What one category of a margin should add up to.
 *
 * @param category the category; of a crossing the categories of its variables joined by {@code *}, as in
 *     {@code female*16_24}
 * @param value a number of people or a share, as its {@linkplain Margin margin} says; not negative
 * @param place where it was given, such as {@code targets.csv, line 4}, for errors; empty where it comes from no file
 */
public record Target(String category, double value, String place) {

    /** @throws InputException where the category has no name or the value is negative or no number */
    public Target {
        if (category.isEmpty()) {
            throw refused(place, "A target has no category.", "", "Name the category it is for.");
        }
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(
                    place,
                    "The target of \"" + category + "\" is " + value + ".",
                    String.valueOf(value),
                    "Give a number from 0.");
        }
    }

    static InputException refused(String place, String problem, String given, String remedy) {
        InputException refused = InputException.of("targets", problem, given, remedy);
        return place.isEmpty() ? refused : refused.in(place);
    }
}
