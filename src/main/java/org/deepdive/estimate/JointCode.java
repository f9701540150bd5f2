package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import org.deepdive.study.Codes;

/**
 * The codes of a respondent in up to three columns, side by side in the bits of one number, and the cell of each such
 * number.
 *
 * <p>Each column takes four bits. All four set, as the last four of {@code MISSING} are, is for the missing. Joining codes
 * costs less than looking each up, and one table of cells serves axes and filters together.
 *
 * @param columns the columns
 * @param cells the cell of each joint code; the number of cells for who is in none
 * @param valid the joint codes of those who are in a cell
 */
record JointCode(byte[][] columns, int[] cells, int[] valid) {

    /** The bits of a column. */
    static final int BITS = 4;

    /** Those bits of a code. */
    static final int MASK = (1 << BITS) - 1;

    private static final int MOST_COLUMNS = 3;

    /** Whether the columns of some lookups are few and narrow enough to be joined. */
    static boolean fits(List<Lookup> lookups) {
        return !lookups.isEmpty()
                && lookups.size() <= MOST_COLUMNS
                && lookups.stream().allMatch(lookup -> lookup.codes() instanceof Codes.Bytes && lookup.size() <= MASK);
    }

    /**
     * The joint code of some lookups.
     *
     * @param outside the number of cells of the table
     */
    static JointCode of(List<Lookup> lookups, int outside) {
        byte[][] columns = lookups.stream()
                .map(lookup -> ((Codes.Bytes) lookup.codes()).codes())
                .toArray(byte[][]::new);
        int[] cells = new int[1 << BITS * columns.length];
        Arrays.fill(cells, outside);
        int most = lookups.stream().mapToInt(lookup -> lookup.adds().length).reduce(1, Math::multiplyExact);
        int[] valid = new int[most];
        int count = add(lookups, columns.length - 1, 0, 0, cells, outside, valid, 0);
        return new JointCode(columns, cells, Arrays.copyOf(valid, count));
    }

    /**
     * Adds the joint codes that begin with some codes of the last columns.
     *
     * @param column the next column, counted down to 0
     * @param code the codes so far
     * @param cell what they add to a cell
     * @return how many joint codes are valid so far
     */
    private static int add(
            List<Lookup> lookups, int column, int code, int cell, int[] cells, int outside, int[] valid, int count) {
        if (column < 0) {
            cells[code] = cell;
            valid[count] = code;
            return count + 1;
        }
        int[] adds = lookups.get(column).adds();
        int found = count;
        for (int own = 0; own < adds.length; own++) {
            if (adds[own] < outside) {
                int bits = own == adds.length - 1 ? MASK : own;
                found = add(lookups, column - 1, code << BITS | bits, cell + adds[own], cells, outside, valid, found);
            }
        }
        return found;
    }
}
