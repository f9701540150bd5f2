package org.deepdive.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.deepdive.estimate.replication.Replication;
import org.deepdive.study.Microdata;

/** A table whose variances come from replicate weights: each statistic is worked out again with each replicate. */
final class ReplicateTable extends TableOfRespondents {

    private final Replication replication;
    private final int[] unitOf;
    private final double[][] replicates;

    /**
     * @param data the respondents
     * @param cells their cells
     * @param replication the replicates
     * @param unitOf the unit of each respondent, by which factors are held
     */
    ReplicateTable(Microdata data, RespondentCells cells, Replication replication, int[] unitOf) {
        super(cells);
        this.replication = replication;
        this.unitOf = unitOf;
        this.replicates = new double[replication.replicates()][cells.cells() + 1];
        for (int r = 0; r < replicates.length; r++) {
            for (int i = 0; i < unitOf.length; i++) {
                replicates[r][cells.cellOf(i)] += data.weights()[i] * replication.factor(r, unitOf[i]);
            }
        }
    }

    @Override
    public Spread spread(Statistic statistic) {
        double[] values = IntStream.range(0, replicates.length)
                .mapToDouble(r -> statistic.at(cell -> replicates[r][cell]))
                .toArray();
        return new Spread(replication.variance(values, statistic.value()).variance(0), df(statistic.cells()));
    }

    @Override
    public double[][] covariance(List<? extends Statistic> statistics) {
        double[][] values = IntStream.range(0, replicates.length)
                .mapToObj(r -> statistics.stream()
                        .mapToDouble(statistic -> statistic.at(cell -> replicates[r][cell]))
                        .toArray())
                .toArray(double[][]::new);
        double[] estimates = statistics.stream().mapToDouble(Statistic::value).toArray();
        return replication.covariance(values, estimates).covariance();
    }

    private int df(int[] base) {
        boolean[] held = new boolean[replication.units()];
        boolean[] present = cells.present(base);
        for (int i = 0; i < present.length; i++) {
            held[unitOf[i]] |= present[i];
        }
        return replication.df(unit -> held[unit]);
    }
}
