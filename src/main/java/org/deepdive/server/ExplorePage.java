package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.server.view.ExploreView;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.Place;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.ResultTable;

/**
 * {@code /explore/<study>/<measure>}: one question with its answer. The address is the question's permalink; the same
 * address with {@code .csv}, {@code .png} and so on after the measure is the answer as a file of that format.
 */
final class ExplorePage {

    private final Site site;

    ExplorePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("measure"));
        Query canonical = canonical(site, ctx, wanted.name());
        if (Responses.redirected(ctx, canonical.path(wanted.extension()))) {
            return;
        }
        Cleared<EstimateTable> answer = site.answer(canonical);
        switch (wanted.format()) {
            case "csv" ->
                Responses.csv(ctx, name(canonical), ResultTable.of(answer).csv());
            case "json" ->
                Responses.json(ctx, name(canonical), ResultTable.of(answer).json());
            case "" -> site.page(ctx, "explore.jte", view(answer));
            default -> {
                AnswerExhibit exhibit = AnswerExhibit.of(answer);
                site.exports().send(ctx, wanted, exhibit, answer.value().study(), name(canonical), canonical.path());
            }
        }
    }

    /** The question that the path and the parameters of an address ask, in canonical form. */
    static Query canonical(Site site, Context ctx, String measure) {
        Query query = query(ctx, measure);
        return new QueryCheck(site.workspace().study(query.study())).check(query);
    }

    /** The figure that a frame shows; empty where the request was led to its canonical address. */
    Optional<EmbedPage.Embedded> embedded(Context ctx) {
        Query canonical = canonical(site, ctx, ctx.pathParam("measure"));
        return Responses.redirected(ctx, EmbedPage.FOLDER + canonical.path())
                ? Optional.empty()
                : Optional.of(new EmbedPage.Embedded(AnswerExhibit.of(site.answer(canonical)), canonical.path()));
    }

    private static Query query(Context ctx, String measure) {
        Map<String, String> parts = Parameters.parts(ctx, "by", "where", "waves", "dontknow", "interval");
        parts.put("study", ctx.pathParam("study"));
        parts.put("measure", measure.replace('+', '/').replace(' ', '/'));
        return Query.parse(parts);
    }

    private static String name(Query query) {
        return query.text().replace("study=", "").replaceAll("&[a-z]+=", "-");
    }

    private ExploreView view(Cleared<EstimateTable> answer) {
        EstimateTable table = answer.value();
        Query query = table.query();
        AnswerExhibit exhibit = AnswerExhibit.of(answer);
        FigureView figure =
                site.exports().menu(FigureView.of("plot", exhibit), exhibit, table.study(), query::path, query.path());
        return new ExploreView(
                site.frame(
                                figure.title(),
                                Previews.description(
                                        exhibit.labels(), exhibit.plot().inWords()),
                                Place.HOME,
                                query.path(),
                                Set.of(table.label()))
                        .withPicture(Previews.FOLDER + query.path(".png")),
                table.study(),
                table.measure(),
                query,
                figure,
                new ExploreForm(table.study()).view(query),
                site.address() + query.path(),
                asked(table.study(), table.measure()),
                StudyPage.question(table.study(), table.measure()));
    }

    private static Optional<Variable> asked(Study study, Measure measure) {
        return measure instanceof Measure.OfRespondents of && study.codebook().has(of.variable())
                ? Optional.of(study.codebook().variable(of.variable()))
                : Optional.empty();
    }

    /** {@code /explore/<study>}: where the form goes, which knows no canonical addresses; without a form, the study. */
    void redirect(Context ctx) {
        Study study = site.workspace().study(ctx.pathParam("study"));
        if (ctx.queryParamMap().isEmpty()) {
            ctx.redirect("/studies/" + study.slug(), HttpStatus.FOUND);
            return;
        }
        Query query = new ExploreForm(study).query(ctx.queryParamMap());
        ctx.redirect(new QueryCheck(study).check(query).path(), HttpStatus.SEE_OTHER);
    }
}
