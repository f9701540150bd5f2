package org.deepdive.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no reader wait for ever: where no answer has begun within the time, the reader is told to come back. What computes
 * the answer is not broken off, so that what it keeps for others stays whole; its answer is dropped.
 */
final class TimeLimit extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration longest;

    TimeLimit(Duration longest) {
        this.longest = longest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Race race = new Race(request, response, callback);
        Scheduler.Task alarm = request.getComponents()
                .getScheduler()
                .schedule(race::expire, longest.toMillis(), TimeUnit.MILLISECONDS);
        race.startedWith(alarm);
        return super.handle(request, race.new Answer(), race);
    }

    /** Who answers: whoever has the first byte. */
    private enum Winner {
        NOBODY,
        PAGE,
        ALARM
    }

    /** The page and the alarm clock, which both may answer a request; one of them does. */
    private final class Race implements Callback {
        private final Request request;
        private final Response response;
        private final Callback done;
        private final AtomicReference<Winner> winner = new AtomicReference<>(Winner.NOBODY);
        private volatile Scheduler.Task alarm;

        Race(Request request, Response response, Callback done) {
            this.request = request;
            this.response = response;
            this.done = done;
        }

        void startedWith(Scheduler.Task task) {
            this.alarm = task;
        }

        private boolean pageWins() {
            return winner.compareAndSet(Winner.NOBODY, Winner.PAGE) || winner.get() == Winner.PAGE;
        }

        @Override
        public void succeeded() {
            alarm.cancel();
            if (pageWins()) {
                done.succeeded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            alarm.cancel();
            if (pageWins()) {
                done.failed(failure);
            }
        }

        void expire() {
            if (!winner.compareAndSet(Winner.NOBODY, Winner.ALARM)) {
                return;
            }
            LOG.warn("No answer within {} ms", longest.toMillis());
            response.reset();
            SecurityHeaders.all().forEach((name, value) -> response.getHeaders().put(name, value));
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put(HttpHeader.RETRY_AFTER, longest.toSeconds() + 1);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
            response.setStatus(UNAVAILABLE);
            response.write(true, ByteBuffer.wrap(body()), done);
        }

        private byte[] body() {
            try {
                return JSON.writeValueAsBytes(new ErrorBody(
                                UNAVAILABLE,
                                "request-time",
                                "The answer took more than " + longest.toMillis() + " ms.",
                                "",
                                List.of(),
                                "Try again later.")
                        .json());
            } catch (IOException e) {
                throw new IllegalStateException("An error can always be written as JSON", e);
            }
        }

        /** The answer of the page, which goes nowhere once the alarm has answered. */
        private final class Answer extends Response.Wrapper {

            Answer() {
                super(request, response);
            }

            @Override
            public void write(boolean last, ByteBuffer content, Callback callback) {
                if (pageWins()) {
                    super.write(last, content, callback);
                } else {
                    callback.failed(new IOException("The reader has been told to come back"));
                }
            }
        }
    }
}
