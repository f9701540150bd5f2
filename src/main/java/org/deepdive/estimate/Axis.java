package org.deepdive.estimate;

import java.util.stream.IntStream;
import org.deepdive.study.Codes;
import org.deepdive.study.Microdata;

/**
 * One direction of a table: for each respondent a code, and for each code a place along the axis.
 *
 * @param codes for each respondent a category's position, or {@link Microdata#MISSING}
 * @param places for each code its place; -1 for a code that is left out
 * @param size how many places there are
 */
record Axis(Codes codes, int[] places, int size) {

    /** An axis with a place for each code. */
    static Axis of(byte[] codes, int size) {
        return of(new Codes.Bytes(codes), size);
    }

    /** An axis with a place for each code. */
    static Axis of(Codes codes, int size) {
        return new Axis(codes, IntStream.range(0, size).toArray(), size);
    }
}
