package org.deepdive.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Work that is finished before the program ends, also where it is told to end by Ctrl-C or SIGTERM, as long as that takes no
 * longer than people wait. The exit code is then that of the signal: 130 or 143.
 */
final class BeforeTheEnd {

    private static final int MOST_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread waiting = new Thread(this::await, "before-the-end");

    private BeforeTheEnd() {}

    /** Does the work and hands on its exit code. */
    static int finish(IntSupplier work) {
        BeforeTheEnd end = new BeforeTheEnd();
        Runtime.getRuntime().addShutdownHook(end.waiting);
        try {
            return work.getAsInt();
        } finally {
            end.finished.countDown();
            end.forget();
        }
    }

    private void await() {
        try {
            finished.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        if (waiting.getState() == Thread.State.NEW) {
            try {
                Runtime.getRuntime().removeShutdownHook(waiting);
            } catch (IllegalStateException e) {
                // The program began to end just now; the hook finds the work finished.
                finished.countDown();
            }
        }
    }
}
