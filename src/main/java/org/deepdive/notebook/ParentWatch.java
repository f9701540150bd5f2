package org.deepdive.notebook;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends a kernel whose program is gone. Jupyter and {@code deepdive notebook run} end their kernels; where they are killed
 * they cannot, and a kernel would wait for requests for ever. Both name themselves in {@code JPY_PARENT_PID}, which Python's
 * kernel watches too.
 */
final class ParentWatch {

    private static final String VARIABLE = "JPY_PARENT_PID";

    private ParentWatch() {}

    /** Watches the program that started this one, if it says that it wants to be. */
    static void start() {
        named(System.getenv(VARIABLE)).ifPresent(parent -> parent.onExit().thenRun(ParentWatch::end));
    }

    /**
     * The process with that number, where it is this one's parent or a parent's parent: on Windows Jupyter gives the number of
     * something else, and behind a container's wall numbers mean nothing.
     */
    static Optional<ProcessHandle> named(String pid) {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        p -> p.get().parent())
                .map(Optional::get)
                // The first process is where orphans go; it never ends.
                .filter(parent ->
                        parent.pid() != 1 && String.valueOf(parent.pid()).equals(pid))
                .findFirst();
    }

    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        // Nobody is left to tell anything, and a cell that runs would hold up an orderly end.
        Runtime.getRuntime().halt(1);
    }
}
