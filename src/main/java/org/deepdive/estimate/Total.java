package org.deepdive.estimate;

/**
 * A weighted total over some cells of a table, sum of w*y: linear in the weights, so that y is its own linearised variable
 * (R's {@code svytotal}).
 */
final class Total implements Statistic {

    private final int[] cells;
    private final double[] values;
    private final double value;
    private final double weight;
    private final double deviations;
    private final int count;

    /**
     * @param table the table
     * @param cells the cells of the base, in rising order
     * @param values y in each of them
     */
    Total(CellTable table, int[] cells, double[] values) {
        this.cells = cells;
        this.values = values;
        this.value = at(table);
        double sumW = 0;
        int n = 0;
        for (int cell : cells) {
            sumW += table.weight(cell);
            n += table.count(cell);
        }
        this.weight = sumW;
        this.count = n;
        double sum = 0;
        for (int place = 0; place < cells.length; place++) {
            double deviation = values[place] - value / sumW;
            sum += table.weight(cells[place]) * deviation * deviation;
        }
        this.deviations = sum;
    }

    @Override
    public int[] cells() {
        return cells;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double linearised(int place) {
        return values[place];
    }

    @Override
    public double at(CellWeights weights) {
        double sum = 0;
        for (int place = 0; place < cells.length; place++) {
            sum += weights.weight(cells[place]) * values[place];
        }
        return sum;
    }

    /**
     * The variance in a simple random sample with replacement of the same size: R's {@code deff = "replace"}, (sum of w)^2
     * times the weighted variance of y, over n.
     */
    @Override
    public double simpleVariance() {
        return weight * deviations / (count - 1);
    }
}
