package org.deepdive.practice;

import java.util.List;
import org.deepdive.estimate.Query;
import org.deepdive.published.Printed;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Unit;

/**
 * A share that practice respondents are fitted to: a published one, or one made up for a finding without a number.
 *
 * @param figure the figure's id, or what says that it is made up
 * @param query what computes it
 * @param low the least share that prints as published
 * @param high the share above which it no longer does
 */
record Target(String figure, Query query, double low, double high) {

    /** The share of the rounding interval's width that a fitted value keeps from its ends. */
    private static final double MARGIN = 0.15;

    /** Half the width of an interval around a value that is aimed at. */
    private static final double EXACTLY = 0.0002;

    /** The targets among published figures: shares of a study's respondents, marked as calibrated. */
    static List<Target> among(List<PublishedFigure> figures, String study) {
        return figures.stream()
                .filter(f -> f.calibrated() == PublishedFigure.Calibrated.YES && f.unit() == Unit.PERCENT)
                .filter(f -> f.query().isPresent() && f.query().get().study().equals(study))
                .map(Target::of)
                .toList();
    }

    private static Target of(PublishedFigure figure) {
        Printed printed = figure.printed().orElseThrow();
        return new Target(figure.id(), figure.query().orElseThrow(), printed.low(), printed.high());
    }

    /** The value nearest to the given one that prints as published with a little room to either side. */
    double nearest(double value) {
        double room = MARGIN * (high - low);
        return Math.min(high - room, Math.max(low + room, value));
    }

    /** The same target at a value within its interval. */
    Target at(double value) {
        if (value < low || value >= high) {
            throw new IllegalStateException(figure + " would not print as published at " + value);
        }
        return new Target(figure, query, value - EXACTLY, value + EXACTLY);
    }

    /** This target and another of the same share, at once. */
    Target and(Target other) {
        Target both = new Target(figure, query, Math.max(low, other.low), Math.min(high, other.high));
        if (both.low >= both.high) {
            throw new IllegalStateException(figure + " and " + other.figure + " cannot both print as published");
        }
        return both;
    }

    /** A target that no document prints. */
    static Target madeUp(String study, Invention.Level level) {
        Query query = Query.parse("study=" + study + "&" + level.query());
        return new Target("made up: " + level.query(), query, level.share() - EXACTLY, level.share() + EXACTLY);
    }

    /** The same target for the share of respondents who are neither counted by it nor say something else. */
    Target complement(double elsewhere) {
        return new Target(figure, query, 1 - elsewhere - high, 1 - elsewhere - low);
    }
}
