package org.deepdive.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Section;
import org.deepdive.published.Publication;
import org.deepdive.server.view.DeepDiveView;
import org.deepdive.server.view.FigureView;
import org.deepdive.server.view.Place;

/** {@code /deepdives/<slug>}: a deep-dive as a statistical bulletin, made once and kept. */
final class DeepDivePage {

    private final Site site;
    private final Map<String, DeepDive> deepDives = new ConcurrentHashMap<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    DeepDivePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Responses.page(ctx, page(ctx.pathParam("slug")));
    }

    /** Makes all pages, for those who ask later. */
    void prepare() {
        DeepDives.slugs().forEach(this::page);
    }

    /** A deep-dive, computed once. */
    DeepDive deepDive(String slug) {
        DeepDives.title(slug);
        site.ledger();
        return deepDives.computeIfAbsent(slug, s -> DeepDives.open(site.workspace(), s));
    }

    private String page(String slug) {
        DeepDive deepDive = deepDive(slug);
        return pages.computeIfAbsent(slug, s -> site.render("deepdive.jte", view(deepDive)));
    }

    private DeepDiveView view(DeepDive deepDive) {
        return new DeepDiveView(
                site.frame(
                        deepDive.title(),
                        deepDive.standfirst(),
                        Place.HOME,
                        "/deepdives/" + deepDive.slug(),
                        deepDive.labels()),
                deepDive,
                deepDive.sections().stream().map(this::section).toList(),
                sources(deepDive));
    }

    private DeepDiveView.SectionView section(Section section) {
        List<FigureView> figures = new ArrayList<>();
        for (int i = 0; i < section.exhibits().size(); i++) {
            figures.add(FigureView.of(
                    section.id() + "-" + (i + 1), section.exhibits().get(i)));
        }
        return new DeepDiveView.SectionView(
                section.id(),
                section.headline(),
                section.paragraphs(),
                figures,
                new FigureWords(site.workspace()).quotes(section.figures()));
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
