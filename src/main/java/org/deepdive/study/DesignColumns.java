package org.deepdive.study;

import java.util.ArrayList;
import java.util.List;

/** The columns of a file that tell the design: weights, sampling units and finite populations. */
final class DesignColumns {

    private final NumberColumn weight;
    private final List<UnitColumn> units;
    private final List<NumberColumn> fpc;

    DesignColumns(SurveyDesign design, FileMapping mapping, FileHeader header) {
        weight = new NumberColumn(NumberColumn.Kind.WEIGHT, mapping.column(design.weight()), header);
        units = design.clusters().stream()
                .map(name -> new UnitColumn(mapping.column(name), header))
                .toList();
        fpc = design.fpc().stream()
                .map(name -> new NumberColumn(NumberColumn.Kind.FPC, mapping.column(name), header))
                .toList();
    }

    List<RowColumn> all() {
        List<RowColumn> all = new ArrayList<>(List.of(weight));
        all.addAll(units);
        all.addAll(fpc);
        return all;
    }

    double[] weights() {
        return weight.numbers();
    }

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
