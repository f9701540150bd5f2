package org.deepdive.server;

import io.javalin.http.Context;
import org.eclipse.jetty.server.Request;

/** What is known of a request once it is answered, for the log and the counts. */
final class RequestNotes {

    private static final String NOTES = "deepdive-notes";

    private Route route;
    private String error = "";

    /** Begins the notes of a request, before anything else sees it. */
    static RequestNotes begin(Request request) {
        RequestNotes notes = new RequestNotes();
        request.setAttribute(NOTES, notes);
        return notes;
    }

    /** The notes of a request. */
    static RequestNotes of(Context ctx) {
        return (RequestNotes) ctx.req().getAttribute(NOTES);
    }

    /** The route that answers. */
    void route(Route chosen) {
        this.route = chosen;
    }

    /** The id under which the log has more about what went wrong. */
    void error(String id) {
        this.error = id;
    }

    /** The pattern of the address; {@code none} where no route has it. */
    String pattern() {
        return route == null ? "none" : route.path();
    }

    /** Whether the address is a question to the data, which may stand in the log. */
    boolean isQuestion() {
        return route != null && route.isQuestion();
    }

    String error() {
        return error;
    }
}
