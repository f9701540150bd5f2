package org.deepdive.estimate;

/** The sum of weights of each cell of a table: with the survey's weights, or with those of a replicate. */
interface CellWeights {

    /** The sum of weights in a cell. */
    double weight(int cell);
}
