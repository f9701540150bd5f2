package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.Section;
import org.deepdive.published.Publication;
import org.deepdive.server.export.DeepDiveExport;
import org.deepdive.server.export.FigureExport;
import org.deepdive.server.view.DeepDiveView;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.Place;
import org.deepdive.study.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /deepdives/<slug>}: a deep-dive as a statistical bulletin, made once and kept. */
final class DeepDivePage {

    private static final Logger LOG = LoggerFactory.getLogger(DeepDivePage.class);

    private final Site site;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    DeepDivePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Wanted wanted = Wanted.of(ctx.pathParam("slug"));
        if (wanted.format().isEmpty()) {
            Responses.page(ctx, page(wanted.name()));
        } else {
            DeepDive deepDive = deepDive(wanted.name());
            site.exports().send(ctx, wanted, deepDive, path(deepDive));
        }
    }

    /**
     * Makes all pages, for those who ask later; one that cannot be made says so again when it is asked for.
     *
     * @param wanted whether anybody will ask still
     */
    void prepare(BooleanSupplier wanted) {
        for (String slug : DeepDives.slugs()) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            try {
                page(slug);
            } catch (InputException e) {
                LOG.warn(
                        "The page of the deep-dive {} cannot be made from the data there are: {}",
                        slug,
                        e.getMessage());
            }
        }
    }

    /** A deep-dive, computed once. */
    DeepDive deepDive(String slug) {
        DeepDives.title(slug);
        site.ledger();
        return site.workspace().deepDive(slug);
    }

    private String page(String slug) {
        DeepDive deepDive = deepDive(slug);
        return pages.computeIfAbsent(slug, s -> site.render("deepdive.jte", view(deepDive)));
    }

    private DeepDiveView view(DeepDive deepDive) {
        return new DeepDiveView(
                site.frame(
                                deepDive.title(),
                                Previews.description(deepDive.labels(), finding(deepDive)),
                                Place.HOME,
                                path(deepDive),
                                deepDive.labels())
                        .withPicture(Previews.FOLDER + path(deepDive) + ".png"),
                deepDive,
                deepDive.sections().stream()
                        .map(section -> section(deepDive, section))
                        .toList(),
                sources(deepDive),
                site.exports().files(deepDive, path(deepDive)));
    }

    /** The first finding, which its section tests, and what the deep-dive is about. */
    private static String finding(DeepDive deepDive) {
        return deepDive.sections().get(0).headline() + ". " + deepDive.standfirst();
    }

    private DeepDiveView.SectionView section(DeepDive deepDive, Section section) {
        List<FigureView> figures = new ArrayList<>();
        for (int i = 0; i < section.exhibits().size(); i++) {
            figures.add(figure(
                    deepDive,
                    DeepDiveExport.name(section, i),
                    section.exhibits().get(i)));
        }
        return new DeepDiveView.SectionView(
                section.id(),
                section.headline(),
                section.paragraphs(),
                figures,
                new FigureWords(site.workspace()).quotes(section.figures()));
    }

    private FigureView figure(DeepDive deepDive, String name, Exhibit exhibit) {
        String files = path(deepDive) + "/" + name;
        return site.exports()
                .menu(
                        FigureView.of(name, exhibit, files),
                        exhibit,
                        deepDive.study(),
                        files::concat,
                        path(deepDive) + "#" + name);
    }

    private static String path(DeepDive deepDive) {
        return "/deepdives/" + deepDive.slug();
    }

    /** {@code /deepdives/<slug>/<section>-<number>.csv}, {@code .png} and so on: an exhibit as a file. */
    void file(Context ctx) {
        DeepDive deepDive = deepDive(ctx.pathParam("slug"));
        Wanted wanted = Wanted.of(ctx.pathParam("file"));
        Exhibit exhibit = DeepDiveExport.exhibits(deepDive).get(wanted.name());
        if (exhibit == null || !isFile(wanted, exhibit)) {
            throw InputException.unknown("file", ctx.pathParam("file"), files(deepDive));
        }
        site.exports()
                .send(
                        ctx,
                        wanted,
                        exhibit,
                        deepDive.study(),
                        deepDive.slug() + "-" + wanted.name(),
                        path(deepDive) + "#" + wanted.name());
    }

    private static boolean isFile(Wanted wanted, Exhibit exhibit) {
        return wanted.isPlotly()
                ? exhibit.drawing().isPresent()
                : files(wanted.name(), exhibit).contains(wanted.name() + wanted.extension());
    }

    private static List<String> files(DeepDive deepDive) {
        return DeepDiveExport.exhibits(deepDive).entrySet().stream()
                .flatMap(entry -> files(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static List<String> files(String name, Exhibit exhibit) {
        return FigureExport.formats(exhibit).stream()
                .map(format -> name + "." + format.extension())
                .toList();
    }

    private List<Publication> sources(DeepDive deepDive) {
        List<String> ids = deepDive.sections().stream()
                .flatMap(section -> section.figures().stream())
                .map(reproduction -> reproduction.figure().publication())
                .distinct()
                .toList();
        return site.workspace().published().publications().stream()
                .filter(publication -> ids.contains(publication.id()))
                .toList();
    }
}
