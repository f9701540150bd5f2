package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;

/**
 * The deep-dive on the wider Policing and Community Safety Survey, the year ending March 2024: safety, confidence, issues
 * and contact, and what feeling unsafe goes with.
 */
public final class Policing {

    /** Its name in URLs. */
    public static final String SLUG = "policing";

    /** Its title. */
    public static final String TITLE = "Safety and confidence in policing in Greater Manchester";

    private static final String PUBLICATION = "pcss-headlines";
    private static final String YEAR = "&waves=2023Q2..2024Q1";

    private final Editor editor;
    private final Workspace workspace;

    private Policing(Workspace workspace) {
        this.workspace = workspace;
        this.editor = new Editor(workspace);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new Policing(workspace).write();
    }

    private DeepDive write() {
        List<Section> sections = new ArrayList<>(List.of(
                safety(),
                sexes(),
                ages(),
                disabilities(),
                orientations(),
                deprivation(),
                confidence(),
                experiences(),
                drivers()));
        sections.add(new Overview(editor).section(PUBLICATION));
        sections.add(respondents(sections));
        return new DeepDive(
                SLUG,
                TITLE,
                "How safe residents feel where they live, who feels less safe, and how confident they are of getting help"
                        + " from Greater Manchester Police, in the year ending March 2024.",
                workspace.study("pcss"),
                Set.of(workspace.estimates("pcss").label()),
                sections,
                notes());
    }

    private static String q(String measure, String rest) {
        return "study=pcss&measure=" + measure + rest + YEAR;
    }

    private static String where(String measure, String filters) {
        return q(measure, "&where=" + filters);
    }

    private Section safety() {
        Optional<Comparison> year = editor.compare(
                "study=pcss&measure=safe_local&waves=2023Q2..2024Q1",
                "study=pcss&measure=safe_local&waves=2022Q2..2023Q1");
        boolean most = editor.value(q("safe_local", "")) > 0.5;
        return new Section(
                "safety",
                (most ? "Most residents feel safe" : "A minority of residents feels safe") + " in their local area: "
                        + editor.percent(q("safe_local", "")),
                List.of(change(year)),
                List.of(
                        editor.exhibit(q("safe_local_scale", "")),
                        editor.exhibit("study=pcss&measure=safe_local&by=wave&waves=2021Q2..2024Q1")),
                editor.figures("pcss-safe-all"));
    }

    private static String change(Optional<Comparison> year) {
        if (year.isEmpty()) {
            return "The year before is too small to be compared.";
        }
        String direction = !year.get().isSignificant()
                ? "no significant change from the year before"
                : year.get().difference() > 0 ? "more than in the year before" : "less than in the year before";
        return "That is " + direction + " (" + Editor.percent(year.get().secondValue()) + "). " + Editor.test(year);
    }

    private Section sexes() {
        Optional<Comparison> all = editor.compare(where("safe_local", "sex:female"), where("safe_local", "sex:male"));
        Optional<Comparison> young = editor.compare(
                where("safe_local", "age_band:16_24,sex:female"), where("safe_local", "age_band:16_24,sex:male"));
        return new Section(
                "sex",
                Editor.difference(all, "Women", "men", "to feel safe in their local area"),
                List.of(
                        Editor.test(all),
                        Editor.difference(
                                        young,
                                        "Women and girls aged 16 to 24",
                                        "men and boys of the same age",
                                        "to feel safe")
                                + ". " + Editor.test(young)),
                List.of(editor.gaps(
                        "Women and men who feel safe in their local area, by age",
                        "Age",
                        "women",
                        "men",
                        ages("safe_local", "sex:female", "sex:male"))),
                editor.figures("pcss-safe-women*", "pcss-safe-men", "pcss-safe-men-16-24", "pcss-safe-young-gap"));
    }

    /** A gap in each age band of the codebook, and in all together. */
    private List<Editor.Gap> ages(String measure, String first, String second) {
        List<Editor.Gap> gaps = new ArrayList<>();
        gaps.add(new Editor.Gap("All ages", where(measure, first), where(measure, second)));
        workspace.study("pcss").codebook().variable("age_band").categories().stream()
                .forEach(age -> gaps.add(new Editor.Gap(
                        age.label(),
                        where(measure, "age_band:" + age.code() + "," + first),
                        where(measure, "age_band:" + age.code() + "," + second))));
        return gaps;
    }

    private Section ages() {
        String query = q("safe_local", "&by=age_band");
        return new Section(
                "age",
                editor.extremes(query, "age bands", "to feel safe"),
                List.of("Each age band is tested against all others together, Holm-adjusted over the bands."),
                List.of(editor.exhibit(query), editor.tests(query, ComparisonPlan.complement())),
                editor.figures("pcss-safe-65-plus"));
    }

    private Section disabilities() {
        Optional<Comparison> all =
                editor.compare(where("safe_local", "disabled:yes"), where("safe_local", "disabled:no"));
        Optional<Comparison> mental =
                editor.compare(where("safe_local", "disability:mental_health"), where("safe_local", "disabled:no"));
        return new Section(
                "disability",
                Editor.difference(all, "Disabled residents", "residents without a disability", "to feel safe"),
                List.of(
                        Editor.test(all),
                        Editor.difference(
                                        mental,
                                        "Residents with mental ill health",
                                        "residents without a disability",
                                        "to feel safe")
                                + ". " + Editor.test(mental)),
                List.of(editor.exhibit(q("safe_local", "&by=disability"))),
                editor.figures("pcss-safe-disabled", "pcss-safe-not-disabled", "pcss-safe-mental-health*"));
    }

    private Section orientations() {
        Optional<Comparison> found = editor.compare(
                where("safe_local", "orientation:gay_lesbian/bisexual"),
                where("safe_local", "orientation:heterosexual"));
        return new Section(
                "orientation",
                Editor.difference(
                        found, "Gay, lesbian and bisexual residents", "heterosexual residents", "to feel safe"),
                List.of(Editor.test(found)),
                List.of(editor.exhibit(q("safe_local", "&by=orientation"))),
                editor.figures("pcss-safe-lgb", "pcss-safe-heterosexual"));
    }

    private Section deprivation() {
        Optional<Comparison> ends =
                editor.compare(where("safe_local", "deprivation:q1"), where("safe_local", "deprivation:q5"));
        return new Section(
                "deprivation",
                Editor.difference(
                        ends, "Residents of the most deprived areas", "those of the least deprived", "to feel safe"),
                List.of(Editor.test(ends)),
                List.of(editor.exhibit(q("safe_local_scale", "&by=deprivation"))),
                editor.figures("pcss-safe-most-deprived", "pcss-safe-least-deprived"));
    }

    private Section confidence() {
        Optional<Comparison> found = editor.compare(q("confident_emergency", ""), q("confident_non_emergency", ""));
        String emergency = editor.percent(q("confident_emergency", ""));
        String other = editor.percent(q("confident_non_emergency", ""));
        boolean more =
                found.filter(t -> t.isSignificant() && t.difference() > 0).isPresent();
        return new Section(
                "confidence",
                more
                        ? "More are confident of help in an emergency (" + emergency + ") than otherwise (" + other
                                + ")"
                        : "Confident of help in an emergency: " + emergency + "; otherwise: " + other,
                List.of("The same respondents answered both questions. " + Editor.test(found)),
                List.of(
                        editor.exhibit(q("confident_emergency_scale", "&by=age_band")),
                        editor.gaps(
                                "Confidence that GMP would help, women and men",
                                "Measure",
                                "women",
                                "men",
                                List.of(
                                        sexes("In an emergency", "confident_emergency"),
                                        sexes("In a non-emergency", "confident_non_emergency")))),
                List.of());
    }

    private static Editor.Gap sexes(String label, String measure) {
        return new Editor.Gap(label, where(measure, "sex:female"), where(measure, "sex:male"));
    }

    private Section experiences() {
        String issues = q("community_issue", "&by=deprivation");
        return new Section(
                "experience",
                editor.extremes(issues, "areas of different deprivation", "to have had a community safety issue"),
                List.of(editor.percent(q("community_issue", ""))
                        + " experienced a community safety issue in the last 12 months, and "
                        + editor.percent(q("police_contact", ""))
                        + " had contact with GMP or another community safety organisation."),
                List.of(
                        editor.exhibit(issues),
                        editor.gaps(
                                "Contact with the police of those with and without an issue",
                                "Group",
                                "with an issue",
                                "without",
                                List.of(
                                        contact("All", ""),
                                        contact("Women", ",sex:female"),
                                        contact("Men", ",sex:male")))),
                List.of());
    }

    private static Editor.Gap contact(String label, String among) {
        return new Editor.Gap(
                label,
                where("police_contact", "community_issue:yes" + among),
                where("police_contact", "community_issue:no" + among));
    }

    private Section drivers() {
        return new Drivers(editor)
                .section(
                        "drivers",
                        // Of one year, those of another sex or orientation who feel unsafe are too few to be shown.
                        where("unsafe_local", "sex:female/male") + "&terms=sex,age_band,disabled,deprivation,ethnicity",
                        "feeling unsafe where one lives");
    }

    private Section respondents(List<Section> sections) {
        return new WhoAnswered(editor)
                .section(
                        q("base", ""),
                        "residents aged 16 and over, in four quarterly waves",
                        List.of("wave", "sex", "age_band"),
                        WhoAnswered.PCSS_WEIGHTING,
                        sections,
                        editor.figures("pcss-respondents*"));
    }

    private static List<String> notes() {
        return List.of(
                "While the respondents are practice data, changes over time are made up: what is printed was fitted, and the"
                        + " course between, such as the rise of confidence in the third quarter of 2023, is arithmetic and no"
                        + " evidence.",
                "A difference is called one only where its design-based test rejects at 95%; headlines on several groups"
                        + " name a group only where it differs from all others together, Holm-adjusted over the groups.",
                "“Disability” allows several answers, so its groups overlap; each is compared with residents without any"
                        + " disability.",
                "The model has women and men only and no sexual orientation: of one year, too few in the smaller groups feel"
                        + " unsafe to be shown.",
                "Confidence, issues and contact are not in the published headline findings: no figure checks them.",
                "Intervals of percentages are 95% logit intervals; those of differences are of the t test.");
    }
}
