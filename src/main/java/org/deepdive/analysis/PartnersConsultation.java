package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/** The partners' consultation on the Police and Crime Plan, 2 September to 29 October 2024, from its published counts. */
public final class PartnersConsultation {

    /** Its name in URLs. */
    public static final String SLUG = "partners";

    /** Its title. */
    public static final String TITLE = "What partners told the Police and Crime Plan consultation";

    /** The residents' questions with the same options, by the partners' question. */
    private static final Map<String, String> ASKED_OF_RESIDENTS = Map.of(
            "q1_concerns", "q2_concerns",
            "q12_keep_safe", "q8_keep_safe",
            "q14_reduce_harm", "q10_reduce_harm",
            "q16_communities", "q12_communities");

    private static final String NO_TEST =
            "No test tells whether the two orders differ by more than chance: both surveys"
                    + " were answered by whoever wished to, and only the points are published.";

    private final Editor editor;
    private final Study study;
    private final Study residents;

    private PartnersConsultation(Workspace workspace) {
        this.editor = new Editor(workspace);
        this.study = workspace.study(SLUG);
        this.residents = workspace.study(ResidentsConsultation.SLUG);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new PartnersConsultation(workspace).write();
    }

    private DeepDive write() {
        List<Section> sections = new ArrayList<>();
        sections.add(respondents());
        for (Measure measure : study.measures()) {
            if (measure instanceof Measure.RankScore score) {
                sections.add(ranking(score));
            }
        }
        sections.add(unpublished());
        sections.add(new Overview(editor).section(SLUG));
        return new DeepDive(
                SLUG,
                TITLE,
                "An open online consultation: 121 people in partner organisations who chose to answer, not a sample of them."
                        + " The counts and chart scores are the published ones, so nothing here has an interval or a test."
                        + " Where residents had the same options, their order stands beside the partners’.",
                study,
                Set.of(DataLabel.PUBLISHED),
                sections,
                notes());
    }

    private Section respondents() {
        Tally most = study.tallies("area").stream()
                .max(Comparator.comparingLong(Tally::count))
                .orElseThrow();
        return new Section(
                "respondents",
                String.format(
                        Locale.ROOT,
                        "%d people answered, the largest share from %s (%.2f%%)",
                        most.respondents(),
                        most.option().label(),
                        100 * most.perRespondent()),
                List.of(String.format(
                        Locale.ROOT,
                        "One person is %.2f%% of the respondents: percentages move in steps of that size.",
                        100.0 / most.respondents())),
                List.of(editor.exhibit("study=partners&measure=area")),
                editor.figures(
                        "residents-partner-responses",
                        "residents-partner-individuals",
                        "residents-summary-partner-responses",
                        "residents-combined-responses",
                        "partners-text-*",
                        "partners-area-*"));
    }

    private Section ranking(Measure.RankScore measure) {
        RankOrder order = RankOrder.of(study, measure);
        Optional<Measure.RankScore> asked = askedOfResidents(measure);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("“" + measure.question() + "”");
        paragraphs.add(points(measure, order));
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(editor.exhibit("study=partners&measure=" + measure.name()));
        Optional<RankOrder> theirs = asked.map(score -> RankOrder.of(residents, score));
        theirs.ifPresent(other -> paragraphs.add(besideResidents(order, other)));
        asked.ifPresent(score -> exhibits.add(editor.exhibit("study=residents&measure=" + score.name())));
        String number = measure.name().substring(0, measure.name().indexOf('_'));
        return new Section(
                number,
                headline(measure.shortLabel(), order, theirs),
                paragraphs,
                exhibits,
                editor.figures("partners-" + number + "-*"));
    }

    private Optional<Measure.RankScore> askedOfResidents(Measure.RankScore measure) {
        return Optional.ofNullable(ASKED_OF_RESIDENTS.get(measure.name()))
                .map(residents::measure)
                .map(Measure.RankScore.class::cast);
    }

    private static String headline(String about, RankOrder order, Optional<RankOrder> residents) {
        String come = order.isLevelAtTheTop() ? " come first, level" : " comes first";
        String others = residents
                .map(theirs ->
                        theirs.hasTheFirstOf(order) ? ", for residents too" : "; for residents " + theirs.first())
                .orElse("");
        return about + ": " + order.first() + come + others;
    }

    private static String points(Measure.RankScore measure, RankOrder order) {
        String scheme = measure.choose() == 2
                ? "A first choice gives 2 points, a second 1"
                : "A first choice gives 3 points, a second 2, a third 1";
        return String.format(
                Locale.ROOT,
                "The first three are %s. %s; the %d respondents gave %d points, %d each. The fourth option is %d points"
                        + " behind the third; one respondent can give it up to %d.",
                order.names(1, 3),
                scheme,
                order.respondents(),
                order.points(),
                measure.pointsEach(),
                order.gap(3, 4),
                measure.choose());
    }

    private static String besideResidents(RankOrder own, RankOrder theirs) {
        int farthest = own.codes().stream()
                .mapToInt(code -> distance(code, own, theirs))
                .max()
                .orElseThrow();
        List<String> apart = own.codes().stream()
                .filter(code -> distance(code, own, theirs) == farthest)
                .map(code -> String.format(
                        Locale.ROOT,
                        "%s (place %d of %d among partners, %d among residents)",
                        RankOrder.name(own.tally(code)),
                        own.place(code),
                        own.codes().size(),
                        theirs.place(code)))
                .toList();
        return String.format(
                Locale.ROOT,
                "The %d residents who answered had the same options; their first three are %s. Farthest apart: %s. %s",
                theirs.respondents(),
                theirs.names(1, 3),
                String.join("; ", apart),
                NO_TEST);
    }

    private static int distance(String code, RankOrder own, RankOrder theirs) {
        return Math.abs(own.place(code) - theirs.place(code));
    }

    private Section unpublished() {
        return new Section(
                "other",
                "Other figures printed about the partners’ survey",
                List.of(
                        "Their counts were not published, so they cannot be recomputed; what arithmetic alone can say of"
                                + " them stands on the audit page."),
                List.of(),
                editor.figures(
                        "partners-headline-*",
                        "partners-orientation-*",
                        "partners-age-*",
                        "partners-ethnicity-*",
                        "partners-religion-*",
                        "partners-disability-*",
                        "partners-q2-*",
                        "partners-q3-*",
                        "partners-q4-*",
                        "partners-q5-*",
                        "partners-q6-*",
                        "partners-q7-*",
                        "partners-q8-*",
                        "partners-q9-*",
                        "partners-q11-*",
                        "partners-q13-*",
                        "partners-q15-*"));
    }

    private static List<String> notes() {
        return List.of(
                "Respondents chose themselves, and 121 are few: a place may turn on one person’s second choice. No standard"
                        + " error describes such data.",
                "Chart scores times 121 respondents are whole numbers of points to the last printed digit, which is how the"
                        + " points behind the charts were recovered.",
                "Partners were asked about the concerns of their organisation and the people they work with, residents about"
                        + " their own: the options are the same, the questions are not quite.",
                "The report prints no points for the partners’ Q3 (the residents’ Q6) nor for the residents’ Q5 (the"
                        + " partners’ Q10), so these cannot be set side by side.",
                "Counts below ten are shown because the source published them.");
    }
}
