package org.deepdive.estimate.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The rank of a matrix met row by row: a row counts where what the rows before it leave of it (Gram-Schmidt, done twice) is
 * more than 1e-5 of its length. That is the tolerance of {@code degf} in R's survey package, {@code qr(tol = 1e-5)}.
 */
final class RowRank {

    private static final double TOLERANCE = 1e-5;
    private static final double SAME = 1e-12;

    private final List<double[]> basis = new ArrayList<>();
    private double[] last = new double[0];

    private RowRank() {}

    /**
     * The rank of a matrix of factors over the units held, found without looking at more of them than it takes to reach the
     * most it can be.
     */
    static int of(Factors factors, IntPredicate held, int most) {
        RowRank rank = new RowRank();
        for (int unit = 0; unit < factors.units() && rank.basis.size() < most; unit++) {
            if (held.test(unit)) {
                double[] row = new double[factors.replicates()];
                for (int r = 0; r < row.length; r++) {
                    row[r] = factors.factor(r, unit);
                }
                rank.add(row);
            }
        }
        return rank.basis.size();
    }

    private void add(double[] row) {
        double length = length(row);
        if (length == 0) {
            return;
        }
        scale(row, 1 / length);
        // Respondents of one cluster follow one another and have one row.
        if (isLast(row)) {
            return;
        }
        last = row.clone();
        subtractBasis(row);
        subtractBasis(row);
        double left = length(row);
        if (left > TOLERANCE) {
            scale(row, 1 / left);
            basis.add(row);
        }
    }

    private boolean isLast(double[] row) {
        for (int r = 0; r < last.length; r++) {
            if (Math.abs(row[r] - last[r]) > SAME) {
                return false;
            }
        }
        return last.length > 0;
    }

    private void subtractBasis(double[] row) {
        for (double[] direction : basis) {
            double along = 0;
            for (int r = 0; r < row.length; r++) {
                along += row[r] * direction[r];
            }
            for (int r = 0; r < row.length; r++) {
                row[r] -= along * direction[r];
            }
        }
    }

    private static double length(double[] row) {
        double squares = 0;
        for (double x : row) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }

    private static void scale(double[] row, double by) {
        for (int r = 0; r < row.length; r++) {
            row[r] *= by;
        }
    }
}
