package org.deepdive.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a file that tell the design: weights, base and replicate weights, sampling units and finite populations. */
final class DesignColumns {

    private final NumberColumn weight;
    private final List<UnitColumn> units;
    private final List<NumberColumn> fpc;
    private final Optional<NumberColumn> baseWeight;
    private final Optional<ReplicateColumns> replicates;

    DesignColumns(SurveyDesign design, FileMapping mapping, FileHeader header) {
        weight = new NumberColumn(NumberColumn.Kind.WEIGHT, mapping.column(design.weight()), header);
        units = design.clusters().stream()
                .map(name -> new UnitColumn(mapping.column(name), header))
                .toList();
        fpc = design.fpc().stream()
                .map(name -> new NumberColumn(NumberColumn.Kind.FPC, mapping.column(name), header))
                .toList();
        baseWeight = design.calibration()
                .map(calibration ->
                        new NumberColumn(NumberColumn.Kind.WEIGHT, mapping.column(calibration.baseWeight()), header));
        replicates = design.replication()
                .filter(Replication.Given.class::isInstance)
                .map(given -> new ReplicateColumns(
                        (Replication.Given) given, mapping.column(design.weight()), mapping, header));
    }

    List<RowColumn> all() {
        List<RowColumn> all = new ArrayList<>(List.of(weight));
        all.addAll(units);
        all.addAll(fpc);
        baseWeight.ifPresent(all::add);
        replicates.ifPresent(all::add);
        return all;
    }

    /** The weights of respondents in an order. */
    Weights weights(StratumOrder order) {
        double[] weights = order.sorted(weight.numbers());
        return new Weights(
                weights,
                baseWeight.map(NumberColumn::numbers).map(order::sorted),
                replicates.map(columns -> columns.in(order, weights)));
    }

    /**
     * All weights of sorted respondents.
     *
     * @param full the weights of estimates
     * @param base the weights before calibration, where the file holds them
     * @param replicates the weights of replicates, where the file holds them
     */
    record Weights(double[] full, Optional<double[]> base, Optional<ReplicateWeights> replicates) {}

    /** The sampling units of each stage that names them. */
    List<int[]> units() {
        return units.stream().map(UnitColumn::units).toList();
    }

    /** The population of each stage. */
    List<double[]> fpc() {
        return fpc.stream().map(NumberColumn::numbers).toList();
    }

    /** The name of a row's primary sampling unit. */
    String clusterName(int row) {
        return units.get(0).nameOf(row);
    }
}
