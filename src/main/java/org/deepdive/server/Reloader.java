package org.deepdive.server;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.deepdive.analysis.Workspace;
import org.deepdive.study.InputException;
import org.deepdive.study.InvalidDataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a new site in the place of one whose data files have changed. The new one is made whole in the background, with all
 * respondents read, and held against the files once more; only then is it served. A change that cannot be read leaves the
 * old site where it is.
 *
 * <p>A file that is still being written is left alone: a change is acted on when two looks, one interval apart, agree.
 */
final class Reloader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);
    private static final String REFUSED = "A changed data file was refused; what was there before is served.";

    private final LiveSite live;
    private final Function<Workspace, Site> maker;
    private final ServerMetrics metrics;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "data-watch"));
    private Workspace workspace;
    private DataWatch served;
    private DataWatch last;
    private volatile String problem = "";

    /** @param maker makes the site of a workspace */
    Reloader(LiveSite live, Function<Workspace, Site> maker, ServerMetrics metrics) {
        this.live = live;
        this.maker = maker;
        this.metrics = metrics;
        this.workspace = live.current().site().workspace();
        this.served = DataWatch.first(workspace.sources());
        this.last = served;
    }

    /** Looks at the files again and again. */
    void start(Duration interval) {
        clock.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why the latest change is not served; absent where the files are what is served. Nothing of a respondent is in it. */
    Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    /** Looks at the files once. */
    synchronized void look() {
        try {
            DataWatch now = last.look(workspace.sources());
            boolean settled = now.sameContent(last);
            boolean tried = !problem.isEmpty();
            last = now;
            if (now.sameContent(served)) {
                problem = "";
            } else if (!settled) {
                // Still being written, or new: the next look decides, and what was refused before is no news of it.
                problem = "";
            } else if (!tried) {
                reload(now);
            }
        } catch (UncheckedIOException e) {
            LOG.warn("The data files cannot be looked at: {}", e.getCause().toString());
        } catch (RuntimeException e) {
            LOG.error("The data files cannot be watched", e);
        }
    }

    private void reload(DataWatch now) {
        try {
            Workspace next = workspace.reopened();
            DataWatch before = now.look(next.sources());
            Site site = maker.apply(next);
            Set<String> refused = site.load();
            refused.removeAll(live.current().site().refused());
            if (!refused.isEmpty()) {
                refuse("the respondents of " + String.join(", ", refused) + "; see above");
                return;
            }
            site.prepare().join();
            if (!before.look(next.sources()).sameContent(before)) {
                return;
            }
            live.replace(site);
            workspace = next;
            served = before;
            last = before;
            metrics.reloaded(true);
            LOG.info("Changed data were loaded");
        } catch (InputException | InvalidDataException e) {
            refuse(DataRefusedException.withoutValues(e));
        }
    }

    private void refuse(String why) {
        problem = REFUSED;
        metrics.reloaded(false);
        LOG.error("{} {}", REFUSED, why);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
