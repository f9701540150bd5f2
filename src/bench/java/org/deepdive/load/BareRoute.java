package org.deepdive.load;

import io.javalin.Javalin;
import java.util.Arrays;

/** A Javalin server with one route, which answers as many bytes as it is told: what the pages are held against. */
public final class BareRoute {

    private BareRoute() {}

    /** @param arguments the port, and the bytes of the answer */
    public static void main(String[] arguments) {
        byte[] page = new byte[Integer.parseInt(arguments[1])];
        Arrays.fill(page, (byte) 'a');
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(
                            "/",
                            ctx -> ctx.contentType("text/html; charset=utf-8").result(page));
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
