package org.deepdive.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.server.share.LinkException;
import org.deepdive.study.InputException;

/**
 * An error in the one shape that every answer has.
 *
 * @param status the status of the answer
 * @param code a stable name of the kind of error
 * @param message what is wrong, in a sentence
 * @param given what was given; empty where nothing was
 * @param allowed what would have been allowed; empty where no list can say it
 * @param remedy what to do; may be empty
 */
record ErrorBody(int status, String code, String message, String given, List<String> allowed, String remedy) {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_GIVEN = 200;

    private static final List<String> PAGES_NOT_FOUND =
            List.of("unknown-study", "unknown-measure", "unknown-deep-dive", "unknown-file", "no-counts");

    ErrorBody {
        allowed = List.copyOf(allowed);
        given = given.length() <= LONGEST_GIVEN ? given : given.substring(0, LONGEST_GIVEN) + "…";
    }

    /**
     * A reader's mistake: 404 where what the path names does not exist, 403 where the disclosure rules refuse the answer,
     * since no change of credentials or wording would give it, and 400 for every other.
     */
    static ErrorBody of(InputException e) {
        int status = PAGES_NOT_FOUND.contains(e.code()) ? NOT_FOUND : e.isWithheld() ? FORBIDDEN : BAD_REQUEST;
        return new ErrorBody(status, e.code(), e.problem(), e.given(), e.allowed(), e.remedy());
    }

    /** Why something cannot be done with a saved link. */
    static ErrorBody of(LinkException e) {
        return new ErrorBody(e.reason().status(), e.reason().code(), e.problem(), "", List.of(), e.remedy());
    }

    /** The server is stopping, or has more to do than it can. */
    static ErrorBody unavailable() {
        return new ErrorBody(
                UNAVAILABLE,
                "unavailable",
                "The server is being restarted, or has too much to do.",
                "",
                List.of(),
                "Try again in a minute; the address stays the same.");
    }

    /** Why it is so, for readers of the page; empty where the message says it all. */
    String explanation() {
        return switch (status) {
            case FORBIDDEN ->
                "Nothing is wrong with the question, and no login would answer it. Groups of very few respondents are not"
                        + " shown, nor what would give them away by subtraction, so that nobody who answered can be"
                        + " recognised. Wider groups, fewer filters or more waves can usually be shown.";
            case NOT_FOUND ->
                "The address may be mistyped, cut off where it was pasted, or of a measure that has another name now.";
            case UNAVAILABLE, INTERNAL -> "Nothing is wrong with the address, and nothing was lost.";
            default -> "";
        };
    }

    /** The body of the answer as JSON. */
    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("message", message);
        fields.put("given", given);
        fields.put("allowed", allowed);
        fields.put("remedy", remedy);
        return Map.of("error", fields);
    }

    /** What happened, in a few words. */
    String heading() {
        return switch (status) {
            case BAD_REQUEST -> "This question cannot be asked";
            case UNAUTHORIZED -> "A key is needed";
            case FORBIDDEN -> isWithheld() ? "This answer is withheld" : "This is not yours to change";
            case GONE -> code.equals("link-expired") ? "This link has expired" : "This link was revoked";
            case NOT_FOUND -> "Page not found";
            case UNAVAILABLE -> "Not available just now";
            default -> status < 500 ? "This request is not possible" : "Something went wrong";
        };
    }

    /** Whether the rules of disclosure refuse the answer. */
    boolean isWithheld() {
        return code.equals(InputException.SUPPRESSED) || code.equals(InputException.REMAINDER);
    }
}
