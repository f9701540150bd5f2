package org.deepdive.server;

import io.javalin.http.ServiceUnavailableResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few models be fitted at once: each keeps a core busy and holds matrices of all respondents, and readers of plots
 * should not wait for them. Others wait their turn for a while, and are then told to come back.
 */
final class ModelFits {

    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final Semaphore places;
    private final long longestWait;

    /** As many at once as leave a core for plots, and at least one. */
    ModelFits() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), LONGEST_WAIT_MILLIS);
    }

    /**
     * @param most how many are fitted at once
     * @param longestWait how many milliseconds another waits for its turn
     */
    ModelFits(int most, long longestWait) {
        this.places = new Semaphore(most, true);
        this.longestWait = longestWait;
    }

    /**
     * Fits a model when its turn comes.
     *
     * @throws ServiceUnavailableResponse where it does not come in time
     */
    <T> T inTurn(Supplier<T> fit) {
        if (!isTurn()) {
            throw new ServiceUnavailableResponse();
        }
        try {
            return fit.get();
        } finally {
            places.release();
        }
    }

    private boolean isTurn() {
        try {
            return places.tryAcquire(longestWait, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
