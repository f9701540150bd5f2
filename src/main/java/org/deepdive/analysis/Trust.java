package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.published.Reproduction;

/**
 * The deep-dive on trust and confidence in Greater Manchester Police, July 2019 to December 2023; trust was asked from
 * July 2023 only.
 */
public final class Trust {

    /** Its name in URLs. */
    public static final String SLUG = "trust";

    /** Its title. */
    public static final String TITLE = "Trust and confidence in Greater Manchester Police";

    private static final String WAVES = "&waves=2019Q3..2023Q4";
    private static final String TRUST_WAVES = "&waves=2023Q3..2023Q4";
    private static final String EMERGENCY = "confident_emergency";
    private static final String NON_EMERGENCY = "confident_non_emergency";

    private final Editor editor;
    private final Workspace workspace;

    private Trust(Workspace workspace) {
        this.workspace = workspace;
        this.editor = new Editor(workspace);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new Trust(workspace).write();
    }

    private DeepDive write() {
        List<Section> sections = new ArrayList<>(List.of(
                confidence(),
                trust(),
                residence(),
                deprivation(),
                orientations(),
                finances(),
                ages(),
                sexes(),
                ethnicities(),
                contact(),
                victims(),
                satisfaction(),
                drivers("drivers-trust", "trust", "trusting GMP"),
                drivers("drivers-emergency", EMERGENCY, "emergency confidence"),
                drivers("drivers-non-emergency", NON_EMERGENCY, "non-emergency confidence")));
        sections.add(new Overview(editor).section(SLUG));
        sections.add(new Contradictions(editor).section(SLUG, List.of(), List.of()));
        sections.add(respondents(sections));
        return new DeepDive(
                SLUG,
                TITLE,
                "How many residents trust Greater Manchester Police (GMP), how many are confident that it would help them,"
                        + " and who is less so, from eighteen quarterly waves of the Policing and Community Safety Survey.",
                workspace.study("pcss"),
                Set.of(workspace.estimates("pcss").label()),
                sections,
                notes());
    }

    /** A query about all the waves in which its measure was asked. */
    private static String q(String measure, String rest) {
        return "study=pcss&measure=" + measure + rest + (measure.startsWith("trust") ? TRUST_WAVES : WAVES);
    }

    /** Trust and both kinds of confidence in two groups. */
    private GapFindings between(String first, String firstFilter, String second, String secondFilter) {
        GapExhibit gaps = editor.gaps(
                "Trust and confidence of " + first + " and " + second,
                "Measure",
                first,
                second,
                List.of(
                        gap("Trust", "trust", firstFilter, secondFilter),
                        gap("Emergency confidence", EMERGENCY, firstFilter, secondFilter),
                        gap("Non-emergency confidence", NON_EMERGENCY, firstFilter, secondFilter)));
        return new GapFindings(gaps, "among", first, second, "Trust and confidence");
    }

    private static Editor.Gap gap(String label, String measure, String first, String second) {
        return new Editor.Gap(label, q(measure, "&where=" + first), q(measure, "&where=" + second));
    }

    /** A section whose headline is on two groups, with answers to look at beside their gaps. */
    private Section section(String id, GapFindings findings, List<Reproduction> figures, String... shown) {
        List<Exhibit> exhibits = new ArrayList<>(List.of(findings.exhibit()));
        for (String query : shown) {
            exhibits.add(editor.exhibit(query));
        }
        return new Section(id, findings.headline(), List.of(findings.paragraph()), exhibits, figures);
    }

    private Section confidence() {
        Optional<Comparison> found = editor.compare(q(EMERGENCY, ""), q(NON_EMERGENCY, ""));
        boolean more =
                found.filter(t -> t.isSignificant() && t.difference() > 0).isPresent();
        String emergency = editor.percent(q(EMERGENCY, ""));
        String other = editor.percent(q(NON_EMERGENCY, ""));
        return new Section(
                "confidence",
                more
                        ? "More are confident of help in an emergency (" + emergency + ") than otherwise (" + other
                                + ")"
                        : "Confident of help in an emergency: " + emergency + "; otherwise: " + other,
                List.of("The same respondents answered both questions. " + Editor.test(found)),
                List.of(
                        editor.exhibit(q(EMERGENCY + "_scale", "")),
                        editor.exhibit(q(NON_EMERGENCY + "_scale", "")),
                        editor.exhibit(q(EMERGENCY, "&by=wave")),
                        editor.exhibit(q(NON_EMERGENCY, "&by=wave"))),
                editor.figures("trust-emergency", "trust-non-emergency"));
    }

    private Section trust() {
        Optional<Comparison> halves = editor.compare(
                "study=pcss&measure=trust&waves=2023Q4..2023Q4", "study=pcss&measure=trust&waves=2023Q3..2023Q3");
        return new Section(
                "trust",
                editor.percent(q("trust", "")) + " trust GMP a great deal or a fair amount",
                List.of(
                        String.format(
                                Locale.UK,
                                "Trust was asked from July 2023 only, and of about half: %,d of the %,d interviewed in the"
                                        + " two quarters. Whatever is said of trust is about this half year and has wider"
                                        + " intervals than what is said of confidence.",
                                editor.base("study=pcss&measure=base&where=trust_asked:yes" + TRUST_WAVES),
                                editor.base("study=pcss&measure=base" + TRUST_WAVES)),
                        halves.filter(Comparison::isSignificant).isPresent()
                                ? "The two quarters differ. " + Editor.test(halves)
                                : "No significant change between the two quarters. " + Editor.test(halves)),
                List.of(editor.exhibit(q("trust_scale", "")), editor.exhibit(q("trust_scale", "&by=wave"))),
                editor.figures("trust-gmp"));
    }

    private Section residence() {
        String trust = q("trust", "&by=residence");
        String emergency = q(EMERGENCY, "&by=residence");
        String other = q(NON_EMERGENCY, "&by=residence");
        GapFindings long10 = between(
                "long-term residents", "residence:10_plus",
                "newer ones", "residence:under_1/1_to_4/5_to_9");
        GapFindings newcomers = between(
                "newcomers", "residence:under_1",
                "other residents", "residence:1_to_4/5_to_9/10_plus");
        return new Section(
                "residence",
                long10.headline(),
                List.of(
                        long10.paragraph(),
                        newcomers.headline() + ". " + newcomers.paragraph(),
                        editor.extremes(emergency, "lengths of residence", "to be confident in an emergency") + "."),
                List.of(
                        long10.exhibit(),
                        newcomers.exhibit(),
                        editor.exhibit(emergency),
                        editor.exhibit(other),
                        editor.exhibit(trust)),
                editor.figures("trust-residence*"));
    }

    private Section deprivation() {
        return section(
                "deprivation",
                between("the most deprived fifth", "deprivation:q1", "the least deprived", "deprivation:q5"),
                editor.figures("trust-*most-deprived", "trust-*least-deprived"),
                q("trust", "&by=deprivation"),
                q(NON_EMERGENCY + "_scale", "&by=deprivation"));
    }

    private Section orientations() {
        return section(
                "orientation",
                between(
                        "gay, lesbian and bisexual residents",
                        "orientation:gay_lesbian/bisexual",
                        "heterosexual ones",
                        "orientation:heterosexual"),
                editor.figures(
                        "trust-lgb", "trust-heterosexual", "trust-emergency-lgb", "trust-emergency-heterosexual"),
                q(EMERGENCY, "&by=orientation"));
    }

    private Section finances() {
        return section(
                "finances",
                between("people hard up", "finances:not_essentials", "affluent people", "finances:luxuries"),
                List.of(),
                q("trust", "&by=finances"),
                q(EMERGENCY + "_scale", "&by=finances"));
    }

    private Section ages() {
        GapFindings ends = between("those 65 and over", "age_band:65_plus", "those 16 to 24", "age_band:16_24");
        String query = q(EMERGENCY, "&by=age_band");
        return new Section(
                "age",
                ends.headline(),
                List.of(
                        ends.paragraph(),
                        editor.extremes(query, "age bands", "to be confident in an emergency")
                                + ". Each age band is tested against all others together, Holm-adjusted over the bands."),
                List.of(
                        ends.exhibit(),
                        editor.exhibit(q(EMERGENCY + "_scale", "&by=age_band")),
                        editor.exhibit(q("trust_scale", "&by=age_band")),
                        editor.tests(query, ComparisonPlan.complement())),
                List.of());
    }

    private Section sexes() {
        return section("sex", between("women", "sex:female", "men", "sex:male"), List.of());
    }

    private Section ethnicities() {
        GapFindings white = between(
                "White residents", "ethnicity:white",
                "other groups", "ethnicity:mixed/asian/black/other");
        String query = q(EMERGENCY, "&by=ethnicity");
        return new Section(
                "ethnicity",
                white.headline(),
                List.of(
                        white.paragraph(),
                        editor.extremes(query, "ethnic groups", "to be confident in an emergency")
                                + ". Whether age, finances and deprivation explain it is for the models below."),
                List.of(white.exhibit(), editor.exhibit(query), editor.tests(query, ComparisonPlan.complement())),
                List.of());
    }

    private Section contact() {
        return section(
                "contact", between("those in contact", "police_contact:yes", "others", "police_contact:no"), List.of());
    }

    private Section victims() {
        return section("victims", between("victims of crime", "victim:yes", "others", "victim:no"), List.of());
    }

    private Section satisfaction() {
        GapFindings found = between(
                "satisfied users", "contact_satisfaction:very_satisfied/fairly_satisfied",
                "dissatisfied ones", "contact_satisfaction:fairly_dissatisfied/very_dissatisfied");
        return new Section(
                "satisfaction",
                found.headline(),
                List.of(
                        editor.percent(q("contact_satisfied", ""))
                                + " of those who had contact were satisfied with the service they received.",
                        found.paragraph()),
                List.of(
                        editor.exhibit(q("contact_satisfaction_scale", "&by=age_band")),
                        found.exhibit(),
                        editor.exhibit(q("contact_satisfied", "&by=wave"))),
                List.of());
    }

    /** What a measure goes with; too few were asked about trust for all sexes, orientations and ethnic groups. */
    private Section drivers(String id, String measure, String doing) {
        boolean few = measure.equals("trust");
        String filters = few ? "&where=sex:female/male" : "";
        String terms = "&terms=residence,deprivation,finances,age_band,sex,police_contact,victim"
                + (few ? "" : ",ethnicity,orientation");
        Map<String, String> called = Map.of(
                "residence", "Length of residence",
                "deprivation", "Deprivation",
                "finances", "Finances",
                "police_contact", "Contact",
                "victim", "Victimisation");
        return new Drivers(editor, called).section(id, q(measure, filters) + terms, doing);
    }

    private Section respondents(List<Section> sections) {
        return new WhoAnswered(editor)
                .section(
                        "study=pcss&measure=base" + WAVES,
                        "residents aged 16 and over, in eighteen quarterly waves",
                        List.of("wave", "sex", "age_band", "residence", "trust_asked"),
                        WhoAnswered.PCSS_WEIGHTING,
                        sections,
                        editor.figures("trust-respondents*"));
    }

    private static List<String> notes() {
        return List.of(
                "While the respondents are practice data, changes over time are made up: what is printed was fitted, and the"
                        + " course between, such as the rise of confidence in the third quarter of 2023, is arithmetic and no"
                        + " evidence.",
                "The document says August 2019 to December 2023; the survey’s waves are quarters, so July 2019 is in.",
                "Why trust was asked of only about half is not published; that they are a random half is assumed.",
                "Emergency and non-emergency confidence: very or fairly confident of getting help from GMP in an emergency,"
                        + " or in a non-emergency. Don’t knows are in the base.",
                "Long-term residents have lived in their local area for ten years or more, newcomers for less than a year."
                        + " People hard up cannot always afford essentials; affluent people can afford essentials and"
                        + " luxuries. Those in contact had contact with GMP or another community safety organisation in the"
                        + " last 12 months, and are satisfied or dissatisfied users by what they say of its service.",
                "Each section compares two groups in three measures, Holm-adjusted over the three; headlines on several"
                        + " groups name one only where it differs from all others together, Holm-adjusted over the groups."
                        + " Nothing is adjusted over all sections of the page.",
                "Only length of residence, deprivation and, for trust and emergencies, orientation are in the published"
                        + " findings; no figure checks the others.");
    }
}
