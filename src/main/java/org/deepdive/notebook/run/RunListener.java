package org.deepdive.notebook.run;

import org.deepdive.notebook.format.Cell;

/** Told how far a run has come, on a thread of the run's own. */
public interface RunListener {

    /** Tells nobody. */
    RunListener NONE = (cell, number, count) -> {};

    /** Called before the kernel is started. */
    default void starting(KernelSpec kernel) {}

    /**
     * Called before a cell runs.
     *
     * @param cell the cell
     * @param number its place among the cells that will run, from 1
     * @param count how many will run
     */
    void running(Cell.Code cell, int number, int count);

    /** Called after a cell ran, with its outputs, whether it failed or not. */
    default void ran(Cell.Code cell, int number, int count) {}
}
