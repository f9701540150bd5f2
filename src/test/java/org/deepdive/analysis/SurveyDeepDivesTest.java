package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepdive.PackagedStudies;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;
import org.deepdive.plot.GapPlot;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deep-dives on trust, on waves and on victims: their headlines claim what their tests say, and no figure is left out. */
class SurveyDeepDivesTest {

    private static final Map<String, DeepDive> DIVES = new TreeMap<>();
    private static Workspace workspace;

    @BeforeAll
    static void open() {
        workspace = PackagedStudies.workspace();
        List.of("trust", "waves", "victims").forEach(slug -> DIVES.put(slug, DeepDives.open(workspace, slug)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust", "waves", "victims"})
    void every_figure_of_the_publication_stands_in_a_section(String slug) {
        List<String> shown = DIVES.get(slug).sections().stream()
                .flatMap(section -> section.figures().stream())
                .map(Reproduction::figure)
                .map(PublishedFigure::id)
                .toList();
        List<String> published = workspace.published().of(slug).stream()
                .map(PublishedFigure::id)
                .filter(id -> !id.equals("victims-respondents-year"))
                .toList();
        assertThat(published).isNotEmpty();
        assertThat(shown).containsAll(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust", "waves", "victims"})
    void headlines_are_short(String slug) {
        assertThat(DIVES.get(slug).sections())
                .allSatisfy(section -> assertThat(section.headline().split(" ").length)
                        .as(section.headline())
                        .isLessThanOrEqualTo(18));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trust/residence",
                "trust/deprivation",
                "trust/orientation",
                "trust/finances",
                "trust/age",
                "trust/sex",
                "trust/ethnicity",
                "trust/contact",
                "trust/victims",
                "waves/lockdown",
                "waves/latest",
                "waves/age",
                "waves/sex",
                "waves/ethnicity",
                "waves/contact",
                "waves/victims",
                "waves/finances",
            })
    void a_headline_says_higher_or_lower_exactly_where_a_gap_is_significant(String name) {
        String[] parts = name.split("/");
        Section section = DIVES.get(parts[0]).section(parts[1]);
        GapPlot plot = ((GapExhibit) section.exhibits().get(0)).plot();
        boolean higher = false;
        boolean lower = false;
        for (int row = 0; row < plot.gaps().size(); row++) {
            if (plot.isSignificant(row)) {
                double difference =
                        plot.gaps().get(row).test().orElseThrow().value().difference();
                higher |= difference > 0;
                lower |= difference < 0;
            }
        }
        assertThat(section.headline().contains("higher")).as(section.headline()).isEqualTo(higher);
        assertThat(section.headline().contains("lower")).as(section.headline()).isEqualTo(lower);
    }

    @Test
    void trust_in_most_and_least_deprived_areas_is_no_finding_once_three_measures_are_tested() {
        Section section = DIVES.get("trust").section("deprivation");
        Comparison alone =
                workspace.compare(trust("q1"), trust("q5"), Audience.PUBLIC).value();
        assertThat(alone.isSignificant()).isTrue();
        GapPlot plot = ((GapExhibit) section.exhibits().get(0)).plot();
        assertThat(plot.isSignificant(0)).isFalse();
        assertThat(section.headline())
                .isEqualTo("Non-emergency confidence is higher among the most deprived fifth than the least deprived"
                        + " (50% v 33%)");
        assertThat(section.paragraphs().get(0))
                .startsWith("Trust 58% v 63%, no significant difference (")
                .contains("by itself " + alone.probability());
    }

    private static Query trust(String quintile) {
        return Query.parse("study=pcss&measure=trust&where=deprivation:" + quintile + "&waves=2023Q3..2023Q4");
    }

    @Test
    void rows_of_different_periods_say_so() {
        Exhibit gaps = DIVES.get("trust").section("orientation").exhibits().get(0);
        assertThat(gaps.subtitle())
                .endsWith("Q3 2023 to Q4 2023 (Trust); Q3 2019 to Q4 2023 (Emergency confidence, Non-emergency"
                        + " confidence)");
        assertThat(DIVES.get("waves").section("lockdown").exhibits().get(0).subtitle())
                .endsWith("Q2 2020 against Q1 2020");
    }

    @Test
    void trust_is_said_to_have_been_asked_of_half_from_july_2023_only() {
        Section trust = DIVES.get("trust").section("trust");
        assertThat(trust.headline()).isEqualTo("58% trust GMP a great deal or a fair amount");
        assertThat(trust.paragraphs().get(0))
                .startsWith("Trust was asked from July 2023 only, and of about half: 3,280 of the 6,500");
    }

    @Test
    void where_documents_contradict_themselves_is_said_plainly() {
        assertThat(DIVES.get("trust").section("contradictions").paragraphs().get(0))
                .contains("29,250 respondents are printed for the 18 waves", "leaves nobody for the other 9");
        assertThat(DIVES.get("waves").section("contradictions").paragraphs())
                .anyMatch(p -> p.contains("64% and 44%"))
                .anyMatch(p -> p.contains("21 months"))
                .anyMatch(p -> p.contains("“most measures”") && p.contains("“all measures”"));
        assertThat(DIVES.get("waves").section("contradictions").headline()).endsWith("in five places");
    }

    @Test
    void young_and_old_move_apart_by_the_contrast_of_their_changes() {
        LinearContrast contrast = workspace
                .contrast(
                        List.of(
                                safe("65_plus", "2021Q1"),
                                safe("65_plus", "2020Q2"),
                                safe("16_24", "2021Q1"),
                                safe("16_24", "2020Q2")),
                        List.of(1.0, -1.0, -1.0, 1.0),
                        Audience.PUBLIC)
                .value();
        Section section = DIVES.get("waves").section("divergence");
        assertThat(contrast.isSignificant()).isTrue();
        assertThat(section.headline())
                .isEqualTo("Perceived safety moved apart after the lockdown: %s points at 65 and over, %s at 16 to 24"
                        .formatted(points(contrast, 0), points(contrast, 2)));
        assertThat(section.paragraphs().get(0))
                .contains("%+.1f apart".formatted(100 * contrast.value()))
                .contains("Holm-adjusted over 3");
        assertThat(DIVES.get("waves").section("sex").paragraphs().get(1))
                .startsWith("Changes since the first lockdown do not differ significantly.");
    }

    private static String points(LinearContrast contrast, int at) {
        long points =
                Math.round(100 * (contrast.values().get(at) - contrast.values().get(at + 1)));
        return String.valueOf(points).replace('-', '−');
    }

    private static Query safe(String age, String wave) {
        return Query.parse("study=pcss&measure=safe_local&where=age_band:" + age + "&waves=" + wave + ".." + wave);
    }

    @Test
    void the_peak_is_named_only_where_it_is_above_every_other_wave() {
        Editor editor = new Editor(workspace);
        Peak peak = Peak.of(editor, "study=pcss&measure=safe_local&by=wave&waves=2019Q3..2021Q1");
        assertThat(peak.wave().code()).isEqualTo("2020Q2");
        assertThat(peak.standsOut()).isTrue();
        assertThat(DIVES.get("waves").section("safety").headline())
                .isEqualTo("Feeling safe locally: from 86% to 93%, highest in April to June 2020");
        Peak flat = Peak.of(editor, "study=pcss&measure=safe_local&by=wave&waves=2022Q1..2022Q4");
        assertThat(flat.below()).isLessThan(flat.others());
        assertThat(flat.words()).endsWith("no single wave above all others");
    }

    @Test
    void ethnic_differences_are_gone_only_where_the_models_say_so() {
        Section section = DIVES.get("waves").section("explained");
        List<ModelExhibit> models =
                section.exhibits().stream().map(ModelExhibit.class::cast).toList();
        assertThat(models).hasSize(3);
        assertThat(models)
                .allSatisfy(m -> assertThat(m.model().tests().get(0).p()).isGreaterThan(0.05));
        assertThat(section.headline())
                .isEqualTo("Perceived safety, emergency and non-emergency confidence: no significant ethnic difference"
                        + " left once adjusted");
        assertThat(section.paragraphs().get(0)).contains("does not show that there is none");
    }

    @Test
    void satisfaction_in_two_waves_is_a_difference_and_not_a_trend() {
        Section section = DIVES.get("victims").section("satisfaction");
        Comparison test = workspace
                .compare(
                        Query.parse("study=victims&measure=satisfied&waves=w2..w2"),
                        Query.parse("study=victims&measure=satisfied&waves=w1..w1"),
                        Audience.PUBLIC)
                .value();
        assertThat(test.isSignificant()).isTrue();
        assertThat(section.headline())
                .isEqualTo("More victims were satisfied in the second wave than in the first (64% v 57%)");
        assertThat(section.paragraphs().get(0)).contains("6.8 points higher", "not a trend");
        assertThat(DIVES.get("victims").section("sex").headline()).contains("no significant difference");
        assertThat(DIVES.get("victims").section("age").headline()).startsWith("No significant difference");
    }

    @Test
    void what_is_withheld_is_marked_and_never_said_not_to_differ() {
        Section section = DIVES.get("victims").section("orientation");
        GapPlot plot = ((GapExhibit) section.exhibits().get(0)).plot();
        for (int row = 0; row < plot.gaps().size(); row++) {
            String label = plot.gaps().get(row).label();
            boolean tested = plot.gaps().get(row).test().map(Cleared::value).isPresent();
            assertThat(section.paragraphs().get(0).contains(label + " [c]"))
                    .as(label)
                    .isEqualTo(!tested);
            assertThat(section.headline().contains(label) && !tested).as(label).isFalse();
        }
    }

    @Test
    void the_models_of_satisfaction_name_the_parts_of_the_service() {
        assertThat(DIVES.get("victims").section("drivers-satisfied").headline())
                .startsWith("Kept informed, ")
                .endsWith(" go with satisfaction, each adjusted for the others");
        assertThat(DIVES.get("victims").section("reasons-dissatisfied").headline())
                .isEqualTo("The reason dissatisfied victims give most often: “Lack of action” (49%)");
        assertThat(DIVES.get("victims").section("suggestions").headline())
                .startsWith("Suggested most often: “More regular communication");
    }
}
