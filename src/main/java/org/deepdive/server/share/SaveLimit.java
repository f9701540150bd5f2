package org.deepdive.server.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many links one address may save in a minute. The addresses of those who saved nothing lately are forgotten. */
final class SaveLimit {

    static final int MOST = 30;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 100_000;

    private final Clock clock;
    private final Cache<String, Deque<Long>> saves = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WINDOW)
            .build();

    SaveLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a save.
     *
     * @throws LinkException where there were {@value #MOST} within the last minute
     */
    void count(String address) {
        Deque<Long> times = saves.get(address, a -> new ArrayDeque<>());
        long now = clock.millis();
        synchronized (times) {
            while (!times.isEmpty() && times.peekFirst() <= now - WINDOW.toMillis()) {
                times.removeFirst();
            }
            if (times.size() >= MOST) {
                Duration wait = Duration.ofMillis(times.peekFirst() + WINDOW.toMillis() - now);
                throw new LinkException(
                                LinkException.Reason.TOO_FAST,
                                "From this address " + MOST + " links were saved within a minute.",
                                "Try again in " + Math.max(1, wait.toSeconds() + 1) + " seconds.")
                        .retryAfter(wait);
            }
            times.addLast(now);
        }
    }
}
