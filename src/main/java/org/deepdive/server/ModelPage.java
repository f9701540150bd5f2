package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelCheck;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.server.share.Asked;
import org.deepdive.server.view.ComputedView;
import org.deepdive.server.view.ComputedView.Link;
import org.deepdive.server.view.ComputedView.Row;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.FigureView.Download;
import org.deepdive.server.view.Place;
import org.deepdive.study.Study;

/**
 * {@code /model/<study>/<measure>?terms=...}: groups before and after adjustment. The parameters are those of the canonical
 * text of a {@link ModelQuery}; the address with {@code .csv}, {@code .png} and so on after the measure is the model as a
 * file of that format.
 */
final class ModelPage {

    private final Site site;

    ModelPage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("measure"));
        ModelQuery canonical = canonical(site, ctx, wanted.name());
        if (Responses.redirected(ctx, canonical.path(wanted.extension()))) {
            return;
        }
        ModelExhibit exhibit = site.model(canonical);
        String name = "model-" + canonical.text().replace("study=", "").replaceAll("&[a-z]+=", "-");
        switch (wanted.format()) {
            case "csv" -> Responses.csv(ctx, name, exhibit.csv());
            case "json" -> Responses.json(ctx, name, exhibit.table().json());
            case "" -> site.page(ctx, "computed.jte", view(exhibit));
            default -> site.exports().send(ctx, wanted, exhibit, exhibit.model().study(), name, canonical.path());
        }
    }

    /** The model that the path and the parameters of an address ask for, in canonical form and of a size to fit at once. */
    static ModelQuery canonical(Site site, Context ctx, String measure) {
        ModelQuery query = query(ctx, measure);
        Study study = site.workspace().study(query.outcome().study());
        ModelQuery canonical = new ModelCheck(study).check(query);
        Asked.requireFew(study, canonical);
        return canonical;
    }

    /** The figure that a frame shows; empty where the request was led to its canonical address. */
    Optional<EmbedPage.Embedded> embedded(Context ctx) {
        ModelQuery canonical = canonical(site, ctx, ctx.pathParam("measure"));
        if (Responses.redirected(ctx, EmbedPage.FOLDER + canonical.path())) {
            return Optional.empty();
        }
        return Optional.of(new EmbedPage.Embedded(site.model(canonical), canonical.path()));
    }

    private static ModelQuery query(Context ctx, String measure) {
        Map<String, String> parts = Parameters.parts(
                ctx, "terms", "where", "waves", "dontknow", "kind", "reference", "nonanswers", "interval");
        parts.put("study", ctx.pathParam("study"));
        parts.put("measure", measure.replace('+', '/').replace(' ', '/'));
        return ModelQuery.parse(parts);
    }

    private ComputedView view(ModelExhibit exhibit) {
        Model model = exhibit.model();
        ModelQuery query = model.query();
        FigureView figure = FigureView.of(
                "plot",
                exhibit,
                List.of(
                        new Download("CSV", query.path(".csv"), true),
                        new Download("JSON", query.path(".json"), false),
                        new Download("SVG", query.path(".svg"), false)));
        Query unadjusted =
                query.outcome().by(List.of(query.terms().get(0).factors().get(0).variable()));
        figure = site.exports()
                .menu(figure.live(query.path(FigureView.SPEC)), exhibit, model.study(), query::path, query.path());
        return new ComputedView(
                site.frame(
                                figure.title(),
                                Previews.description(exhibit.labels(), model.sentence()),
                                Place.HOME,
                                query.path(),
                                exhibit.labels())
                        .withPicture(Previews.FOLDER + query.path(".png")),
                model.study(),
                "Model",
                figure,
                site.address() + query.path(),
                "The finding",
                List.of(new Row(
                        "", model.sentence(), List.of(new Link("The groups without a model", unadjusted.path())))),
                "");
    }
}
