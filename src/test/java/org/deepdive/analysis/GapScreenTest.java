package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.ScreenTable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every breakdown screened: what is tested, how it is adjusted and ranked, and what is said of it. */
class GapScreenTest {

    @TempDir
    private Path folder;

    private Workspace workspace;
    private GapScreen screen;

    @BeforeEach
    void screen() {
        workspace = new Village(folder)
                .prints("all", "safe", "66%", "percent", "", "")
                .workspace();
        screen = Studies.open(workspace, "village").measure("safe").gaps();
    }

    private ScreenTable table() {
        return screen.cleared().value();
    }

    private static ComparisonRow.Tested test(ScreenTable.Screened screened, String group) {
        return screened.rows().stream()
                .filter(row -> row.first().code().equals(group))
                .findFirst()
                .flatMap(ComparisonRow::tested)
                .orElseThrow();
    }

    @Test
    void the_measures_own_variable_waves_and_overlapping_groups_are_not_screened() {
        assertThat(table().screened()).extracting(s -> s.by().name()).containsExactly("area", "trust", "estate");
        assertThat(table().overlapping()).extracting(Variable::name).containsExactly("like");
        assertThat(screen.table().html()).contains("Not screened, since respondents can be in several groups: Likes.");
    }

    @Test
    void groups_that_are_no_answer_are_part_of_the_rest_and_not_tested() {
        ScreenTable.Screened area = table().screened().get(0);
        assertThat(area.rows()).extracting(row -> row.first().code()).containsExactly("north", "south");
        assertThat(test(area, "south").comparison().firstValue()).isCloseTo(152 / 300.0, within(1e-12));
        assertThat(test(area, "south").comparison().secondValue()).isCloseTo((210 + 135) / 450.0, within(1e-12));
    }

    @Test
    void probabilities_are_adjusted_over_all_tests_of_the_screen_and_no_others() {
        List<Double> alone = new ArrayList<>();
        for (ScreenTable.Screened screened : table().screened()) {
            Query query = Query.of("village", "safe").by(List.of(screened.by().name()));
            workspace.comparisons(query, ComparisonPlan.complement(), Audience.HOLDER).value().rows().stream()
                    .filter(row ->
                            screened.rows().stream().anyMatch(r -> r.first().equals(row.first())))
                    .forEach(row ->
                            alone.add(row.tested().map(ComparisonRow.Tested::p).orElse(Double.NaN)));
        }
        double[] expected = Adjustment.HOLM.adjust(
                alone.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(table().rows()
                        .mapToDouble(row -> row.tested()
                                .map(ComparisonRow.Tested::adjustedP)
                                .orElse(Double.NaN))
                        .toArray())
                .containsExactly(expected);
        assertThat(table().tests()).isEqualTo(4);
    }

    @Test
    void a_breakdown_of_two_groups_is_tested_once_and_what_is_withheld_is_counted_and_told() {
        ScreenTable.Screened estate = table().screened().get(2);
        assertThat(estate.rows()).extracting(row -> row.first().code()).containsExactly("big");
        assertThat(estate.rows().get(0).tested()).isEmpty();
        assertThat(table().withheldComparisons()).isEqualTo(1);
        assertThat(screen.withheld()).contains("Withheld [c], and not counted among the tests: 1 comparison.");
        assertThat(screen.findings()).extracting(f -> f.by().name()).containsExactly("area", "trust");
    }

    @Test
    void significant_gaps_come_first_with_their_largest_group_and_the_plot_that_shows_it() {
        GapScreen.Finding first = screen.gaps().get(0);
        assertThat(first.by().name()).isEqualTo("area");
        assertThat(first.significant()).isTrue();
        assertThat(first.gaps()).isEqualTo(1);
        assertThat(first.tests()).isEqualTo(2);
        assertThat(first.sentence())
                .matches("South, 50\\.7% against 76\\.7% for the rest: 26\\.0 percentage points lower"
                        + " \\(95% interval 1\\d\\.\\d to 3\\d\\.\\d; p < 0\\.001\\)\\.");
        assertThat(first.query().text()).isEqualTo("study=village&measure=safe&by=area");
        assertThat(screen.findings().get(1).sentence()).contains("no significant difference, ");
    }

    @Test
    void the_summary_names_the_adjustment_and_its_family() {
        assertThat(screen.summary())
                .isEqualTo("1 of 3 breakdowns has a significant gap at 95%. Each group is compared with the rest of its"
                        + " breakdown, Holm-adjusted over all 4 tests made, so whichever gap is picked, its probability"
                        + " holds.");
        assertThat(screen.adjusted("bh").summary())
                .contains("Benjamini-Hochberg-adjusted over all 4 tests made, so of the gaps called significant one in"
                        + " twenty may be chance.");
        assertThat(screen.adjusted("none").table().html()).contains("Adjusted p: not adjusted; 4 tests.");
        assertThat(screen.table().html())
                .contains("Adjusted p: Holm&apos;s adjustment over all 4 tests of the screen.");
        assertThat(screen.toString()).contains("Practice data: ", "Area: South, 50.7% against 76.7%");
    }

    @Test
    void filters_and_waves_hold_and_a_filter_that_leaves_one_group_is_no_breakdown() {
        GapScreen quarter = Studies.open(workspace, "village")
                .measure("safe")
                .where("area", "north", "south")
                .wave("2020Q2")
                .gaps();
        ScreenTable.Screened area = quarter.cleared().value().screened().get(0);
        assertThat(test(area, "north").comparison().firstValue()).isEqualTo(0.8);
        assertThat(test(area, "north").comparison().secondValue()).isEqualTo(0.5);
        GapScreen north = Studies.open(workspace, "village")
                .measure("safe")
                .where("area", "north")
                .gaps();
        assertThat(north.cleared().value().screened())
                .extracting(s -> s.by().name())
                .doesNotContain("area");
        assertThat(north.findings().get(0).query().text())
                .isEqualTo("study=village&measure=safe&by=trust&where=area:north");
    }

    @Test
    void means_are_compared_in_their_own_unit() {
        GapScreen score = Studies.open(workspace, "village").measure("score").gaps();
        assertThat(score.gaps().get(0).sentence())
                .startsWith("South, 1.51 against 1.77 for the rest: 0.26 lower (95% interval 0.");
    }

    @Test
    void each_answer_of_several_is_tested_and_its_gap_leads_to_its_plot() {
        GapScreen likes = Studies.open(workspace, "village").measure("likes").gaps();
        assertThat(likes.cleared().value().rows())
                .extracting(row -> row.answer().orElseThrow().code())
                .contains("parks", "pubs");
        GapScreen.Finding trust = likes.findings().stream()
                .filter(f -> f.by().name().equals("trust"))
                .findFirst()
                .orElseThrow();
        assertThat(trust.query().text())
                .startsWith("study=village&measure=likes.")
                .endsWith("&by=trust");
        assertThat(likes.table().csv()).startsWith("breakdown,group,answer,estimate,");
    }

    @Test
    void anyone_sees_rounded_bases_and_cut_digits() {
        GapScreen shown = GapScreen.of(workspace, Query.of("village", "safe"), Adjustment.HOLM, Audience.PUBLIC);
        ComparisonRow.Tested south = test(shown.cleared().value().screened().get(0), "south");
        assertThat(south.comparison().firstValue()).isEqualTo(0.5067);
        assertThat(south.comparison().difference()).isEqualTo(-0.26);
        assertThat(shown.cleared().audience()).isEqualTo(Audience.PUBLIC);
        assertThat(shown.table().csv()).contains("estate,big,,,,,").doesNotContain("tiny");
    }

    @Test
    void counts_have_no_screen_and_say_why() {
        assertThatThrownBy(
                        () -> Studies.open(workspace, "poll").measure("colour").gaps())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("published counts of people who chose themselves, not a sample, so no test");
    }
}
