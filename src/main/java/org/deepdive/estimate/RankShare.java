package org.deepdive.estimate;

import org.deepdive.study.Measure;

/**
 * The share of respondents that can have chosen an answer of a question with ranked choices, from its points alone.
 *
 * <p>Of N respondents, each of those who chose the answer gives it between 1 and k points, where k can be chosen. So P
 * points come from at least P / k of them, if all ranked it first, and at most P, if all ranked it last, and never from
 * more than N.
 *
 * @param low the least share, as a fraction of one
 * @param high the greatest
 */
public record RankShare(double low, double high) {

    /** The share that published points allow; the least is of whole respondents. */
    public static RankShare of(Measure.RankScore measure, Cell.Published cell) {
        double fewest = Math.ceil((double) cell.count() / measure.choose());
        return new RankShare(fewest / cell.base(), (double) Math.min(cell.count(), cell.base()) / cell.base());
    }
}
