package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.run.Connection.Socket;

/** One cell while it runs. */
final class CellRun {

    /** How long the rest of the output may come after the reply, as in nbclient. */
    private static final long OUTPUT_PATIENCE = Duration.ofSeconds(4).toNanos();

    /** How long a cell may take to heed an interrupt. */
    private static final long INTERRUPT_PATIENCE = Duration.ofSeconds(5).toNanos();

    /** After how long it is interrupted again: a kernel that was about to begin with the cell heeds no first interrupt. */
    private static final long INTERRUPT_AGAIN = Duration.ofSeconds(1).toNanos();

    /** Python's form of a time, with all its microseconds. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final KernelSession session;
    private final CellOutputs outputs;
    private final RunOptions options;
    private final long wholeEnd;
    private final int number;
    private final ObjectNode times = JsonNodeFactory.instance.objectNode();
    private OptionalInt count = OptionalInt.empty();
    private String request = "";
    private Message reply;
    private long replied;
    private boolean isIdle;
    private StoppedException stopping;
    private long stoppingSince;
    private long interruptedAt;

    /**
     * @param wholeEnd when the time of the notebook is over, by {@link System#nanoTime}; the largest number for never
     * @param number the number of this execution in the run, from 1
     */
    CellRun(KernelSession session, RunOptions options, CellOutputs outputs, long wholeEnd, int number) {
        this.session = session;
        this.options = options;
        this.outputs = outputs;
        this.wholeEnd = wholeEnd;
        this.number = number;
    }

    /**
     * Runs code and collects what it shows.
     *
     * @param source the code
     * @param stopOnError whether requests behind it fall away when it fails
     * @return the kernel's reply
     * @throws StoppedException where the kernel died or the cell was stopped
     */
    Message await(String source, boolean stopOnError) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("code", source)
                .put("silent", false)
                .put("store_history", true)
                .put("allow_stdin", false)
                .put("stop_on_error", stopOnError);
        content.putObject("user_expressions");
        session.noteDescendants();
        request = session.send(Socket.SHELL, "execute_request", content);
        long cellEnd = options.cell().isZero()
                ? Long.MAX_VALUE
                : System.nanoTime() + options.cell().toNanos();
        while (!isOver()) {
            session.next().ifPresent(this::take);
            watchTime(cellEnd);
        }
        if (stopping != null) {
            throw stopping;
        }
        count = OptionalInt.of(number);
        return reply;
    }

    /** Where nothing more of the output comes after the reply, it was lost, and the run goes on as nbclient's does. */
    private boolean isOver() {
        return reply != null && (isIdle || System.nanoTime() - replied > OUTPUT_PATIENCE);
    }

    private void watchTime(long cellEnd) {
        long now = System.nanoTime();
        if (stopping != null) {
            if (now - stoppingSince > INTERRUPT_PATIENCE) {
                session.giveUp();
                throw stopping;
            }
            if (reply == null && now - interruptedAt > INTERRUPT_AGAIN) {
                interrupt();
            }
        } else if (reply == null && now > cellEnd) {
            stop(
                    RunFailure.Kind.CELL_TIME,
                    "The cell was stopped: it took longer than " + KernelSession.seconds(options.cell()) + ".");
        } else if (reply == null && now > wholeEnd) {
            stop(
                    RunFailure.Kind.WHOLE_TIME,
                    "The cell was stopped: the notebook took longer than " + KernelSession.seconds(options.whole())
                            + ".");
        }
    }

    private void stop(RunFailure.Kind kind, String message) {
        stopping = new StoppedException(kind, message);
        stoppingSince = System.nanoTime();
        interrupt();
    }

    private void interrupt() {
        interruptedAt = System.nanoTime();
        session.interrupt();
    }

    private void take(KernelClient.Incoming incoming) {
        Message message = incoming.message();
        if (!message.answers(request)) {
            return;
        }
        switch (incoming.socket()) {
            case SHELL -> {
                reply = message;
                replied = System.nanoTime();
                time("shell.execute_reply", message);
            }
            case STDIN -> {
                if (stopping == null) {
                    stop(RunFailure.Kind.INPUT, "The cell asks for input, and there is nobody to give it.");
                }
            }
            case IOPUB -> published(message);
            default -> {
                // Answers on the control channel need no answer.
            }
        }
    }

    private void published(Message message) {
        switch (message.type()) {
            case "status" -> status(message);
            case "execute_input" -> {
                count = CellOutputs.count(message.content().path("execution_count"));
                time("iopub.execute_input", message);
            }
            default -> outputs.take(message);
        }
    }

    private void status(Message message) {
        JsonNode state = message.content().path("execution_state");
        if (state.asText().equals("idle")) {
            isIdle = true;
        }
        if (state.asText().equals("idle") || state.asText().equals("busy")) {
            time("iopub.status." + state.asText(), message);
        }
    }

    private void time(String what, Message message) {
        Instant date = message.date();
        times.put(what, DATE.format(date));
    }

    /** When what happened, as a cell's metadata {@code execution}. */
    JsonObject timestamps() {
        return JsonObject.of(times);
    }

    /** The cell's number: the run's own where it ended, else what the kernel said, if it did. */
    OptionalInt count() {
        return count;
    }
}
