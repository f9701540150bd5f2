package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.regression.TermTest;
import org.deepdive.published.Reproduction;
import org.deepdive.study.Category;

/**
 * The deep-dive on seven quarterly waves, July 2019 to March 2021: safety and confidence before, during and after the first
 * lockdown of 2020, and who moved apart.
 */
public final class Waves {

    /** Its name in URLs. */
    public static final String SLUG = "waves";

    /** Its title. */
    public static final String TITLE = "Safety and confidence through the first lockdown";

    private static final String WAVES = "&waves=2019Q3..2021Q1";
    private static final String SINCE = "&waves=2020Q2..2021Q1";
    private static final String LOCKDOWN = "&waves=2020Q2..2020Q2";
    private static final String LATEST = "&waves=2021Q1..2021Q1";

    /** What is measured, as sentences name it, and its measure; the first three are asked about safety and GMP. */
    private static final List<String> LABELS = List.of(
            "Perceived safety",
            "Emergency confidence",
            "Non-emergency confidence",
            "Liking of the area",
            "Sense of community");

    private static final List<String> MEASURES =
            List.of("safe_local", "confident_emergency", "confident_non_emergency", "good_area", "community");
    private static final int MAIN = 3;

    private final Editor editor;
    private final Workspace workspace;

    private Waves(Workspace workspace) {
        this.workspace = workspace;
        this.editor = new Editor(workspace);
    }

    /** Computes the deep-dive. */
    public static DeepDive of(Workspace workspace) {
        return new Waves(workspace).write();
    }

    private DeepDive write() {
        List<Section> sections = new ArrayList<>(List.of(
                safety(),
                confidence(),
                area(),
                lockdown(),
                latest(),
                ages(),
                agesApart(),
                sexes(),
                ethnicities(),
                explained(),
                contact(),
                victims(),
                finances()));
        sections.add(new Overview(editor).section(SLUG));
        sections.add(new Contradictions(editor).section(SLUG, read(), editor.figures("waves-months")));
        sections.add(respondents(sections));
        return new DeepDive(
                SLUG,
                TITLE,
                "How safe residents felt and how confident they were of help from Greater Manchester Police from July 2019"
                        + " to March 2021, and how young and old moved apart after the first lockdown.",
                workspace.study("pcss"),
                Set.of(workspace.estimates("pcss").label()),
                sections,
                notes());
    }

    private static String q(int measure, String rest) {
        return "study=pcss&measure=" + MEASURES.get(measure) + rest;
    }

    /** The first measures in two groups, each the rest of a query. */
    private GapFindings gaps(
            String title, int measures, String among, String first, String one, String second, String other) {
        List<Editor.Gap> rows = IntStream.range(0, measures)
                .mapToObj(i -> new Editor.Gap(LABELS.get(i), q(i, one), q(i, other)))
                .toList();
        String together = measures == MAIN ? "Safety and confidence" : "All five measures";
        return new GapFindings(editor.gaps(title, "Measure", first, second, rows), among, first, second, together);
    }

    /** All respondents since the first lockdown in two groups, each a filter. */
    private GapFindings since(int measures, String first, String one, String second, String other) {
        return gaps(
                "Since the first lockdown: " + first + " and " + second,
                measures,
                "among",
                first,
                "&where=" + one + SINCE,
                second,
                "&where=" + other + SINCE);
    }

    private Section safety() {
        String query = q(0, "&by=wave" + WAVES);
        Peak peak = Peak.of(editor, query);
        return new Section(
                "safety",
                "Feeling safe locally: " + peak.words(),
                List.of(peak.sentence(LABELS.get(0))),
                List.of(
                        editor.exhibit(query),
                        editor.tests(query, ComparisonPlan.reference(peak.wave().code()))),
                editor.figures("waves-safe-steady", "waves-safe-lowest", "waves-safe-highest", "waves-safe-peak"));
    }

    private Section confidence() {
        return lines(
                "confidence",
                "Confidence of help in an emergency: ",
                1,
                editor.figures(
                        "waves-emergency-steady",
                        "waves-non-emergency-steady",
                        "waves-emergency-peak",
                        "waves-non-emergency-peak"));
    }

    private Section area() {
        return lines("area", "A good place to live: ", MAIN, editor.figures("waves-area-peak", "waves-community-peak"));
    }

    /** Two measures over the waves. */
    private Section lines(String id, String what, int measure, List<Reproduction> figures) {
        Peak first = Peak.of(editor, q(measure, "&by=wave" + WAVES));
        Peak second = Peak.of(editor, q(measure + 1, "&by=wave" + WAVES));
        return new Section(
                id,
                what + first.words(),
                List.of(first.sentence(LABELS.get(measure)) + " " + second.sentence(LABELS.get(measure + 1))),
                List.of(
                        editor.exhibit(q(measure, "&by=wave" + WAVES)),
                        editor.exhibit(q(measure + 1, "&by=wave" + WAVES))),
                figures);
    }

    private Section lockdown() {
        GapFindings found = gaps(
                "Before and in the first lockdown",
                MEASURES.size(),
                "in",
                "April to June 2020",
                LOCKDOWN,
                "the quarter before",
                "&waves=2020Q1..2020Q1");
        return section("lockdown", found, editor.figures("waves-*-lockdown"));
    }

    private Section latest() {
        GapFindings found = gaps(
                "The latest wave and the first", MAIN, "in", "early 2021", LATEST, "mid-2019", "&waves=2019Q3..2019Q3");
        return section(
                "latest",
                found,
                editor.figures(
                        "waves-*-improved",
                        "waves-*-earliest",
                        "waves-safe-latest",
                        "waves-safe-first",
                        "waves-emergency-latest",
                        "waves-emergency-first"));
    }

    private Section section(String id, GapFindings found, List<Reproduction> figures, String... shown) {
        List<Exhibit> exhibits = new ArrayList<>(List.of(found.exhibit()));
        for (String query : shown) {
            exhibits.add(editor.exhibit(query));
        }
        return new Section(id, found.headline(), List.of(found.paragraph()), exhibits, figures);
    }

    private Section ages() {
        GapFindings found = gaps(
                "Since the first lockdown: older people (65 and over) and younger people (16 to 24)",
                MAIN,
                "among",
                "older people",
                "&where=age_band:65_plus" + SINCE,
                "younger people",
                "&where=age_band:16_24" + SINCE);
        GapExhibit background = editor.gaps(
                "Who older and younger respondents are",
                "Characteristic",
                "65 and over",
                "16 to 24",
                List.of(
                        background("White", "white"),
                        background("Lived here for ten years or more", "long_residence"),
                        background("Can afford luxuries", "afford_luxuries")));
        return new Section(
                "age",
                found.headline(),
                List.of(found.paragraph()),
                List.of(found.exhibit(), background),
                editor.figures(
                        "waves-safe-older",
                        "waves-safe-younger",
                        "waves-*emergency-older",
                        "waves-*emergency-younger",
                        "waves-*-example",
                        "waves-white-*",
                        "waves-long-residence-*",
                        "waves-luxuries-older",
                        "waves-luxuries-younger",
                        "waves-younger-work",
                        "waves-age-trends"));
    }

    private static Editor.Gap background(String label, String measure) {
        String start = "study=pcss&measure=" + measure + "&where=age_band:";
        return new Editor.Gap(label, start + "65_plus" + SINCE, start + "16_24" + SINCE);
    }

    private Section agesApart() {
        Divergence changes =
                apart("people aged 65 and over", "age_band:65_plus", "those aged 16 to 24", "age_band:16_24");
        String headline = changes.isSignificant(0)
                ? "Perceived safety moved apart after the lockdown: " + changes.change(0, 0)
                        + " points at 65 and over, " + changes.change(0, 1) + " at 16 to 24"
                : "No significant difference in how young and old changed in safety since the lockdown";
        return new Section(
                "divergence",
                headline,
                List.of("From April to June 2020 to January to March 2021. " + changes.paragraph()),
                List.of(byWave(0, "age_band:16_24/65_plus"), byWave(1, "age_band:16_24/65_plus")),
                editor.figures(
                        "waves-safe-divergence",
                        "waves-*-impact",
                        "waves-safe-older-l*",
                        "waves-safe-younger-l*",
                        "waves-*emergency-older-l*",
                        "waves-*emergency-younger-l*"));
    }

    private Divergence apart(String first, String one, String second, String other) {
        List<List<String>> queries = IntStream.range(0, MAIN)
                .mapToObj(i -> List.of(
                        q(i, "&where=" + one + LATEST),
                        q(i, "&where=" + one + LOCKDOWN),
                        q(i, "&where=" + other + LATEST),
                        q(i, "&where=" + other + LOCKDOWN)))
                .toList();
        return new Divergence(editor, first, second, LABELS.subList(0, MAIN), queries);
    }

    /** The waves of a measure, one line for each group of a filter. */
    private Exhibit byWave(int measure, String groups) {
        String variable = groups.substring(0, groups.indexOf(':'));
        return editor.exhibit(q(measure, "&by=wave," + variable + "&where=" + groups + WAVES));
    }

    private Section sexes() {
        GapFindings found = since(MAIN, "women", "sex:female", "men", "sex:male");
        Divergence changes = apart("women", "sex:female", "men", "sex:male");
        String alike = changes.apart() == 0
                ? "Changes since the first lockdown do not differ significantly. "
                : Phrases.number(changes.apart()) + " of three changes differ. ";
        return new Section(
                "sex",
                found.headline(),
                List.of(found.paragraph(), alike + changes.paragraph()),
                List.of(found.exhibit(), byWave(0, "sex:female/male")),
                editor.figures("waves-*-women", "waves-*-men", "waves-trends-sex"));
    }

    private Section ethnicities() {
        return section(
                "ethnicity",
                since(MAIN, "White residents", "ethnicity:white", "other groups", "ethnicity:mixed/asian/black/other"),
                editor.figures("waves-*-ethnicity-*", "waves-*-white-not-more"),
                q(1, "&by=ethnicity" + SINCE));
    }

    /** Ethnic differences as they are and with age, finances and deprivation allowed for. */
    private Section explained() {
        List<ModelExhibit> adjusted = IntStream.range(0, MAIN)
                .mapToObj(i -> model(i, "ethnicity,age_band,finances,deprivation"))
                .toList();
        List<String> gone = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < MAIN; i++) {
            TermTest before = ethnicity(model(i, "ethnicity"));
            TermTest after = ethnicity(adjusted.get(i));
            double level = adjusted.get(i).model().level();
            if (before.isSignificant(level) && !after.isSignificant(level)) {
                gone.add(LABELS.get(i));
            }
            sentences.add(LABELS.get(i) + ": " + Comparison.probability(before.p()) + " by itself, "
                    + Comparison.probability(after.p()) + " adjusted");
        }
        return new Section(
                "explained",
                gone.isEmpty()
                        ? "Ethnic differences and what age, finances and deprivation explain of them"
                        : Phrases.and(Phrases.shortened(gone))
                                + ": no significant ethnic difference left once adjusted",
                List.of(
                        "Design-based Wald tests of ethnic group in logistic regressions, by itself and with age, finances"
                                + " and deprivation allowed for. " + String.join("; ", sentences)
                                + ". That a difference is no longer significant does not show that there is none.",
                        minority()),
                List.copyOf(adjusted),
                editor.figures(
                        "waves-ethnicity-explained", "waves-safe-affluent-older-*", "waves-safe-other-minority"));
    }

    private ModelExhibit model(int measure, String terms) {
        return editor.model(q(measure, SINCE + "&terms=" + terms));
    }

    private static TermTest ethnicity(ModelExhibit exhibit) {
        return exhibit.model().tests().get(0);
    }

    /** The document's example of people alike in all but ethnic group. */
    private String minority() {
        String affluent = "&where=age_band:55_64/65_plus,finances:luxuries/some_luxuries,ethnicity:";
        Optional<Comparison> found =
                editor.compare(q(0, affluent + "asian/black" + SINCE), q(0, affluent + "white" + SINCE));
        return Editor.difference(
                        found,
                        "Affluent Black and Asian residents aged 55 and over",
                        "White ones like them",
                        "to feel safe")
                + ". " + Editor.test(found);
    }

    private Section contact() {
        return section(
                "contact",
                since(MAIN, "those in contact", "police_contact:yes", "others", "police_contact:no"),
                editor.figures("waves-*-contact"),
                q(1, "&by=wave,police_contact&where=police_contact:yes/no" + SINCE));
    }

    private Section victims() {
        return section(
                "victims",
                since(MAIN, "victims of crime", "victim:yes", "others", "victim:no"),
                editor.figures("waves-*-victims"),
                q(0, "&by=wave,victim&where=victim:yes/no" + SINCE));
    }

    private Section finances() {
        GapFindings ends = since(
                MEASURES.size(), "people hard up", "finances:not_essentials", "affluent people", "finances:luxuries");
        List<Exhibit> exhibits = new ArrayList<>(List.of(ends.exhibit()));
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < MAIN; i++) {
            GapFindings steps = steps(i);
            sentences.add(steps.count(-1) + " of " + steps.size() + " steps lower in "
                    + FindingWords.inSentence(LABELS.get(i)));
            exhibits.add(steps.exhibit());
        }
        return new Section(
                "finances",
                ends.headline(),
                List.of(
                        ends.paragraph(),
                        "The gradient, each financial situation against the next better: " + Phrases.and(sentences)
                                + " (each measure’s steps Holm-adjusted)."),
                exhibits,
                editor.figures(
                        "waves-*-precarious", "waves-*-affluent", "waves-*-gradient-*", "waves-finances-linked"));
    }

    /** Each financial situation against the next better. */
    private GapFindings steps(int measure) {
        List<Category> situations = workspace.study("pcss").codebook().variable("finances").categories().stream()
                .filter(situation -> situation.status() == Category.Status.VALID)
                .toList();
        List<Editor.Gap> rows = IntStream.range(1, situations.size())
                .mapToObj(i -> new Editor.Gap(
                        situations.get(i).label(),
                        situation(measure, situations.get(i)),
                        situation(measure, situations.get(i - 1))))
                .toList();
        GapExhibit exhibit = editor.gaps(
                LABELS.get(measure) + " at each step of finances", "Financial situation", "these", "next better", rows);
        return new GapFindings(exhibit, "among", "each", "the next better", LABELS.get(measure));
    }

    private static String situation(int measure, Category situation) {
        return q(measure, "&where=finances:" + situation.code() + SINCE);
    }

    /** What the audit's arithmetic cannot find. */
    private static List<String> read() {
        return List.of(
                "The heading names waves 4 to 7 only, and the “earliest” wave is dated “Jul-Sep 2020”, within the “past 21"
                        + " months” that began in July 2019. July to September 2019 is taken.",
                "The peak in the first lockdown is one of “most measures” in one place and of “all measures” in another.",
                "“Limited quarterly variation” stands beside a “peak” and a range of 86% to 93%.");
    }

    private Section respondents(List<Section> sections) {
        return new WhoAnswered(editor)
                .section(
                        "study=pcss&measure=base" + WAVES,
                        "residents aged 16 and over, in seven quarterly waves",
                        List.of("wave", "sex", "age_band", "ethnicity"),
                        WhoAnswered.PCSS_WEIGHTING,
                        sections,
                        List.of());
    }

    private static List<String> notes() {
        return List.of(
                "Practice respondents’ waves are made up: only printed figures were fitted, and the sizes of all other"
                        + " changes, such as young people’s, are invented. They show what could be computed, not what happened.",
                "“Older” and “younger” are read as 65 and over and 16 to 24; “since the first lockdown” as April 2020 to"
                        + " March 2021, the document’s waves 4 to 7.",
                "44% and 39% are printed for emergencies, as are 64% and 59%; the non-emergency question is probably meant.",
                "Early 2021 is January to March, mid-2019 is July to September. People hard up cannot always afford essentials;"
                        + " affluent people can afford essentials and luxuries, in the example of older Black and Asian residents"
                        + " at least an occasional luxury; there, older is 55 and over.",
                "Perceived safety: very or fairly safe in the local area. Confidence: very or fairly confident of getting"
                        + " help from GMP. Liking of the area and sense of community: agree that the area is a good place to"
                        + " live, and that people look out for one another.",
                "Each family of tests is Holm-adjusted by itself; nothing is adjusted over the whole page.");
    }
}
