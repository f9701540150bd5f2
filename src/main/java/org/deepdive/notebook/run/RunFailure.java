package org.deepdive.notebook.run;

/**
 * Why a run stopped before the last cell.
 *
 * @param kind what happened
 * @param number the place of the cell in the notebook, from 1
 * @param cellId the id of the cell
 * @param message what happened, for the person who asked
 */
public record RunFailure(Kind kind, int number, String cellId, String message) {

    /** What can stop a run. */
    public enum Kind {
        /** The code of the cell failed. */
        CELL_ERROR("CellError"),
        /** The kernel refused to run the cell. */
        ABORTED("Aborted"),
        /** The cell took too long. */
        CELL_TIME("TimeLimit"),
        /** The notebook took too long. */
        WHOLE_TIME("TimeLimit"),
        /** The cell asked for input. */
        INPUT("InputRefused"),
        /** The kernel's process ended. */
        KERNEL_DIED("DeadKernel"),
        /** The kernel's process is there and does not answer. */
        KERNEL_SILENT("DeadKernel"),
        /** The kernel sent what no kernel may send. */
        PROTOCOL("BrokenKernel"),
        /** The thread that waits for the run was interrupted. */
        CANCELLED("Cancelled");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name of the error in the cell's output. */
        String label() {
            return label;
        }
    }
}
