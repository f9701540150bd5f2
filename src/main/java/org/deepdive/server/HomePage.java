package org.deepdive.server;

import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.EngagementReport;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.server.view.HomeView;
import org.deepdive.server.view.Place;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /}: the deep-dives, the studies, and how far the published figures are reproduced. */
final class HomePage {

    /** What the site is. */
    static final String TITLE = "Survey deep-dives of Greater Manchester";

    private static final Logger LOG = LoggerFactory.getLogger(HomePage.class);

    private final Site site;
    private final Map<String, HomeView.Entry> entries = new ConcurrentHashMap<>();

    private final Function<String, DeepDive> deepDives;

    HomePage(Site site) {
        this(site, site.deepDives()::deepDive);
    }

    /** @param deepDives computes the deep-dive of a slug */
    HomePage(Site site, Function<String, DeepDive> deepDives) {
        this.site = site;
        this.deepDives = deepDives;
    }

    /** Answers at once; what is said before the numbers are there is not kept. */
    Handler handler() {
        Handler whole = site.kept(ctx -> site.page(ctx, "home.jte", view()));
        return ctx -> {
            if (site.isPrepared()) {
                whole.handle(ctx);
            } else {
                site.page(ctx, "home.jte", early());
            }
        };
    }

    /** The whole page, which needs every published figure recomputed. */
    HomeView view() {
        FigureLedger ledger = site.ledger();
        Stream<HomeView.Entry> surveys =
                DeepDives.slugs().stream().map(slug -> entries.computeIfAbsent(slug, this::entry));
        return page(
                Stream.concat(surveys, documents()).toList(),
                studies(study -> Optional.of(site.label(study))),
                Optional.of(new HomeView.Results(
                        Verdicts.counts(ledger::count, ledger.fitted()), Verdicts.severities(site.audit()))));
    }

    /** What can be said before anything is computed, for those who come while the server starts. */
    HomeView early() {
        Stream<HomeView.Entry> surveys = DeepDives.slugs().stream().map(slug -> untold(slug, DeepDives.title(slug)));
        Stream<HomeView.Entry> documents = Stream.of(
                untold(slug(PerformancePage.PATH), PerformanceReport.TITLE),
                untold(slug(EngagementPage.PATH), EngagementReport.TITLE));
        return page(Stream.concat(surveys, documents).toList(), studies(study -> Optional.empty()), Optional.empty());
    }

    private HomeView page(
            List<HomeView.Entry> deepDives, List<HomeView.StudyEntry> studies, Optional<HomeView.Results> results) {
        return new HomeView(
                site.frame(
                        TITLE,
                        "Weighted survey estimates with their intervals, plots to share, and published figures"
                                + " recomputed.",
                        Place.HOME,
                        "/",
                        studies.stream()
                                .flatMap(study -> study.label().stream())
                                .collect(Collectors.toSet())),
                deepDives,
                studies,
                results);
    }

    /** The deep-dives into documents, which need no respondents. */
    private Stream<HomeView.Entry> documents() {
        return Stream.of(
                document(
                        PerformancePage.PATH,
                        PerformanceReport.TITLE,
                        () -> site.performance().report().standfirst()),
                document(
                        EngagementPage.PATH,
                        EngagementReport.TITLE,
                        () -> site.engagement().report().standfirst()));
    }

    private static HomeView.Entry document(String path, String title, Supplier<String> standfirst) {
        String slug = slug(path);
        try {
            return new HomeView.Entry(slug, title, Optional.of(standfirst.get()), Optional.of(DataLabel.PUBLISHED));
        } catch (DataRefusedException e) {
            LOG.warn("The deep-dive {} cannot be made from the data there are", slug, e);
            return untold(slug, title);
        }
    }

    private static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static HomeView.Entry untold(String slug, String title) {
        return new HomeView.Entry(slug, title, Optional.empty(), Optional.empty());
    }

    /** A deep-dive in the list, with less said of it where the respondents are too few to compute it. */
    private HomeView.Entry entry(String slug) {
        try {
            DeepDive deepDive = deepDives.apply(slug);
            return new HomeView.Entry(
                    slug, deepDive.title(), Optional.of(deepDive.standfirst()), Optional.of(label(deepDive)));
        } catch (InputException e) {
            LOG.warn("The deep-dive {} cannot be made from the data there are", slug, e);
            return untold(slug, DeepDives.title(slug));
        }
    }

    private static DataLabel label(DeepDive deepDive) {
        return deepDive.labels().stream()
                .filter(DataLabel::isInvented)
                .findFirst()
                .orElseGet(() -> deepDive.labels().iterator().next());
    }

    private List<HomeView.StudyEntry> studies(Function<Study, Optional<DataLabel>> label) {
        return site.studies().stream()
                .map(study -> new HomeView.StudyEntry(
                        study, WaveWords.of(study.provenance().collected()), label.apply(study), computed(study)))
                .toList();
    }

    private static List<Measure> computed(Study study) {
        return study.measures().stream()
                .filter(measure -> StudyPage.isComputed(study, measure))
                .toList();
    }
}
