package org.deepdive.notebook.run;

/** Ends the run of a cell before its kernel has answered. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RunFailure.Kind kind;

    StoppedException(RunFailure.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    RunFailure.Kind kind() {
        return kind;
    }
}
