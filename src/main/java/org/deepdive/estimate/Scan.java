package org.deepdive.estimate;

import java.util.List;
import org.deepdive.study.Microdata;
import org.deepdive.study.Strata;

/**
 * The one pass over the respondents: adds up counts and weights by stratum, cluster and cell.
 *
 * <p>A cell is a combination of one code from each axis, the last axis fastest. This is the only code that reads
 * respondents for an estimate; it would be replaced, and nothing else, for data outside memory.
 */
final class Scan {

    private Scan() {}

    /**
     * Adds up the respondents of a domain.
     *
     * @param data the respondents, sorted by stratum and cluster
     * @param domain who is counted
     * @param axes the directions of the table, each a code for each respondent
     */
    static Sums over(Microdata data, Domain domain, List<Axis> axes) {
        Strata strata = data.strata();
        int cells = axes.stream().mapToInt(Axis::places).reduce(1, Math::multiplyExact);
        Sums sums = new Sums(strata, cells);
        int[] cellOf = new int[longest(strata)];
        for (int h = 0; h < strata.count(); h++) {
            int from = strata.starts()[h];
            int to = strata.starts()[h + 1];
            cells(axes, from, to, cellOf);
            domain.exclude(cellOf, from, to);
            sums.addStratum(h, data.weights(), cellOf, from, to);
        }
        return sums.complete();
    }

    private static int longest(Strata strata) {
        int longest = 0;
        for (int h = 0; h < strata.count(); h++) {
            longest = Math.max(longest, strata.starts()[h + 1] - strata.starts()[h]);
        }
        return longest;
    }

    private static void cells(List<Axis> axes, int from, int to, int[] cellOf) {
        for (int k = 0; k < to - from; k++) {
            cellOf[k] = 0;
        }
        for (Axis axis : axes) {
            byte[] codes = axis.codes();
            int places = axis.places();
            for (int k = 0; k < to - from; k++) {
                cellOf[k] = cellOf[k] * places + codes[from + k] + 1;
            }
        }
    }
}
