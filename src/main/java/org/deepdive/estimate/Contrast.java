package org.deepdive.estimate;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deepdive.study.Category;

/**
 * Two sides to compare, as places along one axis.
 *
 * @param first the first group
 * @param second the second; absent for the rest of the breakdown
 * @param firstSide the first group's members
 * @param secondSide the second's
 * @param axis the axis of their places
 */
record Contrast(Category first, Optional<Category> second, Side firstSide, Side secondSide, Axis axis) {

    /**
     * Some members of a breakdown.
     *
     * @param restricted makes of a query the one that is about them only
     * @param places their places along the axis
     */
    record Side(UnaryOperator<Query> restricted, int... places) {}
}
