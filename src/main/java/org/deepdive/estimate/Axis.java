package org.deepdive.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepdive.study.Codes;
import org.deepdive.study.Microdata;

/**
 * One direction of a table: for each respondent a code, and for each code a place along the axis.
 *
 * @param codes for each respondent a category's position, or {@link Microdata#MISSING}
 * @param places for each code its place; -1 for a code that is left out
 * @param missing the place of a missing code; -1 where it is left out
 * @param size how many places there are
 */
record Axis(Codes codes, int[] places, int missing, int size) {

    /** An axis with a place for each code. */
    static Axis of(byte[] codes, int size) {
        return new Axis(new Codes.Bytes(codes), IntStream.range(0, size).toArray(), -1, size);
    }

    /** The same axis with one more place, for all who would be left out. */
    Axis withEverybody() {
        int[] all = Arrays.stream(places).map(place -> place < 0 ? size : place).toArray();
        return new Axis(codes, all, missing < 0 ? size : missing, size + 1);
    }
}
