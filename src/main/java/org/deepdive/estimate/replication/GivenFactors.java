package org.deepdive.estimate.replication;

import java.util.function.IntPredicate;
import org.deepdive.study.InputException;

/** The factors behind replicate weights that a file gives for each respondent: replicate weight over weight. */
final class GivenFactors implements Factors {

    private final double[] weights;
    private final int replicates;
    private final Columns columns;

    /**
     * @throws InputException where a replicate weight is missing, or is not 0 for a respondent of weight 0
     */
    GivenFactors(double[] weights, int replicates, Columns columns) {
        this.weights = weights;
        this.replicates = replicates;
        this.columns = columns;
        if (replicates < 2) {
            throw InputException.of(
                    "replicates",
                    "A variance needs two columns of replicate weights; there are " + replicates + ".",
                    String.valueOf(replicates),
                    "Name all the columns.");
        }
        for (int r = 0; r < replicates; r++) {
            for (int i = 0; i < weights.length; i++) {
                require(r, i);
            }
        }
    }

    private void require(int replicate, int respondent) {
        double given = columns.weight(replicate, respondent);
        if (!Double.isFinite(given)) {
            throw refused(replicate, respondent, "is missing", "Every respondent needs every replicate weight.");
        }
        if (weights[respondent] == 0 && given != 0) {
            throw refused(
                    replicate,
                    respondent,
                    "is " + given + " where the weight is 0",
                    "Leave out respondents of weight 0, or give them a weight.");
        }
    }

    private static InputException refused(int replicate, int respondent, String what, String remedy) {
        return InputException.of(
                "replicate-weight",
                "The replicate weight of respondent " + (respondent + 1) + " in column " + (replicate + 1) + " " + what
                        + ".",
                "column " + (replicate + 1),
                remedy);
    }

    @Override
    public int replicates() {
        return replicates;
    }

    @Override
    public int units() {
        return weights.length;
    }

    @Override
    public double factor(int replicate, int unit) {
        return weights[unit] == 0 ? 0 : columns.weight(replicate, unit) / weights[unit];
    }

    @Override
    public int rank(IntPredicate held) {
        return RowRank.of(this, held, replicates);
    }

    /** Replicate weights by column and respondent. */
    @FunctionalInterface
    interface Columns {
        double weight(int replicate, int respondent);
    }
}
