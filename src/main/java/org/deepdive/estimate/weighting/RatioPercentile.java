package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.List;

/**
 * A percentile of the ratios of new to given weights, as R's {@code quantile} has it by default (type 7).
 *
 * @param percent from 0, the smallest ratio, to 100, the largest
 * @param ratio the ratio that so many percent are at or below
 */
public record RatioPercentile(int percent, double ratio) {

    private static final List<Integer> SHOWN = List.of(0, 1, 5, 25, 50, 75, 95, 99, 100);

    static List<RatioPercentile> of(double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return SHOWN.stream()
                .map(percent -> new RatioPercentile(percent, at(sorted, percent / 100.0)))
                .toList();
    }

    private static double at(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
