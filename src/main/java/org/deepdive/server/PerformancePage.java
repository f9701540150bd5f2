package org.deepdive.server;

import io.javalin.http.Context;
import java.util.Set;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.server.view.PerformanceView;
import org.deepdive.server.view.Place;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;

/** {@code /deepdives/performance}: what was printed of a plan's progress. */
final class PerformancePage {

    static final String PATH = "/deepdives/performance";

    private final Site site;
    private PerformanceReport report;

    PerformancePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Parameters.only(ctx);
        PerformanceReport shown = report();
        site.page(
                ctx,
                "performance.jte",
                new PerformanceView(
                        site.frame(
                                PerformanceReport.TITLE,
                                shown.standfirst(),
                                Place.HOME,
                                PATH,
                                Set.of(DataLabel.PUBLISHED)),
                        shown));
    }

    /** The deep-dive, read once. */
    synchronized PerformanceReport report() {
        if (report == null) {
            try {
                report = PerformanceReport.of(site.workspace());
            } catch (InputException e) {
                throw new DataRefusedException(PerformanceReport.TITLE, e);
            }
        }
        return report;
    }
}
