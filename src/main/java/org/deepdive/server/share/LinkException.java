package org.deepdive.server.share;

import java.time.Duration;
import java.util.Optional;

/** Why something cannot be done with a saved link, in words for whoever asked. */
public final class LinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal, each with the status that HTTP has for it and a stable name. */
    public enum Reason {
        /** There is no such link. */
        UNKNOWN(404, "unknown-link"),
        /** Its time is over. */
        EXPIRED(410, "link-expired"),
        /** Its owner took it back. */
        REVOKED(410, "link-revoked"),
        /** No key was given. */
        KEY_MISSING(401, "key-missing"),
        /** The key is nobody's. */
        KEY_UNKNOWN(401, "key-unknown"),
        /** The key is good, but the link is someone else's. */
        NOT_YOURS(403, "not-yours"),
        /** Another site sent the form, or its token is not the key's. */
        FOREIGN_FORM(403, "foreign-form"),
        /** Too many links from one address in a short time. */
        TOO_FAST(429, "too-fast"),
        /** Too many links of one owner. */
        TOO_MANY(429, "too-many-links"),
        /** The database holds something that was not saved so. */
        DAMAGED(500, "link-damaged"),
        /** The server keeps no links. */
        OFF(404, "links-off"),
        /** A newer version of the program has changed the database. */
        NEWER(503, "links-newer"),
        /** The database does not answer. */
        UNAVAILABLE(503, "links-unavailable");

        private final int status;
        private final String code;

        Reason(int status, String code) {
            this.status = status;
            this.code = code;
        }

        /** The status of an answer over HTTP. */
        public int status() {
            return status;
        }

        /** The stable name. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final String remedy;
    private final transient Duration retryAfter;

    /**
     * @param problem what is wrong, in one sentence
     * @param remedy what to do about it; may be empty
     */
    public LinkException(Reason reason, String problem, String remedy) {
        this(reason, problem, remedy, null, null);
    }

    private LinkException(Reason reason, String problem, String remedy, Duration retryAfter, Throwable cause) {
        super(problem, cause);
        this.reason = reason;
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    /** The same refusal, that time will lift. */
    LinkException retryAfter(Duration wait) {
        return new LinkException(reason, problem(), remedy, wait, getCause());
    }

    /** The refusal of a database that does not answer; why is for whoever runs the server. */
    static LinkException unavailable(Throwable cause) {
        return new LinkException(
                Reason.UNAVAILABLE,
                "Saved links cannot be read or written at the moment.",
                "Try again in a moment; the numbers themselves are not affected.",
                Duration.ofSeconds(5),
                cause);
    }

    /** What kind of refusal it is. */
    public Reason reason() {
        return reason;
    }

    /** What is wrong, in one sentence. */
    public String problem() {
        return getMessage();
    }

    /** What to do about it; may be empty. */
    public String remedy() {
        return remedy;
    }

    /** After what time it can be tried again; absent where waiting does not help, or nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
