package org.deepdive.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * What the server answers at one address.
 *
 * @param method the method; whatever is read with GET can be asked for with HEAD too
 * @param path the address, with {@code {name}} for its parameters
 * @param summary what is there, as a sentence without its full stop
 * @param handler makes the answer
 */
record Route(HandlerType method, String path, String summary, Handler handler) {

    static Route get(String path, String summary, Handler handler) {
        return new Route(HandlerType.GET, path, summary, handler);
    }

    static Route post(String path, String summary, Handler handler) {
        return new Route(HandlerType.POST, path, summary, handler);
    }
}
