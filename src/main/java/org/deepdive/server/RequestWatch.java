package org.deepdive.server;

import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Counts, times and logs every answer. A line of the log has the method, the pattern of the address, the status, the time
 * and the size. The address itself is there for answered questions only, whose parts are names of the codebook; what was
 * searched for, ids of links, keys, cookies, bodies and addresses of readers are never logged.
 */
final class RequestWatch extends Handler.Wrapper {

    /** The logger of requests, for whoever wants them elsewhere. */
    static final String LOGGER = "org.deepdive.server.requests";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;
    private static final double NANOS = 1e9;

    private final ServerMetrics metrics;
    private final boolean logs;

    RequestWatch(ServerMetrics metrics, boolean logs) {
        this.metrics = metrics;
        this.logs = logs;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestNotes notes = RequestNotes.begin(request);
        Request.addCompletionListener(request, failure -> answered(request, response, notes));
        return super.handle(request, response, callback);
    }

    private void answered(Request request, Response response, RequestNotes notes) {
        double seconds = NanoTime.since(request.getBeginNanoTime()) / NANOS;
        int status = response.getStatus();
        metrics.answered(request.getMethod(), notes.pattern(), status, seconds);
        if (logs) {
            log(request, response, notes, seconds);
        }
    }

    private static void log(Request request, Response response, RequestNotes notes, double seconds) {
        int status = response.getStatus();
        LoggingEventBuilder line = LOG.atLevel(status < FIRST_FAILURE ? Level.INFO : Level.WARN)
                .addKeyValue("method", ServerMetrics.method(request.getMethod()))
                .addKeyValue("route", notes.pattern())
                .addKeyValue("status", status)
                .addKeyValue("ms", Math.round(seconds * 1e4) / 10.0)
                .addKeyValue("bytes", Response.getContentBytesWritten(response));
        if (!notes.error().isEmpty()) {
            line = line.addKeyValue("error", notes.error());
        }
        if (status < FIRST_ERROR && notes.isQuestion()) {
            line = line.addKeyValue("question", question(request));
        }
        line.log("request");
    }

    private static String question(Request request) {
        String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
        return request.getHttpURI().getPath() + (query.isEmpty() ? "" : "?" + query);
    }
}
