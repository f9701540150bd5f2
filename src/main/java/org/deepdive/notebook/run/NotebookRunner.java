package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.Output;
import org.deepdive.study.InputException;

/**
 * Executes notebooks with a kernel of Jupyter's, without Python.
 *
 * <p>Cells run from top to bottom, each after the one before has ended. Cells of white space only and cells tagged
 * {@code skip-execution} are left out. A cell that fails stops the run unless errors are allowed or the cell is tagged
 * {@code raises-exception}; what ran is kept, the error among its outputs, and the cells after it have no outputs, since
 * they did not run. Execution counts, {@code language_info}, outputs and timestamps are as nbclient records them. Widgets
 * are not: what a kernel says about them is not kept. A thread that is interrupted while it waits for a run cancels it.
 *
 * @param kernel the kernel to start
 * @param options limits and what else there is to choose
 */
public record NotebookRunner(KernelSpec kernel, RunOptions options) {

    private static final String SKIP = "skip-execution";

    /**
     * Runs a notebook, in a kernel of its own that is gone afterwards.
     *
     * @param notebook what to run
     * @param listener told how far it has come
     * @return the notebook with its outputs, also where it stopped early
     * @throws InputException where the kernel does not start
     */
    public RunResult run(Notebook notebook, RunListener listener) {
        AtomicBoolean cancelled = new AtomicBoolean();
        FutureTask<RunResult> task = new FutureTask<>(() -> run(notebook, listener, cancelled::get));
        // On a thread of its own, which nobody interrupts: ZeroMQ's sockets do not survive that.
        new Thread(task, "notebook-run").start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancelled.set(true);
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RunResult run(Notebook notebook, RunListener listener, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        listener.starting(kernel);
        try (KernelSession session = KernelSession.start(kernel, options, cancelled)) {
            return new Run(session, notebook, listener, start).finish();
        }
    }

    private static boolean runs(Cell cell) {
        return cell instanceof Cell.Code code
                && !code.source().isBlank()
                && !code.tags().contains(SKIP);
    }

    /** One run, as it goes. */
    private final class Run {

        private final KernelSession session;
        private final Notebook notebook;
        private final RunListener listener;
        private final long start;
        private final CellOutputs outputs = new CellOutputs(options.outputBytes());
        private final List<Cell> cells;
        private final int count;
        private int ran;

        Run(KernelSession session, Notebook notebook, RunListener listener, long start) {
            this.session = session;
            this.notebook = notebook;
            this.listener = listener;
            this.start = start;
            this.cells = new ArrayList<>(notebook.cells().stream()
                    .map(cell -> runs(cell) ? ((Cell.Code) cell).cleared() : cell)
                    .toList());
            this.count = (int) cells.stream().filter(NotebookRunner::runs).count();
        }

        RunResult finish() {
            Optional<RunFailure> failure = Optional.empty();
            long end = options.whole().isZero()
                    ? Long.MAX_VALUE
                    : System.nanoTime() + options.whole().toNanos();
            for (int i = 0; i < cells.size() && failure.isEmpty(); i++) {
                if (runs(cells.get(i))) {
                    failure = run(i, end);
                }
            }
            for (int i = 0; i < cells.size(); i++) {
                refresh(i);
            }
            List<String> cut =
                    outputs.cut().stream().map(i -> cells.get(i).id()).toList();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new RunResult(executed(), failure, ran, cut, took);
        }

        private Optional<RunFailure> run(int index, long wholeEnd) {
            Cell.Code cell = (Cell.Code) cells.get(index);
            ran++;
            listener.running(cell, ran, count);
            outputs.begin(index);
            CellRun running = new CellRun(session, options, outputs, wholeEnd, ran);
            Optional<RunFailure> failure = Optional.empty();
            try {
                boolean allowed = options.allowErrors() || cell.tags().contains("raises-exception");
                JsonNode reply = running.await(cell.source(), !allowed).content();
                failure = failed(index, cell, reply, allowed);
            } catch (StoppedException e) {
                outputs.add(new Output.Error(e.kind().label(), e.getMessage(), List.of(e.getMessage())));
                failure = Optional.of(new RunFailure(e.kind(), index + 1, cell.id(), e.getMessage()));
            }
            JsonObject metadata =
                    options.timestamps() ? cell.metadata().with("execution", running.timestamps()) : cell.metadata();
            Cell.Code done = new Cell.Code(cell.id(), metadata, cell.source(), running.count(), outputs.of(index));
            cells.set(index, done);
            listener.ran(done, ran, count);
            return failure;
        }

        private Optional<RunFailure> failed(int index, Cell.Code cell, JsonNode reply, boolean allowed) {
            String status = reply.path("status").asText();
            if (status.equals("aborted")) {
                throw new StoppedException(RunFailure.Kind.ABORTED, "The kernel refused to run the cell.");
            }
            if (!status.equals("error") || allowed) {
                return Optional.empty();
            }
            Output.Error error = CellOutputs.error(reply);
            if (!outputs.hasError()) {
                outputs.add(error);
            }
            return Optional.of(new RunFailure(RunFailure.Kind.CELL_ERROR, index + 1, cell.id(), error.summary()));
        }

        /** Later cells may have changed what earlier ones show. */
        private void refresh(int index) {
            if (cells.get(index) instanceof Cell.Code cell && runs(cell)) {
                cells.set(
                        index,
                        new Cell.Code(
                                cell.id(), cell.metadata(), cell.source(), cell.executionCount(), outputs.of(index)));
            }
        }

        private Notebook executed() {
            JsonNode language = session.info().path("language_info");
            ObjectNode none = JsonNodeFactory.instance.objectNode();
            JsonObject metadata = language.isObject()
                    ? notebook.metadata().with("language_info", none.setAll((ObjectNode) language))
                    : notebook.metadata();
            return notebook.withMetadata(metadata).withCells(cells);
        }
    }
}
