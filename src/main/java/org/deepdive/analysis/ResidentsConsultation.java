package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Tally;

/** The residents' consultation on the Police and Crime Plan, 2 September to 28 October 2024, from its published counts. */
public final class ResidentsConsultation {

    /** Its name in URLs. */
    public static final String SLUG = "residents";

    /** Its title. */
    public static final String TITLE = "What residents told the Police and Crime Plan consultation";

    private final Editor editor;
    private final Study study;

    private ResidentsConsultation(Workspace workspace) {
        this.editor = new Editor(workspace);
        this.study = workspace.study(SLUG);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new ResidentsConsultation(workspace).write();
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
                "An open online consultation: 790 people who chose to answer, not a sample of residents. The counts and"
                        + " chart scores are the published ones, so nothing here has an interval or a test.",
                study,
                Set.of(DataLabel.PUBLISHED),
                sections,
                notes());
    }

    private Section respondents() {
        List<Tally> districts = study.tallies("district").stream()
                .sorted(Comparator.comparingLong(Tally::count).reversed())
                .toList();
        Tally most = districts.get(0);
        return new Section(
                "respondents",
                String.format(
                        Locale.ROOT,
                        "%d people answered, the largest share from %s (%.2f%%)",
                        most.respondents(),
                        most.option().label(),
                        100 * most.perRespondent()),
                List.of(),
                List.of(editor.exhibit("study=residents&measure=district")),
                editor.figures(
                        "residents-responses",
                        "residents-summary-responses",
                        "residents-text-*",
                        "residents-district-*"));
    }

    private Section ranking(Measure.RankScore measure) {
        RankOrder order = RankOrder.of(study, measure);
        String number = measure.name().substring(0, measure.name().indexOf('_'));
        return new Section(
                number,
                measure.label() + ": " + leading(order, measure),
                List.of(
                        "“" + measure.question() + "”",
                        String.format(
                                        Locale.ROOT,
                                        "Next come %s. A first choice gives 3 points, a second 2, a third 1; the %d respondents gave"
                                                + " %,d points, %d each.",
                                        order.names(2, 3),
                                        order.respondents(),
                                        order.points(),
                                        measure.pointsEach())
                                + lead(order, measure)),
                List.of(editor.exhibit("study=residents&measure=" + measure.name())),
                editor.figures("residents-" + number + "-*"));
    }

    /** What comes first; two that a single respondent could have turned round are said to be nearly level. */
    static String leading(RankOrder order, Measure.RankScore measure) {
        return isNearTie(order, measure)
                ? order.names(1, 2) + " are nearly level, " + points(order.gap(1, 2)) + " apart"
                : order.first() + (order.isLevelAtTheTop() ? " come first" : " comes first");
    }

    /** How far the first is ahead where that is little. */
    static String lead(RankOrder order, Measure.RankScore measure) {
        return isNearTie(order, measure)
                ? String.format(
                        Locale.UK,
                        " The first two have %,d and %,d points: one respondent who chose otherwise could turn them round.",
                        order.tallies().get(0).count(),
                        order.tallies().get(1).count())
                : "";
    }

    /** Whether the second would be level or first if one respondent had given it the points of a first choice. */
    private static boolean isNearTie(RankOrder order, Measure.RankScore measure) {
        return !order.isLevelAtTheTop() && order.gap(1, 2) <= measure.choose();
    }

    private static String points(long points) {
        return points + (points == 1 ? " point" : " points");
    }

    private Section unpublished() {
        return new Section(
                "other",
                "Other figures printed about the consultation",
                List.of(
                        "Their counts were not published, so they cannot be recomputed; what arithmetic alone can say of"
                                + " them stands on the audit page."),
                List.of(),
                editor.figures(
                        "residents-headline-*",
                        "residents-combined-*",
                        "residents-sex-*",
                        "residents-transgender",
                        "residents-orientation-*",
                        "residents-age-*",
                        "residents-ethnicity-*",
                        "residents-religion-*",
                        "residents-disability-*",
                        "residents-q3-*",
                        "residents-q4-*",
                        "residents-q5-*",
                        "residents-q7-*",
                        "residents-q9-*",
                        "residents-q11-*"));
    }

    private static List<String> notes() {
        return List.of(
                "Respondents chose themselves: the report says that responses are “not wholly representative of the"
                        + " population of Greater Manchester”. No standard error describes such data.",
                "Chart scores times 790 respondents are whole numbers of points to the last printed digit, which is how the"
                        + " points behind the charts were recovered.",
                "Counts below ten are shown because the source published them.");
    }
}
