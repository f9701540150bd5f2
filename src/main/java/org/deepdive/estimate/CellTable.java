package org.deepdive.estimate;

import java.util.List;

/**
 * The sums of a table's cells, from which estimates are made, and how uncertain those are under the survey's design.
 *
 * <p>How variances come about is the table's own: from sums by stratum and cluster, from respondents where the design needs
 * them (two stages, calibrated weights), or from replicate weights.
 */
interface CellTable extends CellWeights {

    /** How many cells there are. */
    int cells();

    /** The number of respondents in a cell. */
    int count(int cell);

    /** The sum of squared weights in a cell. */
    double squaredWeight(int cell);

    /**
     * The variance of a statistic of this table, and its degrees of freedom.
     *
     * @throws org.deepdive.study.InputException where a lonely sampling unit stands in the way and the design says fail
     */
    Spread spread(Statistic statistic);

    /**
     * The covariance matrix of statistics of this table.
     *
     * @throws org.deepdive.study.InputException likewise
     */
    double[][] covariance(List<? extends Statistic> statistics);
}
