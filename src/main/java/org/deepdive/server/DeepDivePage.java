package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.Section;
import org.deepdive.published.Publication;
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
    private final Map<String, DeepDive> deepDives = new ConcurrentHashMap<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    DeepDivePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Responses.page(ctx, page(ctx.pathParam("slug")));
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
                LOG.warn("The page of the deep-dive {} cannot be made from the data there are", slug, e);
            }
        }
    }

    /** A deep-dive, computed once. */
    DeepDive deepDive(String slug) {
        DeepDives.title(slug);
        site.ledger();
        return deepDives.computeIfAbsent(slug, s -> DeepDives.open(site.workspace(), s));
    }

    /** The deep-dives that are computed already, in the order of their list. */
    List<DeepDive> computed() {
        return DeepDives.slugs().stream()
                .map(deepDives::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private String page(String slug) {
        DeepDive deepDive = deepDive(slug);
        return pages.computeIfAbsent(slug, s -> site.render("deepdive.jte", view(deepDive)));
    }

    private DeepDiveView view(DeepDive deepDive) {
        return new DeepDiveView(
                site.frame(deepDive.title(), deepDive.standfirst(), Place.HOME, path(deepDive), deepDive.labels()),
                deepDive,
                deepDive.sections().stream()
                        .map(section -> section(deepDive, section))
                        .toList(),
                sources(deepDive));
    }

    private DeepDiveView.SectionView section(DeepDive deepDive, Section section) {
        List<FigureView> figures = new ArrayList<>();
        for (int i = 0; i < section.exhibits().size(); i++) {
            String name = section.id() + "-" + (i + 1);
            figures.add(FigureView.of(name, section.exhibits().get(i), path(deepDive) + "/" + name));
        }
        return new DeepDiveView.SectionView(
                section.id(),
                section.headline(),
                section.paragraphs(),
                figures,
                new FigureWords(site.workspace()).quotes(section.figures()));
    }

    private static String path(DeepDive deepDive) {
        return "/deepdives/" + deepDive.slug();
    }

    /** {@code /deepdives/<slug>/<section>-<number>.csv}, or {@code .svg}: the numbers or the picture of an exhibit. */
    void file(Context ctx) {
        DeepDive deepDive = deepDive(ctx.pathParam("slug"));
        String name = ctx.pathParam("file");
        Map<String, Exhibit> files = files(deepDive);
        Exhibit exhibit = files.get(name);
        if (exhibit == null) {
            throw InputException.unknown("file", name, List.copyOf(files.keySet()));
        }
        String saved = deepDive.slug() + "-" + name.substring(0, name.lastIndexOf('.'));
        if (name.endsWith(".csv")) {
            Responses.csv(ctx, saved, exhibit.csv());
        } else {
            Responses.svg(ctx, saved, exhibit.drawing().orElseThrow().svg());
        }
    }

    private static Map<String, Exhibit> files(DeepDive deepDive) {
        Map<String, Exhibit> files = new LinkedHashMap<>();
        for (Section section : deepDive.sections()) {
            for (int i = 0; i < section.exhibits().size(); i++) {
                Exhibit exhibit = section.exhibits().get(i);
                String name = section.id() + "-" + (i + 1);
                files.put(name + ".csv", exhibit);
                if (exhibit.drawing().isPresent()) {
                    files.put(name + ".svg", exhibit);
                }
            }
        }
        return files;
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
