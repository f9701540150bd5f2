package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.analysis.Difference;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.plot.GapPlot;
import org.deepdive.server.view.ComputedView;
import org.deepdive.server.view.ComputedView.Link;
import org.deepdive.server.view.ComputedView.Row;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.FigureView.Download;
import org.deepdive.server.view.Place;
import org.deepdive.study.Study;

/**
 * {@code /compare/<study>?row=...}: gaps between two groups, each with its test, from an address that holds all of the
 * question; see {@link GapQuestion#path()}. With {@code .csv}, {@code .png} and so on after the study it is a file of that format.
 */
final class ComparePage {

    private static final String ROWS = "row";
    private static final List<String> WORDS = List.of("title", "of", "first", "second");
    /** What a reader must know of words that come with the address. */
    static final String NAMED = "The title and the names of the groups and rows are those of the link. The numbers"
            + " and tests are computed from the questions of each row.";

    private final Site site;

    ComparePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("study"));
        Study study = site.workspace().study(wanted.name());
        GapQuestion canonical = canonical(ctx, study);
        if (Responses.redirected(ctx, canonical.path(wanted.extension()))) {
            return;
        }
        GapExhibit exhibit = site.gaps(canonical);
        String name = "compare-" + study.slug() + "-" + canonical.title();
        if (wanted.format().isEmpty()) {
            site.page(ctx, "computed.jte", view(study, exhibit));
        } else {
            site.exports().send(ctx, wanted, exhibit, study, name, canonical.path());
        }
    }

    /** What the parameters of an address ask of a study, in canonical form. */
    static GapQuestion canonical(Context ctx, Study study) {
        return question(ctx, study).checked(study);
    }

    /** The figure that a frame shows; empty where the request was led to its canonical address. */
    Optional<EmbedPage.Embedded> embedded(Context ctx) {
        Study study = site.workspace().study(ctx.pathParam("study"));
        GapQuestion canonical = canonical(ctx, study);
        return Responses.redirected(ctx, EmbedPage.FOLDER + canonical.path())
                ? Optional.empty()
                : Optional.of(new EmbedPage.Embedded(site.gaps(canonical), canonical.path()));
    }

    private static GapQuestion question(Context ctx, Study study) {
        Map<String, List<String>> given = ctx.queryParamMap();
        List<String> allowed = new ArrayList<>(WORDS);
        allowed.add(ROWS);
        Parameters.among(given.keySet(), allowed);
        given.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(ROWS))
                .forEach(Parameters::requireOnce);
        return GapQuestion.parse(
                study,
                word(ctx, "title"),
                word(ctx, "of"),
                word(ctx, "first"),
                word(ctx, "second"),
                given.getOrDefault(ROWS, List.of()));
    }

    private static String word(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    private ComputedView view(Study study, GapExhibit exhibit) {
        GapQuestion question = exhibit.question();
        FigureView figure = FigureView.of(
                "plot",
                exhibit,
                List.of(
                        new Download("CSV", question.path(".csv"), true),
                        new Download("SVG", question.path(".svg"), false)));
        figure = site.exports()
                .menu(figure.live(question.path(FigureView.SPEC)), exhibit, study, question::path, question.path());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < question.rows().size(); i++) {
            rows.add(row(study, exhibit, i));
        }
        return new ComputedView(
                site.frame(
                                figure.title(),
                                Previews.description(
                                        exhibit.labels(),
                                        rows.stream().map(Row::sentence).collect(Collectors.joining(" "))),
                                Place.HOME,
                                question.path(),
                                exhibit.labels())
                        .withPicture(Previews.FOLDER + question.path(".png")),
                study,
                "Comparison",
                figure,
                site.address() + question.path(),
                "Each row by itself",
                rows,
                NAMED);
    }

    private Row row(Study study, GapExhibit exhibit, int at) {
        GapQuestion question = exhibit.question();
        GapQuestion.Row asked = question.rows().get(at);
        GapPlot.Gap gap = exhibit.plot().gaps().get(at);
        String test = gap.test()
                .map(found -> new Difference(study, gap.first().value().label(), found.value()).sentence())
                .orElse("The test is withheld [c]: too few answered.");
        List<Link> links = new ArrayList<>();
        if (question.rows().size() > 1) {
            links.add(new Link("This comparison", question.only(at).path()));
        }
        links.add(new Link(question.first(), asked.first().path()));
        links.add(new Link(question.second(), asked.second().path()));
        return new Row(asked.label(), test, links);
    }
}
