package org.deepdive.server;

import java.time.Duration;
import java.util.Optional;

/**
 * How a server is run: what it logs and counts, when it looks for new data, and its limits.
 *
 * @param logFormat how the log is written
 * @param logRequests whether it has a line for each request
 * @param metrics who may read the counts
 * @param reload how often data files are looked at; absent for never
 * @param requestTime how long an answer may take
 * @param cacheBytes how much memory pages that were made may take; 0 keeps none
 */
public record Operation(
        LogFormat logFormat,
        boolean logRequests,
        Access metrics,
        Optional<Duration> reload,
        Duration requestTime,
        long cacheBytes) {

    /** How a log is written. */
    public enum LogFormat {
        /** A line of text an event. */
        TEXT,
        /** An object of JSON an event, on a line of its own. */
        JSON
    }

    /** Who may read something. */
    public enum Access {
        /** This machine only, and no proxy on it. */
        LOOPBACK,
        /** Anyone who reaches the server. */
        ON,
        /** Nobody. */
        OFF
    }

    /** What is so where nothing is said, for a server started by another program: it looks for no new data. */
    public static final Operation DEFAULT = new Operation(
            LogFormat.TEXT, true, Access.LOOPBACK, Optional.empty(), Duration.ofSeconds(30), 64L * 1024 * 1024);

    /** The same, with another look at the data. */
    public Operation reloading(Duration interval) {
        return new Operation(logFormat, logRequests, metrics, Optional.of(interval), requestTime, cacheBytes);
    }

    /** The same, with another limit of time. */
    public Operation within(Duration limit) {
        return new Operation(logFormat, logRequests, metrics, reload, limit, cacheBytes);
    }

    /** The same, with others allowed to read the counts. */
    public Operation metrics(Access access) {
        return new Operation(logFormat, logRequests, access, reload, requestTime, cacheBytes);
    }
}
