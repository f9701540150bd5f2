package org.deepdive.estimate.weighting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Respondents grouped by their categories in all margins. What weighting to margins does to a weight depends on nothing
 * else, so that all of it works on sums over these groups.
 *
 * <p>Each category of each margin is a column, margin after margin: 1 for those in it and 0 for others.
 */
final class Patterns {

    /** What a column may have left beside the others, relative to itself, and still count as one of their sums. */
    private static final double DEPENDENT = 1e-9;

    private final int[] patternOf;
    private final int[][] columns;
    private final int columnCount;

    /** @param margins for each margin the category of each respondent, a position from 0 */
    Patterns(List<int[]> margins) {
        int[] group = new int[margins.get(0).length];
        int groups = 1;
        for (int[] codes : margins) {
            int[] before = group;
            int sizes = size(codes);
            Map<Long, Integer> known = new HashMap<>();
            int[] finer = new int[before.length];
            for (int row = 0; row < before.length; row++) {
                finer[row] = known.computeIfAbsent((long) before[row] * sizes + codes[row], key -> known.size());
            }
            group = finer;
            groups = known.size();
        }
        this.patternOf = group;
        this.columns = new int[groups][margins.size()];
        int offset = 0;
        for (int margin = 0; margin < margins.size(); margin++) {
            int[] codes = margins.get(margin);
            for (int row = 0; row < codes.length; row++) {
                columns[group[row]][margin] = offset + codes[row];
            }
            offset += size(codes);
        }
        this.columnCount = offset;
    }

    private static int size(int[] codes) {
        return Arrays.stream(codes).max().orElse(0) + 1;
    }

    /** How many patterns there are. */
    int size() {
        return columns.length;
    }

    int respondents() {
        return patternOf.length;
    }

    int patternOf(int row) {
        return patternOf[row];
    }

    /** The columns of a pattern, one a margin. */
    int[] columns(int pattern) {
        return columns[pattern];
    }

    int columnCount() {
        return columnCount;
    }

    /** The sum over each pattern of one value a respondent. */
    double[] sums(double[] values) {
        double[] sums = new double[size()];
        for (int row = 0; row < values.length; row++) {
            sums[patternOf[row]] += values[row];
        }
        return sums;
    }

    /** The sum over each column of one value a pattern. */
    double[] columnSums(double[] ofPatterns) {
        double[] sums = new double[columnCount];
        for (int pattern = 0; pattern < ofPatterns.length; pattern++) {
            for (int column : columns[pattern]) {
                sums[column] += ofPatterns[pattern];
            }
        }
        return sums;
    }

    /** For each respondent the value of the pattern. */
    double[] spread(double[] ofPatterns) {
        double[] values = new double[patternOf.length];
        Arrays.setAll(values, row -> ofPatterns[patternOf[row]]);
        return values;
    }

    /**
     * The first columns of which none is a sum of others, so that all others are: what the pivoting of R's {@code qr} keeps.
     * It depends on which patterns there are and not on their weights, so it is found by a Cholesky decomposition of counts.
     */
    int[] independent() {
        double[][] counts = new double[columnCount][columnCount];
        for (int[] pattern : columns) {
            for (int a : pattern) {
                for (int b : pattern) {
                    counts[a][b]++;
                }
            }
        }
        int[] kept = new int[columnCount];
        int size = 0;
        double[][] rows = new double[columnCount][];
        for (int column = 0; column < columnCount; column++) {
            double[] row = new double[columnCount];
            double left = counts[column][column];
            for (int k = 0; k < size; k++) {
                row[k] = (counts[column][kept[k]] - product(row, rows[k], k)) / rows[k][k];
                left -= row[k] * row[k];
            }
            if (left > DEPENDENT * counts[column][column]) {
                row[size] = Math.sqrt(left);
                rows[size] = row;
                kept[size++] = column;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static double product(double[] a, double[] b, int size) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
