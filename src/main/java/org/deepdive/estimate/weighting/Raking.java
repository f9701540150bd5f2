package org.deepdive.estimate.weighting;

/**
 * Raking by iterative proportional fitting: the weights of each margin in turn are multiplied so that its categories add up
 * to their totals, until all margins do. With one margin it is post-stratification.
 *
 * <p>Source: Deming and Stephan (1940), "On a Least Squares Adjustment of a Sampled Frequency Table", Annals of
 * Mathematical Statistics 11; {@code rake} and {@code postStratify} of R's survey package.
 */
final class Raking {

    static final int MOST_ROUNDS = 2000;

    /** How near each category comes to its total, relative to it. */
    private static final double NEAR = 1e-11;

    private final MarginTotals totals;

    Raking(MarginTotals totals) {
        this.totals = totals;
    }

    /** Raked weights of patterns, met or not. */
    PatternWeights rake(double[] weights) {
        double[] raked = weights.clone();
        Patterns patterns = totals.patterns();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] reached = patterns.columnSums(raked);
            if (totals.gap(reached, totals.farthest(reached)) <= NEAR) {
                return new PatternWeights(raked, round);
            }
            for (int margin = 0; margin < totals.margins().size(); margin++) {
                fit(raked, margin);
            }
        }
        return new PatternWeights(raked, MOST_ROUNDS);
    }

    private void fit(double[] raked, int margin) {
        Patterns patterns = totals.patterns();
        double[] factor = new double[patterns.columnCount()];
        for (int pattern = 0; pattern < raked.length; pattern++) {
            factor[patterns.columns(pattern)[margin]] += raked[pattern];
        }
        for (int column = 0; column < factor.length; column++) {
            factor[column] = totals.totals()[column] / factor[column];
        }
        for (int pattern = 0; pattern < raked.length; pattern++) {
            raked[pattern] *= factor[patterns.columns(pattern)[margin]];
        }
    }
}
