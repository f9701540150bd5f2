package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.analysis.SearchHit.Kind;
import org.deepdive.published.Publication;
import org.deepdive.published.PublishedFigure;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** What can be found in a workspace: measures, codebooks, deep-dives and published figures. No respondent is looked at. */
public final class SearchEntries {

    private final List<SearchHit> entries = new ArrayList<>();
    private final Set<String> quoted = new HashSet<>();

    private SearchEntries() {}

    /**
     * The index of a workspace.
     *
     * @param deepDives the deep-dives whose sections can be found
     */
    public static SearchIndex index(Workspace workspace, List<DeepDive> deepDives) {
        SearchEntries all = new SearchEntries();
        workspace.studies().forEach(all::measures);
        workspace.studies().forEach(all::variables);
        deepDives.forEach(all::sections);
        Map<String, String> publications = workspace.published().publications().stream()
                .collect(Collectors.toMap(Publication::id, Publication::title));
        workspace.published().figures().forEach(figure -> all.figure(figure, publications.get(figure.publication())));
        return new SearchIndex(all.entries);
    }

    private void measures(Study study) {
        for (Measure measure : study.measures()) {
            boolean counted = !(measure instanceof Measure.Unpublished)
                    && !(measure instanceof Measure.OfCounts
                            && study.tallies(measure.name()).isEmpty());
            String path = counted
                    ? "/explore/" + study.slug() + "/" + measure.name()
                    : "/studies/" + study.slug() + "#" + measure.name();
            String wording = measure instanceof Measure.OfCounts counts
                    ? counts.question()
                    : question(study, ((Measure.OfRespondents) measure).variable());
            add(Kind.MEASURE, measure.label(), wording, study.title(), path);
        }
    }

    private static String question(Study study, String variable) {
        return study.codebook().has(variable)
                ? study.codebook().variable(variable).question()
                : "";
    }

    private void variables(Study study) {
        for (Variable variable : study.codebook().variables()) {
            String path = "/studies/" + study.slug() + "#variable-" + variable.name();
            add(Kind.QUESTION, variable.label(), variable.question(), study.title(), path);
            if (variable.kind() != Variable.Kind.WAVE) {
                for (Category category : variable.categories()) {
                    add(Kind.CATEGORY, category.label(), "", variable.label() + ", " + study.title(), path);
                }
            }
        }
    }

    private void sections(DeepDive deepDive) {
        for (Section section : deepDive.sections()) {
            entries.add(new SearchHit(
                    Kind.SECTION,
                    section.headline(),
                    String.join(" ", section.paragraphs()),
                    deepDive.title(),
                    "/deepdives/" + deepDive.slug() + "#" + section.id(),
                    deepDive.labels()));
        }
    }

    /** A sentence that prints several figures is found once, where the first of them stands. */
    private void figure(PublishedFigure figure, String publication) {
        String sentence = figure.publication() + " " + figure.quote();
        if (quoted.add(sentence)) {
            add(Kind.FIGURE, "“" + figure.quote() + "”", figure.section(), publication, "/figures#" + figure.id());
        }
    }

    private void add(Kind kind, String title, String text, String context, String path) {
        entries.add(new SearchHit(kind, title, text, context, path, Set.of()));
    }
}
