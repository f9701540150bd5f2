package org.deepdive.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepdive.analysis.AnswerExhibit;
import org.deepdive.analysis.Doors;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.plot.SavedChart;
import org.deepdive.plot.StandaloneFigure;
import org.deepdive.server.export.ExportFormat;
import org.deepdive.server.share.Frozen;
import org.deepdive.server.share.Links;
import org.deepdive.server.share.SavedLink;
import org.deepdive.server.view.ExploreView.Choice;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.FigureView.Download;
import org.deepdive.server.view.LinkView;
import org.deepdive.server.view.LinkView.Fact;
import org.deepdive.server.view.Place;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;

/**
 * {@code /p/<id>}: a saved link. Its numbers are those of the day it was saved, and it says what has become of them; with
 * {@code .csv}, {@code .json}, {@code .svg} or {@code .png} after the id it is the frozen data or picture.
 */
final class LinkPage {

    private static final List<ExportFormat> FORMATS =
            List.of(ExportFormat.CSV, ExportFormat.JSON, ExportFormat.SVG, ExportFormat.PNG);

    private final Site site;

    LinkPage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("id"));
        ctx.header("X-Robots-Tag", "noindex");
        if (!wanted.format().isEmpty()) {
            Parameters.only(ctx);
            file(ctx, wanted, site.links().held(wanted.name()));
            return;
        }
        Links.Opened opened = site.links().open(wanted.name(), site.present());
        Optional<Query> locked = locked(opened);
        if (locked.isEmpty()) {
            Parameters.only(ctx);
        } else {
            Parameters.only(ctx, "by1", "by2");
        }
        Optional<Query> asked = locked.flatMap(query -> asked(ctx, query));
        if (asked.isEmpty() && ctx.queryString() != null) {
            ctx.redirect("/p/" + opened.link().id(), HttpStatus.FOUND);
            return;
        }
        site.page(ctx, "link.jte", view(opened, locked, asked));
    }

    private void file(Context ctx, Wanted wanted, Links.Held held) {
        Frozen frozen = held.frozen();
        wanted.require(formats(frozen).stream().map(ExportFormat::extension).toList());
        String name = "link-" + held.link().id();
        switch (wanted.format()) {
            case "csv" -> Responses.csv(ctx, name, frozen.csv());
            case "json" -> Responses.json(ctx, name, frozen.json());
            case "svg" -> Responses.svg(ctx, name, picture(held).svg());
            default ->
                Responses.file(
                        ctx,
                        name + ".png",
                        ExportFormat.PNG.contentType(),
                        picture(held).png());
        }
    }

    /** The frozen picture for re-use, which says whose title it has, when it was saved and where. */
    private StandaloneFigure picture(Links.Held held) {
        SavedLink link = held.link();
        Frozen frozen = held.frozen();
        List<String> caption = new ArrayList<>();
        caption.add("As saved on " + LinkWords.day(link.created()) + ": " + site.address() + "/p/" + link.id());
        caption.addAll(frozen.caption());
        return new SavedChart(
                        link.terms().title(),
                        frozen.title() + ". " + frozen.subtitle(),
                        frozen.alt(),
                        link.labels(),
                        caption,
                        frozen.wide())
                .standalone();
    }

    /** The query of a locked link, as far as today's study still has it: its filters stay, its breakdowns may change. */
    private Optional<Query> locked(Links.Opened opened) {
        SavedLink link = opened.link();
        if (!link.terms().locked() || !link.path().startsWith("/explore/")) {
            return Optional.empty();
        }
        try {
            Query query = Query.parse(opened.frozen().query());
            Study study = site.workspace().study(query.study());
            return study.design().isPresent() ? Optional.of(new QueryCheck(study).check(query)) : Optional.empty();
        } catch (InputException e) {
            // The status of the link says why its question can no longer be asked.
            return Optional.empty();
        }
    }

    /** The same question with the breakdowns that the address names; absent where they are those of the link. */
    private Optional<Query> asked(Context ctx, Query query) {
        if (ctx.queryParam("by1") == null && ctx.queryParam("by2") == null) {
            return Optional.empty();
        }
        List<String> by = Stream.of("by1", "by2")
                .map(ctx::queryParam)
                .filter(name -> name != null && !name.isEmpty())
                .distinct()
                .toList();
        Query other = new QueryCheck(site.workspace().study(query.study())).check(query.by(by));
        return other.equals(query) ? Optional.empty() : Optional.of(other);
    }

    private LinkView view(Links.Opened opened, Optional<Query> locked, Optional<Query> asked) {
        SavedLink link = opened.link();
        String path = "/p/" + link.id();
        boolean isLocked = link.terms().locked();
        return new LinkView(
                site.frame(
                                link.terms().title(),
                                Previews.description(
                                        link.labels(),
                                        opened.frozen().title() + ". "
                                                + opened.frozen().subtitle()),
                                Place.NONE,
                                path,
                                link.labels())
                        .withPicture(Previews.FOLDER + path + ".png"),
                link.terms().title(),
                link.terms().note().lines().filter(line -> !line.isBlank()).toList(),
                site.address() + path,
                plot(opened.frozen()),
                LinkStatusWords.view(opened.status(), opened.frozen().shares()),
                facts(link),
                downloads(path, opened.frozen()),
                isLocked ? Optional.empty() : Optional.of(link.path()),
                isLocked ? lockedWords(locked) : List.of(),
                locked.map(query -> breakdowns(asked.orElse(query))).orElse(List.of()),
                asked.map(this::live),
                site.exports().link(link, figure(link, opened.frozen())));
    }

    /** The frozen plot for a frame, under the link's own title. */
    EmbedPage.Embedded embedded(Context ctx) {
        Parameters.only(ctx);
        ctx.header("X-Robots-Tag", "noindex");
        Links.Held held = site.links().held(ctx.pathParam("id"));
        String path = "/p/" + held.link().id();
        return new EmbedPage.Embedded(
                figure(held.link(), held.frozen()), held.link().labels(), path);
    }

    private static FigureView figure(SavedLink link, Frozen frozen) {
        return new FigureView(
                "plot",
                link.terms().title(),
                frozen.title() + ". " + frozen.subtitle(),
                Optional.of(new FigureView.PictureView(frozen.wide(), frozen.narrow(), Optional.empty())),
                frozen.caption(),
                frozen.table(),
                new Doors(Optional.of("/p/" + link.id()), frozen.query(), frozen.cli(), frozen.java()),
                List.of(),
                Optional.empty());
    }

    private static LinkView.PlotView plot(Frozen frozen) {
        return new LinkView.PlotView(
                frozen.title(),
                frozen.subtitle(),
                frozen.wide(),
                frozen.narrow(),
                frozen.caption(),
                frozen.table(),
                frozen.query(),
                frozen.cli(),
                frozen.java());
    }

    private static List<Fact> facts(SavedLink link) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Saved", LinkWords.time(link.created()), false));
        link.edited().ifPresent(time -> facts.add(new Fact("Title, note or end edited", LinkWords.time(time), false)));
        facts.add(
                new Fact("Expires", link.terms().expires().map(LinkWords::time).orElse("Never"), false));
        facts.add(new Fact(
                "Data",
                String.join(
                        "; ",
                        link.labels().stream()
                                .sorted()
                                .map(label -> label.title() + ": " + label.explanation())
                                .toList()),
                false));
        facts.add(new Fact("Hash of the data", link.fingerprint().data(), true));
        facts.add(new Fact("Hash of the disclosure rules", link.fingerprint().rules(), true));
        facts.add(new Fact("Hash of the program", link.fingerprint().code(), true));
        return facts;
    }

    private static List<Download> downloads(String path, Frozen frozen) {
        return formats(frozen).stream()
                .map(format -> new Download(format.title(), path + "." + format.extension(), format.isSaved()))
                .toList();
    }

    /** The files that a frozen plot has. */
    private static List<ExportFormat> formats(Frozen frozen) {
        return FORMATS.stream()
                .filter(format -> format != ExportFormat.JSON || !frozen.json().isEmpty())
                .toList();
    }

    private List<String> lockedWords(Optional<Query> locked) {
        if (locked.isEmpty()) {
            return List.of("the whole question");
        }
        Study study = site.workspace().study(locked.get().study());
        List<String> words = new ArrayList<>(
                List.of("the measure (" + study.measure(locked.get().measure()).label() + ")"));
        locked.get()
                .where()
                .forEach((variable, codes) ->
                        words.add(study.codebook().variable(variable).label() + " ("
                                + String.join(
                                        " or ",
                                        codes.stream()
                                                .map(code -> study.codebook()
                                                        .variable(variable)
                                                        .category(code)
                                                        .label())
                                                .toList())
                                + ")"));
        locked.get().waves().ifPresent(range -> words.add("the waves (" + WaveWords.of(study, range) + ")"));
        return words;
    }

    private List<List<Choice>> breakdowns(Query query) {
        return new ExploreForm(site.workspace().study(query.study())).breakdowns(query);
    }

    private FigureView live(Query query) {
        AnswerExhibit exhibit = AnswerExhibit.of(site.answer(query));
        return FigureView.of("live", exhibit, List.of()).live(exhibit.path(FigureView.SPEC));
    }
}
