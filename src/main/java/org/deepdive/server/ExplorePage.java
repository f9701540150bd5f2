package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.plot.Chart;
import org.deepdive.plot.Plot;
import org.deepdive.server.view.ExploreView;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.Place;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.ResultTable;

/**
 * {@code /explore/<study>/<measure>}: one question with its answer. The address is the question's permalink; the same
 * address with {@code .csv}, {@code .png} and so on after the measure is the answer as a file of that format. Where the chart
 * is another than the result chooses by itself, the address says so with {@code chart=}.
 */
final class ExplorePage {

    private static final String CHART = "chart";

    private final Site site;
    private final ExploreControls controls;

    ExplorePage(Site site) {
        this.site = site;
        this.controls = new ExploreControls(site::part);
    }

    void show(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("measure"));
        Map<String, String> parts = AskedQuery.parts(ctx, CHART);
        Optional<Chart> chart = chart(parts);
        Query canonical = AskedQuery.of(site, ctx.pathParam("study"), wanted.name(), parts);
        boolean isData = wanted.format().equals("csv") || wanted.format().equals("json");
        if ((isData || chart.isEmpty()) && Responses.redirected(ctx, canonical.path(wanted.extension()))) {
            return;
        }
        Cleared<EstimateTable> answer = site.answer(canonical);
        if (isData) {
            data(ctx, wanted, answer);
            return;
        }
        AnswerExhibit exhibit = drawn(answer, chart);
        if (chart.isPresent() && Responses.redirected(ctx, exhibit.path(wanted.extension()))) {
            return;
        }
        if (wanted.format().isEmpty()) {
            site.page(ctx, "explore.jte", view(exhibit));
        } else {
            Study study = answer.value().study();
            site.exports().send(ctx, wanted, exhibit, study, name(canonical), exhibit.path(""));
        }
    }

    private static Optional<Chart> chart(Map<String, String> parts) {
        return Optional.ofNullable(parts.remove(CHART)).map(Chart::read);
    }

    private static void data(Context ctx, Wanted wanted, Cleared<EstimateTable> answer) {
        ResultTable table = ResultTable.of(answer);
        String name = name(answer.value().query());
        if (wanted.format().equals("csv")) {
            Responses.csv(ctx, name, table.csv());
        } else {
            Responses.json(ctx, name, table.json());
        }
    }

    /** The answer to the question of an address, drawn as the address says. */
    static AnswerExhibit exhibit(Site site, Context ctx, String measure) {
        Map<String, String> parts = AskedQuery.parts(ctx, CHART);
        Optional<Chart> chart = chart(parts);
        return drawn(site.answer(AskedQuery.of(site, ctx.pathParam("study"), measure, parts)), chart);
    }

    /** The figure that a frame shows; empty where the request was led to its canonical address. */
    Optional<EmbedPage.Embedded> embedded(Context ctx) {
        Map<String, String> parts = AskedQuery.parts(ctx, CHART);
        Optional<Chart> chart = chart(parts);
        Query canonical = AskedQuery.of(site, ctx, parts);
        if (chart.isEmpty() && Responses.redirected(ctx, EmbedPage.FOLDER + canonical.path())) {
            return Optional.empty();
        }
        AnswerExhibit exhibit = drawn(site.answer(canonical), chart);
        return Responses.redirected(ctx, EmbedPage.FOLDER + exhibit.path(""))
                ? Optional.empty()
                : Optional.of(new EmbedPage.Embedded(exhibit, exhibit.path("")));
    }

    private static AnswerExhibit drawn(Cleared<EstimateTable> answer, Optional<Chart> chart) {
        Plot usual = Plot.of(answer);
        return new AnswerExhibit(chart.map(usual::withKind).orElse(usual));
    }

    static String name(Query query) {
        return query.text().replace("study=", "").replaceAll("&[a-z]+=", "-");
    }

    private ExploreView view(AnswerExhibit exhibit) {
        EstimateTable table = exhibit.cleared().value();
        Query query = table.query();
        FigureView figure = site.exports()
                .menu(
                        FigureView.of("plot", exhibit),
                        exhibit,
                        table.study(),
                        file -> file.equals(".csv") || file.equals(".json") ? query.path(file) : exhibit.path(file),
                        exhibit.path(""));
        return new ExploreView(
                site.frame(
                                figure.title(),
                                Previews.description(
                                        exhibit.labels(), exhibit.plot().inWords()),
                                Place.EXPLORE,
                                exhibit.path(""),
                                Set.of(table.label()))
                        .withPicture(Previews.FOLDER + exhibit.path(".png")),
                table.study(),
                table.measure(),
                query,
                figure,
                new ExploreForm(table.study()).view(controls, site.studies(), exhibit.plot()),
                site.address() + exhibit.path(""),
                asked(table.study(), table.measure()),
                StudyPage.question(table.study(), table.measure()),
                new ExploreTests(table).view());
    }

    private static Optional<Variable> asked(Study study, Measure measure) {
        return measure instanceof Measure.OfRespondents of && study.codebook().has(of.variable())
                ? Optional.of(study.codebook().variable(of.variable()))
                : Optional.empty();
    }

    /** {@code /explore}: the first question of the study given as {@code study=}, or of the first study. */
    void start(Context ctx) {
        Parameters.only(ctx, "study");
        String slug = ctx.queryParam("study");
        first(
                ctx,
                slug == null || slug.isEmpty()
                        ? AskedQuery.firstStudy(site)
                        : site.workspace().study(slug));
    }

    private static void first(Context ctx, Study study) {
        Measure measure =
                ExploreForm.measures(study).findFirst().orElse(study.measures().get(0));
        ctx.redirect(Query.of(study.slug(), measure.name()).path(), HttpStatus.SEE_OTHER);
    }

    /** {@code /explore/<study>}: where the form goes, which knows no canonical addresses; without a form, the study. */
    void redirect(Context ctx) {
        Study study = site.workspace().study(ctx.pathParam("study"));
        Map<String, List<String>> fields = ctx.queryParamMap();
        if (fields.isEmpty()) {
            ctx.redirect("/studies/" + study.slug(), HttpStatus.FOUND);
            return;
        }
        ExploreForm form = new ExploreForm(study);
        Query query = form.query(fields);
        Optional<String> other = form.otherStudy(fields);
        if (other.isPresent()) {
            first(ctx, site.workspace().study(other.get()));
            return;
        }
        ctx.redirect(path(new QueryCheck(study).check(query), form.chart(fields)), HttpStatus.SEE_OTHER);
    }

    /** The chart that suited the question before is left out where the question asked now cannot be drawn so. */
    private String path(Query query, Optional<Chart> chart) {
        if (chart.isEmpty()) {
            return query.path();
        }
        List<Chart> kinds = Plot.of(site.answer(query)).kinds();
        boolean unusual = kinds.indexOf(chart.get()) > 0;
        return unusual ? AnswerExhibit.path(query, "", chart.get()) : query.path();
    }
}
