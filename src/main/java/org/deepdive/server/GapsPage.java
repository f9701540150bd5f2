package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.deepdive.analysis.GapScreen;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.server.view.GapsView;
import org.deepdive.server.view.Place;

/**
 * {@code /explore/<study>/<measure>/gaps}: every breakdown of the study screened for the measure, within the question's
 * filters and waves; with {@code .csv} or {@code .json} after it as data.
 */
final class GapsPage {

    private final Site site;

    GapsPage(Site site) {
        this.site = site;
    }

    /** Answers with the page or, where there is an extension such as {@code .csv}, with the file. */
    void answer(Context ctx, String extension) {
        Query query = TestsPage.tested(AskedQuery.of(site, ctx, AskedQuery.parts(ctx)));
        new QueryCheck(site.workspace().study(query.study())).requireTest(query);
        Query plain = query.by(List.of());
        if (Responses.redirected(ctx, plain.path("/gaps" + extension))) {
            return;
        }
        GapScreen screen = site.screen(plain);
        String name = ExplorePage.name(plain) + "-gaps";
        switch (extension) {
            case ".csv" -> Responses.csv(ctx, name, screen.table().csv());
            case ".json" -> Responses.json(ctx, name, screen.table().json());
            default -> site.page(ctx, "gaps.jte", view(screen));
        }
    }

    private GapsView view(GapScreen screen) {
        ScreenTable table = screen.cleared().value();
        Query query = table.query();
        String title = table.measure().label() + ": where the significant gaps are";
        return new GapsView(
                site.frame(title, screen.summary(), Place.EXPLORE, query.path("/gaps"), Set.of(table.label())),
                table.study(),
                table.measure(),
                title,
                screen.table().population(),
                screen.summary(),
                screen.findings(),
                screen.withheld(),
                screen.table().html(),
                query.path(),
                query.path("/gaps.csv"),
                query.path("/gaps.json"));
    }
}
