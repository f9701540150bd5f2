package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.published.Reproduction;

/** The deep-dive on the first two waves of the Victims' Survey: satisfaction with Greater Manchester Police and what it goes with. */
public final class Victims {

    /** Its name in URLs. */
    public static final String SLUG = "victims";

    /** Its title. */
    public static final String TITLE = "Victims’ satisfaction with Greater Manchester Police";

    private static final String FIRST = "&waves=w1..w1";
    private static final String SECOND = "&waves=w2..w2";
    private static final String TERMS =
            "&terms=fast_response,kept_informed,action_taken,given_information,given_support,disabled,age_band";

    private final Editor editor;
    private final Workspace workspace;

    private Victims(Workspace workspace) {
        this.workspace = workspace;
        this.editor = new Editor(workspace);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new Victims(workspace).write();
    }

    private DeepDive write() {
        List<Section> sections = new ArrayList<>(List.of(
                satisfaction(),
                service(),
                drivers("drivers-satisfied", "satisfied", "satisfaction"),
                reasons("reasons-satisfied", "satisfied_reason", "satisfied", "victims-satisfied-reason"),
                drivers("drivers-dissatisfied", "dissatisfied", "dissatisfaction"),
                reasons("reasons-dissatisfied", "dissatisfied_reason", "dissatisfied", "victims-dissatisfied-reason-*"),
                orientations(),
                disabilities(),
                crimes(),
                sexes(),
                screened("age", "age_band", "age bands"),
                screened("ethnicity", "ethnicity", "ethnic groups"),
                suggestions()));
        sections.add(new Overview(editor).section(SLUG));
        sections.add(respondents(sections));
        return new DeepDive(
                SLUG,
                TITLE,
                "How satisfied victims of crime are with the service they received from Greater Manchester Police (GMP), what"
                        + " it goes with, and what they suggest, from the first two waves of the Victims’ Survey.",
                workspace.study(SLUG),
                Set.of(workspace.estimates(SLUG).label()),
                sections,
                notes());
    }

    private static String q(String measure, String rest) {
        return "study=victims&measure=" + measure + rest;
    }

    private static Editor.Gap gap(String label, String measure, String first, String second) {
        return new Editor.Gap(label, q(measure, first), q(measure, second));
    }

    private Section satisfaction() {
        GapFindings found = new GapFindings(
                editor.gaps(
                        "Satisfaction in the second wave and the first",
                        "Measure",
                        "second wave",
                        "first wave",
                        List.of(
                                gap("Satisfaction", "satisfied", SECOND, FIRST),
                                gap("Dissatisfaction", "dissatisfied", SECOND, FIRST))),
                "in the",
                "second wave",
                "the first",
                "Satisfaction and dissatisfaction");
        return new Section(
                "satisfaction",
                found.sign(0) > 0
                        ? "More victims were satisfied in the second wave than in the first (" + found.values(0) + ")"
                        : found.headline(),
                List.of(found.paragraph() + " Two waves show a difference, not a trend."),
                List.of(found.exhibit(), editor.exhibit(q("satisfaction_scale", "&by=wave"))),
                editor.figures("victims-satisfied-second", "victims-satisfied-first"));
    }

    /** What victims say was done, and how satisfied those are for whom it was and was not. */
    private Section service() {
        GapFindings found = new GapFindings(
                editor.gaps(
                        "Satisfaction of victims with and without each part of the service",
                        "Part of the service",
                        "had it",
                        "had not",
                        Stream.of(
                                        "fast_response",
                                        "kept_informed",
                                        "action_taken",
                                        "given_information",
                                        "given_support")
                                .map(this::with)
                                .toList()),
                "among",
                "victims who had it",
                "those who had not",
                "Satisfaction with each part of the service");
        return new Section(
                "service",
                found.count(1) == found.size()
                        ? "Victims who had any one part of the service are more satisfied"
                        : found.count(1) + " of " + found.size() + " parts of the service go with more satisfaction",
                List.of(found.paragraph()),
                List.of(found.exhibit()),
                editor.figures(
                        "victims-satisfied-*fast",
                        "victims-satisfied-*informed",
                        "victims-dissatisfied-*action",
                        "victims-dissatisfied-*information",
                        "victims-dissatisfied-*support"));
    }

    private Editor.Gap with(String part) {
        String label = workspace.study(SLUG).codebook().variable(part).label();
        return gap(label, "satisfied", "&where=" + part + ":yes", "&where=" + part + ":no");
    }

    private Section drivers(String id, String measure, String doing) {
        return new Drivers(
                        editor,
                        Map.of(
                                "given_information", "Information",
                                "given_support", "Support"))
                .section(id, q(measure, TERMS), doing);
    }

    private Section reasons(String id, String measure, String who, String... figures) {
        return new Section(
                id,
                editor.leading(q(measure, ""))
                        .map(top -> (top.alone() ? "The reason" : "Reasons") + " " + who + " victims give most often: "
                                + top.words())
                        .orElse("Why victims are " + who),
                List.of("Asked of " + who + " victims only; several reasons could be given."),
                List.of(editor.exhibit(q(measure, ""))),
                editor.figures(figures));
    }

    private Section orientations() {
        String minority = "&where=orientation:gay_lesbian/bisexual";
        String straight = "&where=orientation:heterosexual";
        GapFindings found = new GapFindings(
                editor.gaps(
                        "Dissatisfaction of gay, lesbian and bisexual victims and heterosexual ones",
                        "Wave",
                        "gay, lesbian or bisexual",
                        "heterosexual",
                        List.of(
                                gap("First-wave dissatisfaction", "dissatisfied", minority + FIRST, straight + FIRST),
                                gap(
                                        "Second-wave dissatisfaction",
                                        "dissatisfied",
                                        minority + SECOND,
                                        straight + SECOND))),
                "among",
                "gay, lesbian and bisexual victims",
                "heterosexual ones",
                "Dissatisfaction in both waves");
        return new Section(
                "orientation",
                found.headline(),
                List.of(found.paragraph()
                        + " [c]: withheld, since the few of other orientations or who would not say could"
                        + " be worked out."),
                List.of(found.exhibit(), editor.exhibit(q("dissatisfied", "&by=orientation"))),
                editor.figures("victims-dissatisfied-lgb", "victims-dissatisfied-heterosexual"));
    }

    private Section disabilities() {
        GapFindings found = new GapFindings(
                editor.gaps(
                        "Disabled and other victims who are very dissatisfied",
                        "Wave",
                        "disabled",
                        "not disabled",
                        List.of(
                                gap("First wave", "very_dissatisfied", disabled("yes", FIRST), disabled("no", FIRST)),
                                gap(
                                        "Second wave",
                                        "very_dissatisfied",
                                        disabled("yes", SECOND),
                                        disabled("no", SECOND)))),
                "among",
                "disabled victims",
                "others",
                "Both waves");
        boolean both = found.count(1) == found.size();
        return new Section(
                "disability",
                both
                        ? "In both waves disabled victims are more likely to be very dissatisfied"
                        : "Very dissatisfied: disabled victims differ significantly in " + found.count(1)
                                + " of two waves",
                List.of(found.paragraph()),
                List.of(found.exhibit(), editor.exhibit(q("satisfaction_scale", "&by=disabled"))),
                editor.figures("victims-very-dissatisfied-*"));
    }

    private static String disabled(String code, String wave) {
        return "&where=disabled:" + code + wave;
    }

    private Section crimes() {
        return screened("crime", "crime_type", "types of crime");
    }

    /** A section on a breakdown: each group against all others, Holm-adjusted. */
    private Section screened(String id, String variable, String by) {
        String query = q("satisfied", "&by=" + variable);
        return new Section(
                id,
                editor.extremes(query, by, "to be satisfied"),
                List.of("Each group is tested against all others together, Holm-adjusted over the groups."),
                List.of(editor.exhibit(query), editor.tests(query, ComparisonPlan.complement())),
                List.of());
    }

    private Section sexes() {
        Optional<Comparison> found =
                editor.compare(q("satisfied", "&where=sex:female"), q("satisfied", "&where=sex:male"));
        return new Section(
                "sex",
                Editor.difference(found, "Women", "men", "to be satisfied"),
                List.of(Editor.test(found)),
                List.of(editor.exhibit(q("satisfaction_scale", "&by=sex&where=sex:female/male"))),
                List.of());
    }

    private Section suggestions() {
        List<Reproduction> figures = editor.figures("victims-suggestion");
        return new Section(
                "suggestions",
                editor.leading(q("suggestion", ""))
                        .map(top -> "Suggested most often: " + top.words())
                        .orElse("What victims suggest"),
                List.of("Several suggestions could be made; the most common one’s share was not published."),
                List.of(editor.exhibit(q("suggestion", ""))),
                figures);
    }

    private Section respondents(List<Section> sections) {
        return new WhoAnswered(editor)
                .section(
                        q("base", ""),
                        "victims of crime, in two quarterly waves",
                        List.of("wave", "sex", "age_band", "crime_type"),
                        "Estimates are weighted. How the survey makes its weights is not published; those of practice"
                                + " respondents make up for uneven shares of ages. Standard errors allow for the weights"
                                + " and for sampling within waves, which is assumed.",
                        sections,
                        editor.figures("victims-respondents*", "victims-waves"));
    }

    private static List<String> notes() {
        return List.of(
                "Victims whose crime was reported to GMP: other victims are not asked.",
                "There are two waves of 1,000: small groups have wide intervals, a group that shows no significant difference"
                        + " may still differ, and two waves make no trend.",
                "“Driven by” is read as what goes with it: both the reasons given and a model with all parts of the service"
                        + " at once. Neither shows a cause.",
                "Values marked [c] are withheld so that nobody can be recognised; [u] marks unreliable ones.",
                "Types of crime, sex, age and ethnic group are not in the published findings; no figure checks them.");
    }
}
