package org.deepdive.notebook.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.deepdive.study.InputException;

/** A kernel's process, and all that it starts. */
final class KernelProcess {

    private static final Duration END_AFTER_KILL = Duration.ofSeconds(5);

    private final Process process;
    private final LastWords lastWords;
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();

    private KernelProcess(Process process) {
        this.process = process;
        this.lastWords = LastWords.of(process.getInputStream());
    }

    /**
     * Starts a kernel.
     *
     * @param folder the folder that it works in
     * @throws InputException where the program cannot be started
     */
    static KernelProcess start(KernelSpec spec, Path connectionFile, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(spec.commandFor(connectionFile))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(spec.environmentOver(System.getenv()));
        // Kernels that know it end by themselves when this program is gone.
        builder.environment()
                .put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        try {
            Process process = builder.start();
            // Nobody can answer what it might ask.
            process.getOutputStream().close();
            return new KernelProcess(process);
        } catch (IOException e) {
            throw InputException.of(
                    "kernel-start",
                    "The kernel \"" + spec.name() + "\" cannot be started (" + e.getMessage() + ").",
                    spec.name(),
                    "Install it again; for this program's: java -jar deepdive.jar notebook install.");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** How it ended, and the last it wrote to its own streams. */
    String obituary() {
        int code = process.exitValue();
        String how = code > 128 ? "signal " + (code - 128) : "exit code " + code;
        String words = lastWords.text();
        return "(" + how + ")" + (words.isEmpty() ? "; it said nothing." : ". It last said:\n" + words);
    }

    /** The last that it wrote to its own streams. */
    String lastWords() {
        return lastWords.text();
    }

    /** Notes what it has started, to be ended with it: once it is gone, nothing tells whose children they were. */
    void noteDescendants() {
        process.descendants().forEach(started::add);
    }

    /** Sends the signal of Ctrl-C, where there are signals. */
    void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // A system without signals: the kernel is ended when the time to heed one has passed.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for it to end by itself, then ends it, and in any case all that it started. */
    void stop(Duration patience) {
        noteDescendants();
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends it and all that it started, at once. */
    void kill() {
        noteDescendants();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(END_AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of what a process writes, read so that the process never waits for a reader. */
    private static final class LastWords {

        private static final int MOST = 4000;
        private static final int LINES = 12;

        private final StringBuilder end = new StringBuilder();
        private Thread reader;

        static LastWords of(InputStream stream) {
            LastWords words = new LastWords();
            words.reader = new Thread(() -> words.read(stream), "kernel-output");
            words.reader.setDaemon(true);
            words.reader.start();
            return words;
        }

        private void read(InputStream stream) {
            byte[] buffer = new byte[MOST];
            try (stream) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    add(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The process was ended while it was read.
                add("");
            }
        }

        private synchronized void add(String text) {
            end.append(text);
            if (end.length() > MOST) {
                end.delete(0, end.length() - MOST);
            }
        }

        String text() {
            try {
                // What a process wrote just before its end arrives a moment after it.
                reader.join(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (this) {
                String[] lines = end.toString().strip().split("\\R");
                int first = Math.max(0, lines.length - LINES);
                return String.join("\n", Arrays.copyOfRange(lines, first, lines.length));
            }
        }
    }
}
