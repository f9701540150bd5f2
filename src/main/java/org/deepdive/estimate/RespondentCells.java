package org.deepdive.estimate;

import org.deepdive.study.Microdata;

/** The cell of each respondent of a table, and the sums of the cells. */
final class RespondentCells implements CellWeights {

    private final int[] cellOf;
    private final int[] counts;
    private final double[] weights;
    private final double[] squaredWeights;

    /**
     * @param data the respondents
     * @param domain who is counted
     * @param layout the cells
     */
    RespondentCells(Microdata data, Domain domain, Layout layout) {
        int cells = layout.cells();
        this.cellOf = new int[data.size()];
        this.counts = new int[cells];
        this.weights = new double[cells];
        this.squaredWeights = new double[cells];
        layout.lookups().forEach(lookup -> lookup.addTo(cellOf, 0, cellOf.length));
        domain.lookups(cells).forEach(lookup -> lookup.addTo(cellOf, 0, cellOf.length));
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] < cells) {
                double weight = data.weights()[i];
                counts[cellOf[i]]++;
                weights[cellOf[i]] += weight;
                squaredWeights[cellOf[i]] += weight * weight;
            } else {
                cellOf[i] = cells;
            }
        }
    }

    /** How many cells there are. */
    int cells() {
        return counts.length;
    }

    /** The cell of a respondent; the number of cells for who is in none. */
    int cellOf(int respondent) {
        return cellOf[respondent];
    }

    int count(int cell) {
        return counts[cell];
    }

    @Override
    public double weight(int cell) {
        return weights[cell];
    }

    double squaredWeight(int cell) {
        return squaredWeights[cell];
    }

    /** Who is in one of some cells. */
    boolean[] present(int[] some) {
        boolean[] wanted = new boolean[cells() + 1];
        for (int cell : some) {
            wanted[cell] = true;
        }
        boolean[] present = new boolean[cellOf.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = wanted[cellOf[i]];
        }
        return present;
    }

    /** A number for each cell, and at the end 0 for who is in none. */
    double[] spread(Statistic statistic) {
        double[] linearised = new double[cells() + 1];
        for (int place = 0; place < statistic.cells().length; place++) {
            linearised[statistic.cells()[place]] = statistic.linearised(place);
        }
        return linearised;
    }
}
