package org.deepdive.practice;

/**
 * What making practice data achieved.
 *
 * @param respondents how many respondents were invented
 * @param targets how many published shares they were fitted to
 * @param reproduced how many of those print as published
 * @param weightingEffect Kish's design effect of the weights, 1 + their squared coefficient of variation
 * @param medianDesignEffect the median design effect of the estimates fitted
 * @param largestGap the largest distance of a fitted estimate from the number printed, as a fraction of one
 * @param largestGapFigure the figure it belongs to
 */
public record PracticeReport(
        int respondents,
        int targets,
        int reproduced,
        double weightingEffect,
        double medianDesignEffect,
        double largestGap,
        String largestGapFigure) {}
