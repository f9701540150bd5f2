package org.deepdive.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.server.view.Place;
import org.deepdive.server.view.StudyView;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;

/** {@code /studies/<slug>}: where a study comes from, how it was sampled, what it asked and what it can answer. */
final class StudyPage {

    private final Site site;

    StudyPage(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        Parameters.only(ctx);
        Study study = site.workspace().study(ctx.pathParam("slug"));
        site.page(
                ctx,
                "study.jte",
                new StudyView(
                        site.frame(
                                study.title(),
                                "Codebook of the study: provenance, design, questions, answers and measures.",
                                Place.HOME,
                                "/studies/" + study.slug(),
                                Set.of(site.label(study))),
                        study,
                        WaveWords.of(study.provenance().collected()),
                        site.label(study),
                        study.measures().stream()
                                .map(measure -> measure(study, measure))
                                .toList()));
    }

    private static StudyView.MeasureView measure(Study study, Measure measure) {
        return new StudyView.MeasureView(
                measure,
                kind(measure),
                question(study, measure),
                measure.hasAnswers() ? new QueryCheck(study).answers(measure) : List.of(),
                isComputed(study, measure));
    }

    /** Whether a measure can be computed; not so where its counts were not published. */
    static boolean isComputed(Study study, Measure measure) {
        return !(measure instanceof Measure.Unpublished)
                && !(measure instanceof Measure.OfCounts
                        && study.tallies(measure.name()).isEmpty());
    }

    /** The wording of the question behind a measure; empty where there is none. */
    static String question(Study study, Measure measure) {
        if (measure instanceof Measure.OfCounts counts) {
            return counts.question();
        }
        String variable = ((Measure.OfRespondents) measure).variable();
        return study.codebook().has(variable)
                ? study.codebook().variable(variable).question()
                : "";
    }

    private static String kind(Measure measure) {
        if (measure instanceof Measure.Percentage) {
            return "Percentage";
        }
        if (measure instanceof Measure.Distribution) {
            return "Percentage of each answer";
        }
        if (measure instanceof Measure.MultipleResponse) {
            return "Percentage of each answer, several possible";
        }
        if (measure instanceof Measure.Chosen) {
            return "Percentage who chose each answer";
        }
        if (measure instanceof Measure.RankScore || measure instanceof Measure.RankPoints) {
            return "Points a respondent";
        }
        if (measure instanceof Measure.Base) {
            return "Number of respondents";
        }
        return measure instanceof Measure.OfCounts ? "Share of published counts" : measure.statistic();
    }
}
