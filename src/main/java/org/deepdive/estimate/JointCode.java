package org.deepdive.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
        int[] cells = new int[1];
        for (int k = columns.length - 1; k >= 0; k--) {
            cells = longer(lookups.get(k).adds(), cells, outside);
        }
        int[] all = cells;
        int[] valid =
                IntStream.range(0, cells.length).filter(c -> all[c] < outside).toArray();
        return new JointCode(columns, cells, valid);
    }

    private static int[] longer(int[] adds, int[] cells, int outside) {
        int[] longer = new int[cells.length << BITS];
        for (int high = 0; high < cells.length; high++) {
            Arrays.fill(longer, high << BITS, high + 1 << BITS, outside);
            for (int code = 0; code < adds.length - 1; code++) {
                longer[high << BITS | code] = Math.min(cells[high] + adds[code], outside);
            }
            longer[high << BITS | MASK] = Math.min(cells[high] + adds[adds.length - 1], outside);
        }
        return longer;
    }
}
