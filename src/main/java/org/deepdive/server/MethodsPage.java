package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import org.deepdive.server.view.MethodsView;
import org.deepdive.server.view.MethodsView.Software;
import org.deepdive.server.view.Place;

/** {@code /methods}: how estimates, intervals, tests and suppression work. */
final class MethodsPage {

    private final Site site;

    MethodsPage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Parameters.only(ctx);
        site.page(
                ctx,
                "methods.jte",
                new MethodsView(
                        site.frame(
                                "Methods",
                                "How estimates, intervals, tests, marks and disclosure control work.",
                                Place.METHODS,
                                "/methods"),
                        site.workspace().rules(),
                        software()));
    }

    private static List<Software> software() {
        return List.of(
                new Software("Deepdive", Site.version(), "Estimates, tests, disclosure control, plots and pages"),
                new Software("Java", Runtime.version().toString(), "Runs it"),
                new Software("plotly.js", Assets.PLOTLY_VERSION, "Interactive plots, served from this address"));
    }
}
