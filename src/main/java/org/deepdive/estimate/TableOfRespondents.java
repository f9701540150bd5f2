package org.deepdive.estimate;

/** A table that keeps the cell of each respondent, since its variances need them. */
abstract class TableOfRespondents implements CellTable {

    /** The cell of each respondent, and the sums of the cells. */
    protected final RespondentCells cells;

    TableOfRespondents(RespondentCells cells) {
        this.cells = cells;
    }

    @Override
    public final int cells() {
        return cells.cells();
    }

    @Override
    public final int count(int cell) {
        return cells.count(cell);
    }

    @Override
    public final double weight(int cell) {
        return cells.weight(cell);
    }

    @Override
    public final double squaredWeight(int cell) {
        return cells.squaredWeight(cell);
    }
}
