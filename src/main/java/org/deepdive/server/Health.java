package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Says how the server is: to people, and to what starts, stops and asks servers. No value of a respondent is in it. */
final class Health {

    private final LiveSite live;
    private final Reloader reloader;
    private final ServerMetrics metrics;

    Health(LiveSite live, Reloader reloader, ServerMetrics metrics) {
        this.live = live;
        this.reloader = reloader;
        this.metrics = metrics;
    }

    /** All there is to say; degraded where some studies' files, or a change, were refused: every other page can be asked. */
    void show(Context ctx) {
        LiveSite.State state = live.current();
        Set<String> refused = new TreeSet<>(state.site().refused());
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", isDegraded() ? "degraded" : "ok");
        health.put("version", Site.version());
        health.put("ready", state.site().isPrepared());
        health.put("data", Map.of("served_since", state.since().toString(), "reloads", metrics.loaded()));
        if (!refused.isEmpty()) {
            health.put("refused", List.copyOf(refused));
        }
        reloader.problem().ifPresent(problem -> health.put("change", problem));
        ctx.json(health);
    }

    /** Whether something was refused that should be served. */
    boolean isDegraded() {
        return !live.current().site().refused().isEmpty() || reloader.problem().isPresent();
    }

    /** The process answers: no reason to start it anew. */
    void live(Context ctx) {
        ctx.json(Map.of("status", "ok"));
    }

    /** Pages answer at once: what is slow has been made. Until then, and while the server stops, 503. */
    void ready(Context ctx) {
        Errors.leave(ctx);
        boolean ready = live.current().site().isPrepared();
        ctx.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(Map.of("status", ready ? "ready" : "preparing"));
    }
}
