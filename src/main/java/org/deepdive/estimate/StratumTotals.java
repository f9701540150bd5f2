package org.deepdive.estimate;

import org.deepdive.study.Strata;

/**
 * The linearised variable of a contrast, added up for each stratum.
 *
 * @param total its sum over the stratum
 * @param squares the sum of squares of its sums over sampling units
 * @param unitsPresent how many sampling units have respondents in the contrast
 */
record StratumTotals(double[] total, double[] squares, int[] unitsPresent) {

    static StratumTotals of(Sums sums, Contrast contrast) {
        int strata = sums.strata().count();
        double[] total = new double[strata];
        double[] squares = new double[strata];
        int[] respondents = new int[strata];
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            if (contrast.holds(cell)) {
                double z = contrast.linearised(cell);
                for (int h = 0; h < strata; h++) {
                    total[h] += z * sums.weight(h, cell);
                    squares[h] += z * z * sums.squaredWeight(h, cell);
                    respondents[h] += sums.count(h, cell);
                }
            }
        }
        return sums.clustered() ? ofClusters(sums, contrast, total) : new StratumTotals(total, squares, respondents);
    }

    private static StratumTotals ofClusters(Sums sums, Contrast contrast, double[] total) {
        Strata strata = sums.strata();
        int[] first = strata.firstClusters().orElseThrow();
        int clusters = first[strata.count()];
        double[] clusterTotal = new double[clusters];
        int[] respondents = new int[clusters];
        for (int cell = contrast.from(); cell < contrast.to(); cell++) {
            if (contrast.holds(cell)) {
                double z = contrast.linearised(cell);
                for (int c = 0; c < clusters; c++) {
                    clusterTotal[c] += z * sums.clusterWeight(c, cell);
                    respondents[c] += sums.clusterCount(c, cell);
                }
            }
        }
        double[] squares = new double[strata.count()];
        int[] present = new int[strata.count()];
        for (int h = 0; h < strata.count(); h++) {
            for (int c = first[h]; c < first[h + 1]; c++) {
                squares[h] += clusterTotal[c] * clusterTotal[c];
                present[h] += respondents[c] > 0 ? 1 : 0;
            }
        }
        return new StratumTotals(total, squares, present);
    }
}
