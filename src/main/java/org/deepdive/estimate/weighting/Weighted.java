package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * New weights and what weighting did.
 *
 * @param weights the new weights, in the respondents' order
 * @param method how they were made
 * @param rounds how many rounds of raking or steps of calibration it took; with trimming in turn, all of them
 * @param trimmed how many weights trimming cut
 * @param before the spread of the given weights
 * @param after the spread of the new weights
 * @param ratios percentiles of new weight by given weight, the given ones scaled to the same number of people
 * @param categories each category of each margin, in the targets' order
 */
public record Weighted(
        double[] weights,
        Method method,
        int rounds,
        int trimmed,
        WeightSpread before,
        WeightSpread after,
        List<RatioPercentile> ratios,
        List<CategoryFit> categories) {

    public Weighted {
        ratios = List.copyOf(ratios);
        categories = List.copyOf(categories);
    }

    /** The category that is farthest from its target, relative to it. */
    public CategoryFit farthest() {
        return categories.stream()
                .max(Comparator.comparingDouble(fit -> Math.abs(fit.gap())))
                .orElseThrow();
    }

    /** How many new weights are not above 0, which files of respondents may not have. */
    public int notPositive() {
        return (int) Arrays.stream(weights).filter(weight -> weight <= 0).count();
    }
}
