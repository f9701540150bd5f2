package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.Comparison;
import org.deepdive.published.Reproduction;

/**
 * The deep-dive on students' feelings of safety, April 2021 to June 2023.
 */
public final class Students {

    /** Its name in URLs. */
    public static final String SLUG = "students";

    /** Its title. */
    public static final String TITLE = "Students’ feelings of safety in Greater Manchester";

    private static final String WAVES = "&waves=2021Q2..2023Q2";
    private static final String STUDENTS = "&where=student:yes" + WAVES;

    private final Editor editor;
    private final Workspace workspace;

    private Students(Workspace workspace) {
        this.workspace = workspace;
        this.editor = new Editor(workspace);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new Students(workspace).write();
    }

    private DeepDive write() {
        List<Section> sections = new ArrayList<>(List.of(
                safety(), reasons(), sexes(), orientations(), disabilities(), experiences(), confidence(), drivers()));
        sections.add(new Overview(editor).section(SLUG));
        sections.add(respondents(sections));
        return new DeepDive(
                SLUG,
                TITLE,
                "How safe students feel where they live and where they study, and how far that differs from everyone else,"
                        + " from nine quarterly waves of the Policing and Community Safety Survey.",
                workspace.study("pcss"),
                Set.of(workspace.estimates("pcss").label()),
                sections,
                notes());
    }

    private static String q(String measure, String rest) {
        return "study=pcss&measure=" + measure + rest;
    }

    private Section safety() {
        Optional<Comparison> places = editor.compare(q("safe_study", STUDENTS), q("safe_local", STUDENTS));
        boolean more =
                places.filter(p -> p.isSignificant() && p.difference() > 0).isPresent();
        String local = editor.percent(q("safe_local", STUDENTS));
        String study = editor.percent(q("safe_study", STUDENTS));
        String who = editor.value(q("safe_local", STUDENTS)) > 0.5 ? "Most students" : "A minority of students";
        return new Section(
                "safety",
                who + " feel safe in their local area (" + local + ")"
                        + (more ? ", and more where they study (" : "; where they study, ") + study + (more ? ")" : ""),
                List.of("The same students answered both questions. " + Editor.test(places)),
                List.of(
                        editor.exhibit(q("safe_local_scale", "&by=student" + WAVES)),
                        editor.exhibit(q("safe_study_scale", STUDENTS))),
                editor.figures("students-safe-local", "students-safe-study"));
    }

    private Section reasons() {
        String reasons = "safe_study_reason";
        return new Section(
                "reasons",
                editor.leading(q(reasons, STUDENTS))
                        .map(top -> (top.alone()
                                        ? "The reason students give most often for feeling safe where they study: "
                                        : "Among the reasons students give most for feeling safe where they study: ")
                                + top.words())
                        .orElse("Why students feel safe where they study"),
                List.of(
                        "Asked of students who feel very or fairly safe at their place of study; several reasons could be"
                                + " given, so the shares do not add up to 100%. Only the first reason’s share was published."),
                List.of(editor.exhibit(q(reasons, STUDENTS))),
                editor.figures("students-safe-study-reason-secure"));
    }

    private Section sexes() {
        Optional<Comparison> students = editor.compare(
                q("unsafe_local", "&where=sex:female,student:yes" + WAVES),
                q("unsafe_local", "&where=sex:male,student:yes" + WAVES));
        Optional<Comparison> study = editor.compare(
                q("safe_study", "&where=sex:female,student:yes" + WAVES),
                q("safe_study", "&where=sex:male,student:yes" + WAVES));
        return new Section(
                "sex",
                Editor.difference(students, "Women students", "men students", "to feel unsafe where they live"),
                List.of(
                        Editor.test(students),
                        Editor.difference(
                                        study, "At the place of study, women students", "men students", "to feel safe")
                                + "."),
                List.of(
                        editor.gaps(
                                "Women and men who feel unsafe, students and everyone",
                                "Measure",
                                "women",
                                "men",
                                List.of(
                                        sexes("Students, where they live", "unsafe_local", ",student:yes"),
                                        sexes("Students, where they study", "unsafe_study", ",student:yes"),
                                        sexes("Everyone, where they live", "unsafe_local", ""))),
                        editor.exhibit(q("unsafe_local", "&by=age_band,sex" + STUDENTS))),
                editor.figures(
                        "students-unsafe-local-women",
                        "students-unsafe-local-men",
                        "students-wider-unsafe-local-women",
                        "students-wider-unsafe-local-men",
                        "students-unsafe-local-gap",
                        "students-safe-study-women",
                        "students-safe-study-men"));
    }

    private static Editor.Gap sexes(String label, String measure, String among) {
        return new Editor.Gap(
                label, q(measure, "&where=sex:female" + among + WAVES), q(measure, "&where=sex:male" + among + WAVES));
    }

    private Section orientations() {
        String start = "&where=orientation:";
        Optional<Comparison> bisexual = editor.compare(
                q("unsafe_local", start + "bisexual,student:yes" + WAVES),
                q("unsafe_local", start + "heterosexual,student:yes" + WAVES));
        Optional<Comparison> gay = editor.compare(
                q("unsafe_local", start + "gay_lesbian,student:yes" + WAVES),
                q("unsafe_local", start + "heterosexual,student:yes" + WAVES));
        return new Section(
                "orientation",
                Editor.difference(
                        bisexual, "Bisexual students", "heterosexual students", "to feel unsafe where they live"),
                List.of(
                        Editor.test(bisexual),
                        Editor.difference(gay, "Gay and lesbian students", "heterosexual students", "to feel unsafe")
                                + ". " + Editor.test(gay)),
                List.of(editor.exhibit(q("unsafe_local", "&by=orientation" + STUDENTS))),
                editor.figures(
                        "students-unsafe-local-bisexual",
                        "students-unsafe-local-gay-lesbian",
                        "students-unsafe-local-heterosexual"));
    }

    private Section disabilities() {
        Optional<Comparison> sensory = editor.compare(
                q("unsafe_local", "&where=disability:sensory,student:yes" + WAVES),
                q("unsafe_local", "&where=disability:sensory" + WAVES));
        Optional<Comparison> mobility = editor.compare(
                q("unsafe_local", "&where=disability:mobility,student:yes" + WAVES),
                q("unsafe_local", "&where=disability:mobility" + WAVES));
        return new Section(
                "disability",
                Editor.difference(
                        sensory,
                        "Students with a sensory disability",
                        "all residents with one",
                        "to feel unsafe where they live"),
                List.of(
                        Editor.test(sensory) + " The residents include the students; the test allows for it.",
                        Editor.difference(
                                        mobility,
                                        "Students with a mobility disability",
                                        "all residents with one",
                                        "to feel unsafe")
                                + ". " + Editor.test(mobility)),
                List.of(
                        editor.exhibit(q("unsafe_local", "&by=disability,student" + WAVES)),
                        editor.exhibit(q("unsafe_study", "&by=disability" + STUDENTS))),
                editor.figures(
                        "students-unsafe-local-sensory",
                        "students-unsafe-local-mobility",
                        "students-wider-unsafe-local-sensory",
                        "students-wider-unsafe-local-mobility",
                        "students-unsafe-study*"));
    }

    private Section experiences() {
        return againstEveryone(
                "experience",
                "community_issue",
                "to have experienced a community safety issue",
                "police_contact",
                "to have had contact with GMP or another community safety organisation",
                List.of(editor.gaps(
                        "What students and everyone have experienced in the last 12 months",
                        "Measure",
                        "students",
                        "everyone",
                        List.of(
                                everyone("A community safety issue", "community_issue"),
                                everyone("Contact with GMP or another organisation", "police_contact")))),
                editor.figures(
                        "students-community*",
                        "students-wider-community*",
                        "students-police*",
                        "students-wider-police*"));
    }

    private Section confidence() {
        return againstEveryone(
                "confidence",
                "confident_emergency",
                "to be confident of getting help in an emergency",
                "confident_non_emergency",
                "to be confident of getting help in a non-emergency",
                List.of(
                        editor.gaps(
                                "Confidence of students and everyone that GMP would help",
                                "Measure",
                                "students",
                                "everyone",
                                List.of(
                                        everyone("In an emergency", "confident_emergency"),
                                        everyone("In a non-emergency", "confident_non_emergency"))),
                        editor.exhibit(q("confident_emergency_scale", "&by=student" + WAVES)),
                        editor.exhibit(q("confident_emergency", "&by=wave,student" + WAVES))),
                editor.figures("students-confident*", "students-wider-confident*"));
    }

    private static Editor.Gap everyone(String label, String measure) {
        return new Editor.Gap(label, q(measure, STUDENTS), q(measure, WAVES));
    }

    private Section drivers() {
        return new Drivers(editor)
                .section(
                        "drivers",
                        q(
                                "unsafe_local",
                                "&where=sex:female/male" + WAVES
                                        + "&terms=student,sex,age_band,orientation,disabled,deprivation"),
                        "feeling unsafe where one lives");
    }

    /** A section on two measures of students against everyone surveyed: the first in the headline, the second below. */
    private Section againstEveryone(
            String id,
            String first,
            String firstInfinitive,
            String second,
            String secondInfinitive,
            List<Exhibit> exhibits,
            List<Reproduction> figures) {
        Optional<Comparison> headline = editor.compare(q(first, STUDENTS), q(first, WAVES));
        Optional<Comparison> below = editor.compare(q(second, STUDENTS), q(second, WAVES));
        return new Section(
                id,
                Editor.difference(headline, "Students", "residents as a whole", firstInfinitive),
                List.of(
                        Editor.test(headline),
                        Editor.difference(below, "Students", "residents as a whole", secondInfinitive) + ". "
                                + Editor.test(below)),
                exhibits,
                figures);
    }

    private Section respondents(List<Section> sections) {
        return new WhoAnswered(editor)
                .section(
                        q("base", WAVES),
                        "residents aged 16 and over, in nine quarterly waves",
                        List.of("wave", "sex", "age_band", "student"),
                        WhoAnswered.PCSS_WEIGHTING,
                        sections,
                        editor.figures("students-respondents*"));
    }

    private static List<String> notes() {
        return List.of(
                "“The wider population” is everyone surveyed in the period, students included, as the published text has it."
                        + " Tests of students against everyone allow for the overlap; in samples of this size they give almost the"
                        + " same p values as tests against the others.",
                "Published percentages are reproduced when the computed value rounds to the same printed number.",
                "Intervals are 95% logit intervals; a difference is called one only where its test rejects at 95%.");
    }
}
