package org.deepdive.estimate;

import org.deepdive.study.Microdata;

/**
 * One direction of a table: a code for each respondent.
 *
 * @param codes for each respondent a category's position, or {@link Microdata#MISSING}
 * @param size how many categories there are
 */
record Axis(byte[] codes, int size) {

    /** The number of places along the axis: the categories, after one place for missing. */
    int places() {
        return size + 1;
    }
}
