package org.deepdive.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are refused before any route sees them, such as too long or malformed ones. */
final class RefusedRequests extends ErrorHandler {

    private final LiveSite live;

    RefusedRequests(LiveSite live) {
        this.live = live;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.all().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Cache-Control", "no-store");
        ErrorBody error = body(response.getStatus());
        boolean page = wantsPage(request);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, page ? "text/html; charset=utf-8" : "application/json; charset=utf-8");
        byte[] body = page
                ? Errors.page(live.current().site(), error, "").getBytes(StandardCharsets.UTF_8)
                : new ObjectMapper().writeValueAsBytes(error.json());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    /** Whether a person reads the answer. Of requests that cannot be read at all, nothing is known. */
    private static boolean wantsPage(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static ErrorBody body(int status) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            return ErrorBody.unavailable();
        }
        String message = switch (status) {
            case 414 -> "The address is too long.";
            case 431 -> "The request's headers are too long.";
            default -> "The request cannot be read.";
        };
        return new ErrorBody(status, "request", message, "", List.of(), "Check the address.");
    }
}
