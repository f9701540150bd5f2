package org.deepdive.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * A request whose offer to speak WebSocket is overlooked, as a server may: it is answered like any other. The upgrade
 * would open a session, and this server keeps none.
 */
final class WithoutWebSocket extends Request.Wrapper {

    private final HttpFields headers;

    private WithoutWebSocket(Request request) {
        super(request);
        this.headers = HttpFields.build(request.getHeaders())
                .remove(HttpHeader.SEC_WEBSOCKET_VERSION)
                .asImmutable();
    }

    static Request of(Request request) {
        return request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_VERSION)
                ? new WithoutWebSocket(request)
                : request;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }
}
