package org.deepdive.estimate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a table: every combination of one category of each axis. The first axis is the slowest, so that the groups
 * of one answer lie side by side where the answers come first.
 *
 * <p>A respondent without a place on any axis is in no cell.
 *
 * @param axes the directions of the table
 */
record Layout(List<Axis> axes) {

    Layout {
        axes = List.copyOf(axes);
    }

    /** How many cells there are. */
    int cells() {
        return axes.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
    }

    /** How far apart the cells of two neighbouring categories of an axis are. */
    int stride(int axis) {
        return axes.subList(axis + 1, axes.size()).stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
    }

    /** The position along an axis of a cell. */
    int place(int cell, int axis) {
        return cell / stride(axis) % axes.get(axis).size();
    }

    /** What the codes of each axis add to a respondent's cell. */
    List<Lookup> lookups() {
        return IntStream.range(0, axes.size()).mapToObj(this::lookup).toList();
    }

    /** What the codes of an axis add to a respondent's cell; a missing code adds as much as there are cells. */
    private Lookup lookup(int axis) {
        int outside = cells();
        int stride = stride(axis);
        int[] places = axes.get(axis).places();
        int missing = axes.get(axis).missing();
        int[] adds = new int[places.length + 1];
        for (int code = 0; code < places.length; code++) {
            adds[code] = places[code] < 0 ? outside : places[code] * stride;
        }
        adds[places.length] = missing < 0 ? outside : missing * stride;
        return new Lookup(axes.get(axis).codes(), adds);
    }
}
