package org.deepdive.notebook.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a notebook is run.
 *
 * @param folder the folder that the kernel works in; default the current one
 * @param start the most time that the kernel may take to answer first; default a minute, as in nbclient
 * @param cell the most time that a cell may take, zero for any; default ten minutes
 * @param whole the most time that all cells together may take, zero for any; default any
 * @param outputBytes the most that is kept of a cell's output; default 10 MB
 * @param allowErrors whether to go on after a cell that fails; default no
 * @param timestamps whether cells record when they ran, in their metadata {@code execution}; default yes, as in nbclient
 */
public record RunOptions(
        Path folder,
        Duration start,
        Duration cell,
        Duration whole,
        long outputBytes,
        boolean allowErrors,
        boolean timestamps) {

    /** What is meant where nothing is said. */
    public static final RunOptions DEFAULTS = new RunOptions(
            Path.of("").toAbsolutePath(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ZERO,
            10_000_000,
            false,
            true);

    /** The same in another folder. */
    public RunOptions in(Path other) {
        return new RunOptions(other.toAbsolutePath(), start, cell, whole, outputBytes, allowErrors, timestamps);
    }

    /** The same with another time for the start. */
    public RunOptions withStart(Duration most) {
        return new RunOptions(folder, most, cell, whole, outputBytes, allowErrors, timestamps);
    }

    /** The same with another time for a cell; zero for any. */
    public RunOptions withCell(Duration most) {
        return new RunOptions(folder, start, most, whole, outputBytes, allowErrors, timestamps);
    }

    /** The same with another time for all cells; zero for any. */
    public RunOptions withWhole(Duration most) {
        return new RunOptions(folder, start, cell, most, outputBytes, allowErrors, timestamps);
    }

    /** The same with another limit of a cell's output. */
    public RunOptions withOutputBytes(long most) {
        return new RunOptions(folder, start, cell, whole, most, allowErrors, timestamps);
    }

    /** The same, going on after cells that fail, or not. */
    public RunOptions allowingErrors(boolean allow) {
        return new RunOptions(folder, start, cell, whole, outputBytes, allow, timestamps);
    }

    /** The same, recording when cells ran, or not. */
    public RunOptions withTimestamps(boolean record) {
        return new RunOptions(folder, start, cell, whole, outputBytes, allowErrors, record);
    }
}
