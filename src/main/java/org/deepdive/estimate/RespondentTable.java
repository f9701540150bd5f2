package org.deepdive.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.deepdive.study.Microdata;
import org.ejml.data.DMatrixRMaj;

/**
 * A table whose variances are linearised respondent by respondent: for designs of two stages and for calibrated weights,
 * whose variances do not follow from sums of cells, and for tables of so many cells that sums by stratum would not fit.
 */
final class RespondentTable extends TableOfRespondents {

    private final Microdata data;
    private final RespondentVariance variance;

    /**
     * @param data the respondents
     * @param cells their cells
     * @param variance the variance of the survey's design
     */
    RespondentTable(Microdata data, RespondentCells cells, RespondentVariance variance) {
        super(cells);
        this.data = data;
        this.variance = variance;
    }

    @Override
    public Spread spread(Statistic statistic) {
        RespondentVariance.Spread spread = variance(List.of(statistic), statistic.cells());
        return new Spread(spread.covariance().get(0, 0), spread.df());
    }

    @Override
    public double[][] covariance(List<? extends Statistic> statistics) {
        int[] all = statistics.stream()
                .flatMapToInt(statistic -> IntStream.of(statistic.cells()))
                .distinct()
                .toArray();
        DMatrixRMaj covariance = variance(statistics, all).covariance();
        return IntStream.range(0, statistics.size())
                .mapToObj(i -> IntStream.range(0, statistics.size())
                        .mapToDouble(j -> covariance.get(i, j))
                        .toArray())
                .toArray(double[][]::new);
    }

    private RespondentVariance.Spread variance(List<? extends Statistic> statistics, int[] base) {
        int columns = statistics.size();
        DMatrixRMaj influence = new DMatrixRMaj(data.size(), columns);
        for (int k = 0; k < columns; k++) {
            double[] linearised = cells.spread(statistics.get(k));
            for (int i = 0; i < data.size(); i++) {
                influence.data[i * columns + k] = data.weights()[i] * linearised[cells.cellOf(i)];
            }
        }
        return variance.of(influence, cells.present(base));
    }
}
