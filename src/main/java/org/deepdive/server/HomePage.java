package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.server.view.HomeView;
import org.deepdive.server.view.Place;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/** {@code /}: the deep-dives, the studies, and how far the published figures are reproduced. */
final class HomePage {

    private final Site site;

    HomePage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        FigureLedger ledger = site.ledger();
        List<HomeView.StudyEntry> studies =
                site.studies().stream().map(this::entry).toList();
        site.page(
                ctx,
                "home.jte",
                new HomeView(
                        site.frame(
                                "Survey deep-dives of Greater Manchester",
                                "Weighted survey estimates with their intervals, plots to share, and published figures"
                                        + " recomputed.",
                                Place.HOME,
                                "/",
                                studies.stream().map(HomeView.StudyEntry::label).collect(Collectors.toSet())),
                        DeepDives.slugs().stream().map(this::entry).toList(),
                        studies,
                        Verdicts.counts(ledger::count),
                        Verdicts.severities(site.audit())));
    }

    private HomeView.Entry entry(String slug) {
        DeepDive deepDive = site.deepDives().deepDive(slug);
        DataLabel label = deepDive.labels().contains(DataLabel.PRACTICE)
                ? DataLabel.PRACTICE
                : deepDive.labels().iterator().next();
        return new HomeView.Entry(slug, deepDive.title(), deepDive.standfirst(), label);
    }

    private HomeView.StudyEntry entry(Study study) {
        List<Measure> measures = study.measures().stream()
                .filter(measure -> StudyPage.isComputed(study, measure))
                .toList();
        return new HomeView.StudyEntry(
                study, WaveWords.of(study.provenance().collected()), site.label(study), measures);
    }
}
