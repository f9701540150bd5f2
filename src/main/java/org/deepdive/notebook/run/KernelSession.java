package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.deepdive.notebook.run.Connection.Socket;
import org.deepdive.study.InputException;

/**
 * A kernel that was started and answered. When it is closed, or this program ends, the process, all that it started and
 * its connection file are gone.
 */
final class KernelSession implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);

    /** How long the kernel's announcements may come after its first answer before it is asked again. */
    private static final long ANNOUNCED_NANOS = Duration.ofMillis(300).toNanos();

    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NOTE_NANOS = Duration.ofMillis(250).toNanos();

    /** How long a kernel may take to end when asked to; some, such as Rapaio's 3.0.1, never do by themselves. */
    private static final Duration END_PATIENCE = Duration.ofSeconds(2);

    /** How long a run may take to end when the program is told to. */
    private static final Duration ORDERLY_END = Duration.ofSeconds(5);

    /** How many times other ports are tried where a port was taken between being found free and being used. */
    private static final int TRIES = 3;

    /** Class paths can be long. */
    private static final int LONGEST_COMMAND = 300;

    private final KernelSpec spec;
    private final Connection connection;
    private final KernelProcess process;
    private final KernelClient client;
    private final BooleanSupplier cancelled;
    private final Thread atEnd = new Thread(this::endWithProgram, "kernel-end");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean programEnds;
    private JsonNode info = JsonNodeFactory.instance.objectNode();
    private boolean isBeyondHope;
    private long noted;

    private KernelSession(KernelSpec spec, Connection connection, KernelProcess process, BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        this.spec = spec;
        this.connection = connection;
        this.process = process;
        this.client = new KernelClient(connection);
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /**
     * Starts a kernel and waits until it answers on every channel that a run needs.
     *
     * @param cancelled asked now and then whether to stop
     * @throws InputException where it cannot be started, ends at once, or does not answer in time
     */
    static KernelSession start(KernelSpec spec, RunOptions options, BooleanSupplier cancelled) {
        for (int attempt = 1; ; attempt++) {
            KernelSession session = open(spec, options, cancelled);
            try {
                session.awaitFirstAnswer(options.start());
                return session;
            } catch (StoppedException e) {
                session.close();
                boolean portTaken = session.process.lastWords().contains("ddress already in use");
                if (!portTaken || attempt == TRIES) {
                    throw notStarted(spec, e);
                }
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        }
    }

    private static KernelSession open(KernelSpec spec, RunOptions options, BooleanSupplier cancelled) {
        Connection connection = Connection.create(spec.name());
        try {
            return new KernelSession(
                    spec, connection, KernelProcess.start(spec, connection.file(), options.folder()), cancelled);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static InputException notStarted(KernelSpec spec, StoppedException why) {
        InputException told = InputException.of(
                "kernel-start",
                "The kernel \"" + spec.name() + "\" did not start: "
                        // An error is one line.
                        + why.getMessage().replace("\n", " | "),
                spec.name(),
                "Its command: " + String.join(" ", spec.command())
                        + "\nInstall it again, or choose another with --kernel.");
        told.initCause(why);
        return told;
    }

    private static String shortened(String command) {
        return command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "…";
    }

    /** Subscriptions take a moment to arrive, so a kernel counts as ready only once it was heard announcing something. */
    private void awaitFirstAnswer(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        long asked = 0;
        long answered = 0;
        boolean announced = false;
        while (answered == 0 || !announced) {
            long now = System.nanoTime();
            if (now > end) {
                isBeyondHope = true;
                throw new StoppedException(
                        RunFailure.Kind.KERNEL_SILENT,
                        "it did not answer within " + seconds(most) + "." + said(process.lastWords()));
            }
            boolean again = asked == 0 || now - asked > ASK_AGAIN_NANOS;
            if (again || answered != 0 && now - answered > ANNOUNCED_NANOS) {
                client.send(Socket.SHELL, "kernel_info_request", JsonNodeFactory.instance.objectNode());
                asked = now;
                answered = 0;
            }
            Optional<KernelClient.Incoming> incoming = next();
            if (incoming.isPresent() && incoming.get().socket() == Socket.IOPUB) {
                announced = true;
            } else if (incoming.isPresent() && incoming.get().message().type().equals("kernel_info_reply")) {
                info = incoming.get().message().content();
                answered = System.nanoTime();
            }
        }
    }

    private static String said(String words) {
        return words.isEmpty() ? "" : " It last said:\n" + words;
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** The kernel's answer to what it is. */
    JsonNode info() {
        return info;
    }

    /** Sends a request. */
    String send(Socket socket, String type, JsonNode content) {
        return client.send(socket, type, content);
    }

    /**
     * The next message, or none for a moment.
     *
     * @throws StoppedException where the kernel is dead and all that it said was read, or does not answer any more
     */
    Optional<KernelClient.Incoming> next() {
        if (System.nanoTime() - noted > NOTE_NANOS) {
            noteDescendants();
        }
        boolean alive = process.isAlive();
        Optional<KernelClient.Incoming> incoming = client.next(TICK);
        if (incoming.isPresent()) {
            return incoming;
        }
        if (programEnds || cancelled.getAsBoolean()) {
            if (process.isAlive()) {
                interrupt();
            }
            throw new StoppedException(
                    RunFailure.Kind.CANCELLED, programEnds ? "The run was interrupted." : "The run was cancelled.");
        }
        if (!alive) {
            throw new StoppedException(RunFailure.Kind.KERNEL_DIED, "The kernel died " + process.obituary());
        }
        if (client.isSilent()) {
            isBeyondHope = true;
            throw new StoppedException(
                    RunFailure.Kind.KERNEL_SILENT,
                    "The kernel stopped answering its heartbeat." + said(process.lastWords()));
        }
        return Optional.empty();
    }

    /** Notes what the kernel has started, so that it can be ended even where the kernel is gone before it. */
    void noteDescendants() {
        process.noteDescendants();
        noted = System.nanoTime();
    }

    /** Asks the kernel to stop the cell that runs. */
    void interrupt() {
        if (spec.interrupt() == KernelSpec.Interrupt.MESSAGE) {
            client.send(Socket.CONTROL, "interrupt_request", JsonNodeFactory.instance.objectNode());
        } else {
            process.interrupt();
        }
    }

    /** Says that the kernel heeds nothing, so that its end is not asked for but made. */
    void giveUp() {
        isBeyondHope = true;
    }

    @Override
    public void close() {
        try {
            if (process.isAlive() && !isBeyondHope) {
                client.send(
                        Socket.CONTROL,
                        "shutdown_request",
                        JsonNodeFactory.instance.objectNode().put("restart", false));
                process.stop(END_PATIENCE);
            } else {
                process.kill();
            }
        } finally {
            client.close();
            connection.close();
            closed.countDown();
            forgetEnd();
        }
    }

    private void forgetEnd() {
        if (!programEnds) {
            try {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            } catch (IllegalStateException e) {
                // The program has begun to end, and the hook will find nothing left to do.
                programEnds = true;
            }
        }
    }

    /** Lets the run end in order and keep what it has, as long as that takes no longer than people wait. */
    private void endWithProgram() {
        programEnds = true;
        try {
            if (closed.await(ORDERLY_END.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.kill();
        connection.close();
    }
}
