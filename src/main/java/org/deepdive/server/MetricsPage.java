package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** {@code /metrics}: the counts of the server, for those who may read them; for others there is no such page. */
final class MetricsPage {

    /** A request with one of these came through a proxy, which may be on this machine while the reader is not. */
    private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "Via");

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final ServerMetrics metrics;
    private final Operation.Access access;

    MetricsPage(ServerMetrics metrics, Operation.Access access) {
        this.metrics = metrics;
        this.access = access;
    }

    void show(Context ctx) {
        if (access == Operation.Access.OFF || access == Operation.Access.LOOPBACK && !isLocal(ctx)) {
            throw new NotFoundResponse();
        }
        ctx.contentType(ServerMetrics.contentType()).result(metrics.text());
    }

    /** The name asked for must be this machine's too, so that no foreign page that leads its own name here can read them. */
    private static boolean isLocal(Context ctx) {
        String host = ctx.host() == null ? "" : ctx.host().toLowerCase(Locale.ROOT);
        return isLoopback(ctx.req().getRemoteAddr())
                && HANDED_ON.stream().allMatch(header -> ctx.header(header) == null)
                && THIS_MACHINE.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
