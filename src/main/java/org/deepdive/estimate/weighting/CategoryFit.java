package org.deepdive.estimate.weighting;

/**
 * One category of a margin before and after weighting.
 *
 * @param margin the variables joined by {@code *}
 * @param category the category
 * @param base the number of respondents in it
 * @param before their weights before, scaled to the targets' number of people
 * @param target what they should add up to
 * @param after what their new weights add up to
 */
public record CategoryFit(String margin, String category, int base, double before, double target, double after) {

    /** How far the new weights are from the target, relative to it. */
    public double gap() {
        return (after - target) / target;
    }
}
