package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.deepdive.PackagedStudies;
import org.deepdive.estimate.Query;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.study.DataLabel;
import org.junit.jupiter.api.Test;

/** The partners' consultation as a deep-dive, checked against the counts and points that the report prints. */
class PartnersConsultationTest {

    private static final Workspace WORKSPACE = PackagedStudies.workspace();
    private static final DeepDive PARTNERS = PartnersConsultation.of(WORKSPACE);

    @Test
    void it_is_made_of_published_counts_alone_and_says_who_answered() {
        assertThat(PARTNERS.labels()).isEqualTo(Set.of(DataLabel.PUBLISHED));
        assertThat(PARTNERS.sections())
                .extracting(Section::id)
                .containsExactly("respondents", "q1", "q10", "q12", "q14", "q16", "other", "reproduction");
        assertThat(section("respondents").headline())
                .isEqualTo("121 people answered, the largest share from Manchester (21.49%)");
        assertThat(section("respondents").paragraphs())
                .containsExactly("One person is 0.83% of the respondents: percentages move in steps of that size.");
        assertThat(PARTNERS.notes().get(0)).contains("chose themselves", "121 are few");
    }

    @Test
    void headlines_name_who_comes_first_for_partners_and_for_residents() {
        assertThat(section("q1").headline())
                .isEqualTo("Current concerns: “Domestic abuse” comes first; for residents “Neighbourhood policing”");
        assertThat(section("q12").headline())
                .isEqualTo("Keeping people safe: “Neighbourhood policing and having visible local police” comes first,"
                        + " for residents too");
        assertThat(section("q10").headline()).startsWith("Addressing inequalities: “How we tackle crime");
        assertThat(section("q10").paragraphs())
                .anyMatch(p -> p.contains("our Gender-Based Violence Strategy” and “How"));
    }

    @Test
    void two_options_with_equal_points_come_first_together() {
        assertThat(section("q14").headline())
                .isEqualTo(
                        "Reducing harm: “Investigate and solve crime by increasing outcomes and charge rates” and “More"
                                + " victims of crime receiving justice” come first, level; for residents “Investigate and solve"
                                + " more crime by increasing outcomes and charge rates”");
    }

    @Test
    void two_that_one_respondent_could_turn_round_are_nearly_level_in_the_residents_headline() {
        DeepDive residents = DeepDives.open(WORKSPACE, "residents");
        assertThat(residents.section("q6").headline())
                .contains("“Transparency and trust in policing”", " are nearly level, 2 points apart");
        assertThat(residents.section("q6").paragraphs().get(1))
                .endsWith(
                        "The first two have 1,120 and 1,118 points: one respondent who chose otherwise could turn them"
                                + " round.");
        assertThat(residents.section("q1").headline()).endsWith("“Visible police presence” comes first");
        assertThat(residents.section("q1").paragraphs()).noneMatch(p -> p.contains("turn them round"));
    }

    @Test
    void two_choices_give_three_points_and_three_give_six() {
        assertThat(section("q10").paragraphs())
                .anyMatch(p ->
                        p.contains("A first choice gives 2 points, a second 1; the 121 respondents gave 363 points,"
                                + " 3 each. The fourth option is 30 points behind the third"));
        assertThat(section("q12").paragraphs())
                .anyMatch(
                        p -> p.contains("a second 2, a third 1; the 121 respondents gave 726 points, 6 each. The fourth"
                                + " option is 2 points behind the third; one respondent can give it up to 3."));
    }

    @Test
    void both_rank_orders_stand_side_by_side_where_the_options_are_the_same_and_no_test_is_claimed() {
        assertThat(List.of("q1", "q12", "q14", "q16")).allSatisfy(id -> {
            assertThat(section(id).exhibits())
                    .extracting(exhibit -> ((AnswerExhibit) exhibit).query().study())
                    .containsExactly("partners", "residents");
            assertThat(section(id).paragraphs())
                    .last()
                    .asString()
                    .startsWith("The 790 residents who answered had the same options")
                    .contains("No test tells whether the two orders differ by more than chance");
        });
        assertThat(section("q10").exhibits())
                .extracting(exhibit -> ((AnswerExhibit) exhibit).query().study())
                .containsExactly("partners");
        assertThat(section("q10").paragraphs()).noneMatch(p -> p.contains("residents"));
    }

    @Test
    void the_options_farthest_apart_are_named_with_both_places() {
        assertThat(section("q1").paragraphs())
                .last()
                .asString()
                .contains(
                        "Farthest apart: “Domestic abuse” (place 1 of 17 among partners, 11 among residents). No test");
    }

    @Test
    void the_residents_had_the_same_options_under_the_same_codes() {
        assertThat(List.of("q1", "q12", "q14", "q16"))
                .allSatisfy(id -> assertThat(codes(section(id).exhibits().get(0)))
                        .isEqualTo(codes(section(id).exhibits().get(1)))
                        .hasSizeGreaterThan(8));
    }

    @Test
    void every_figure_of_the_partners_stands_in_one_section() {
        List<String> shown = PARTNERS.sections().stream()
                .flatMap(section -> section.figures().stream())
                .map(Reproduction::figure)
                .map(PublishedFigure::id)
                .toList();
        assertThat(shown)
                .doesNotHaveDuplicates()
                .containsAll(WORKSPACE.published().of("partners").stream()
                        .map(PublishedFigure::id)
                        .toList())
                .contains("residents-partner-responses", "residents-combined-responses");
    }

    @Test
    void a_share_of_21_percent_comes_out_again_but_not_as_the_majority_that_it_is_called() {
        Reproduction manchester = section("respondents").figures().stream()
                .filter(r -> r.figure().id().equals("partners-text-manchester"))
                .findFirst()
                .orElseThrow();
        assertThat(manchester.verdict()).isEqualTo("reproduced");
        assertThat(manchester.claim().orElseThrow().supported()).isFalse();
        assertThat(manchester.claim().orElseThrow().sentence()).isEqualTo("21.5% are not more than half.");
    }

    private static Set<String> codes(Exhibit exhibit) {
        Query query = ((AnswerExhibit) exhibit).query();
        return Set.copyOf(WORKSPACE.study(query.study()).tallies(query.measure()).stream()
                .map(tally -> tally.option().code())
                .toList());
    }

    private static Section section(String id) {
        return PARTNERS.sections().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
