package org.deepdive.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are refused before any route sees them, such as too long or malformed ones. */
final class RefusedRequests extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.all().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        byte[] body =
                new ObjectMapper().writeValueAsBytes(body(response.getStatus()).json());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static ErrorBody body(int status) {
        String message = switch (status) {
            case 414 -> "The address is too long.";
            case 431 -> "The request's headers are too long.";
            default -> "The request cannot be read.";
        };
        return new ErrorBody(status, "request", message, "", List.of(), "Check the address.");
    }
}
