package org.deepdive.study;

import java.util.List;

/**
 * How a survey's weight came about: from a base weight by calibration (raking, post-stratification) to the population
 * totals of some margins, which makes estimates more precise than the base weight's variance says.
 *
 * @param baseWeight the column of the weight before calibration
 * @param margins the variables whose combinations were calibrated to, one list a margin
 */
public record WeightCalibration(String baseWeight, List<List<String>> margins) {

    public WeightCalibration {
        margins = margins.stream().map(List::copyOf).toList();
    }

    /** Whether a variable is in one of the margins. */
    public boolean uses(String variable) {
        return margins.stream().anyMatch(margin -> margin.contains(variable));
    }
}
