package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which comparisons a family has, and what is told where there is nothing to compare. */
class ComparisonFamilyTest {

    private static final Query SAFE = Query.of("small", "safe");
    private static final Query BY_AREA = SAFE.by(List.of("area"));

    @TempDir
    Path temp;

    private SurveyEstimates threeAreas() {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", 70, 30)
                .with("b", "2020Q1", 40, 60)
                .with("c", "2020Q2", 50, 50)
                .survey();
    }

    private static List<String> names(ComparisonTable table) {
        return table.rows().stream()
                .map(row -> row.first().code() + "-"
                        + row.second().map(Category::code).orElse("rest"))
                .toList();
    }

    private static double adjusted(ComparisonTable table, int row) {
        return table.rows().get(row).tested().orElseThrow().adjustedP();
    }

    @Test
    void pairs_are_compared_once_and_a_group_of_nobody_is_told_and_is_no_test() {
        ComparisonTable table = threeAreas().comparisons(BY_AREA, ComparisonPlan.pairs());
        assertThat(names(table)).containsExactly("a-b", "a-c", "a-d", "b-c", "b-d", "c-d");
        assertThat(table.empty()).extracting(Category::code).containsExactly("d");
        assertThat(table.tests()).isEqualTo(3);
        ComparisonRow.Tested empty = table.rows().get(2).tested().orElseThrow();
        assertThat(empty.comparison().difference()).isNaN();
        assertThat(empty.p()).isNaN();
        assertThat(empty.adjustedP()).isNaN();
        assertThat(empty.isSignificant(0.5)).isFalse();
        double[] raw = {
            table.rows().get(0).tested().orElseThrow().p(),
            table.rows().get(1).tested().orElseThrow().p(),
            table.rows().get(3).tested().orElseThrow().p()
        };
        double[] holm = Adjustment.HOLM.adjust(raw);
        assertThat(adjusted(table, 0)).isEqualTo(holm[0]).isEqualTo(3 * raw[0]);
        assertThat(adjusted(table, 1)).isEqualTo(holm[1]);
        assertThat(adjusted(table, 3)).isEqualTo(holm[2]);
    }

    @Test
    void the_rest_of_a_breakdown_never_contains_the_group() {
        ComparisonTable table = threeAreas().comparisons(BY_AREA, ComparisonPlan.complement());
        assertThat(names(table)).containsExactly("a-rest", "b-rest", "c-rest", "d-rest");
        Comparison a = table.rows().get(0).tested().orElseThrow().comparison();
        assertThat(a.firstBase()).isEqualTo(100);
        assertThat(a.secondBase()).isEqualTo(200);
        assertThat(a.second().text()).isEqualTo("study=small&measure=safe&where=area:b/c/d");
        assertThat(a.secondCounted()).isEqualTo(90);
    }

    @Test
    void a_filter_leaves_its_groups_out_of_the_rest() {
        ComparisonTable table = threeAreas().comparisons(BY_AREA.where("area", "a", "b"), ComparisonPlan.complement());
        assertThat(names(table)).containsExactly("a-rest", "b-rest");
        assertThat(table.rows().get(0).tested().orElseThrow().comparison().secondBase())
                .isEqualTo(100);
    }

    @Test
    void a_reference_is_the_second_side_of_every_comparison() {
        assertThat(names(threeAreas().comparisons(BY_AREA, ComparisonPlan.reference("b"))))
                .containsExactly("a-b", "c-b", "d-b");
    }

    @Test
    void of_two_breakdowns_the_groups_of_the_last_are_compared_or_of_the_one_named() {
        Query query = SAFE.by(List.of("quarter", "area")).waves("2020Q1", "2020Q2");
        ComparisonTable last = threeAreas().comparisons(query, ComparisonPlan.reference("a"));
        assertThat(last.rows().get(0).within()).extracting(Category::code).containsExactly("2020Q1");
        assertThat(last.groups(last.rows().get(0), last.rows().get(0).first()))
                .extracting(Category::code)
                .containsExactly("2020Q1", "b");
        ComparisonTable first = threeAreas()
                .comparisons(query, ComparisonPlan.reference("2020Q1").along("quarter"));
        assertThat(first.groups(first.rows().get(0), first.rows().get(0).first()))
                .extracting(Category::code)
                .containsExactly("2020Q2", "a");
    }

    @Test
    void every_answer_of_a_distribution_is_compared() {
        ComparisonTable table = threeAreas()
                .comparisons(Query.of("small", "answers").by(List.of("area")), ComparisonPlan.reference("a"));
        assertThat(table.rows())
                .extracting(row -> row.answer().orElseThrow().code())
                .startsWith("yes", "no");
        Comparison yes = table.rows().get(0).tested().orElseThrow().comparison();
        Comparison no = table.rows().get(1).tested().orElseThrow().comparison();
        assertThat(no.difference()).isCloseTo(-yes.difference(), within(1e-12));
        assertThat(yes.first().text()).isEqualTo("study=small&measure=answers.yes&where=area:b");
    }

    @Test
    void groups_that_overlap_are_compared_exactly_and_have_no_rest() {
        SurveyEstimates survey = threeAreas();
        ComparisonTable table = survey.comparisons(SAFE.by(List.of("news")), ComparisonPlan.pairs());
        Comparison ours = table.rows().get(0).tested().orElseThrow().comparison();
        assertThat(ours).isEqualTo(survey.compare(SAFE.where("news", "paper"), SAFE.where("news", "radio")));
        assertThat(table.empty()).isEmpty();
        refused(() -> survey.comparisons(SAFE.by(List.of("news")), ComparisonPlan.complement()))
                .hasMessage(
                        "Respondents can give several answers to \"news\", so its groups overlap and none has a rest."
                                + " Compare every pair of groups, or each with one of them.");
    }

    @Test
    void shares_that_are_zero_have_no_test_since_their_standard_error_of_0_is_no_certainty() {
        SurveyEstimates survey = new Neighbourhood(temp)
                .with("a", "2020Q1", 20, 30)
                .with("b", "2020Q1", 0, 50)
                .survey();
        ComparisonRow.Tested test = survey.comparisons(
                        BY_AREA, ComparisonPlan.pairs().ratios())
                .rows()
                .get(0)
                .tested()
                .orElseThrow();
        assertThat(test.ratio().orElseThrow().ratio()).isInfinite();
        assertThat(test.p()).isNaN();
        assertThat(test.comparison().difference()).isEqualTo(0.4);
        assertThat(test.comparison().p()).isNaN();
        assertThat(test.comparison().isSignificant()).isFalse();
    }

    private SurveyEstimates fiveQuarters() {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", 20, 30)
                .with("a", "2020Q2", 25, 30)
                .with("a", "2020Q4", 28, 30)
                .with("a", "2021Q1", 35, 30)
                .with("a", "2021Q2", 40, 30)
                .survey();
    }

    @Test
    void a_wave_of_nobody_is_told_and_waves_are_not_compared_across_it() {
        SurveyEstimates survey = fiveQuarters();
        ComparisonTable previous = survey.comparisons(SAFE, ComparisonPlan.previousWave());
        assertThat(names(previous))
                .containsExactly(
                        "2020Q2-2020Q1",
                        "2020Q3-2020Q2",
                        "2020Q4-2020Q3",
                        "2021Q1-2020Q4",
                        "2021Q2-2021Q1",
                        "2021Q3-2021Q2");
        assertThat(previous.empty()).extracting(Category::code).containsExactly("2020Q3", "2021Q3", "2021Q4");
        assertThat(previous.tests()).isEqualTo(3);
        assertThat(names(survey.comparisons(SAFE, ComparisonPlan.yearBefore())))
                .containsExactly("2021Q1-2020Q1", "2021Q2-2020Q2", "2021Q4-2020Q4");
        assertThat(names(survey.comparisons(SAFE, ComparisonPlan.latestAndFirst())))
                .containsExactly("2021Q2-2020Q1");
        assertThat(names(survey.comparisons(SAFE, ComparisonPlan.previousWave().rolling(4))))
                .startsWith("2020Q2..2021Q1-2020Q1..2020Q4");
    }

    @Test
    void headcounts_kept_by_wave_are_those_of_a_pass_over_the_waves_asked_for() {
        SurveyEstimates survey = fiveQuarters();
        for (Query query : List.of(SAFE, SAFE.waves("2020Q1", "2020Q2"), SAFE.waves("2020Q2", "2020Q4"))) {
            int base = ((Cell.Estimate) survey.bases(query).rows().get(0).cell()).base();
            assertThat(survey.base(query)).isPositive().isEqualTo(base);
            List<EstimateRow> answers =
                    survey.answersBehind(query).orElseThrow().rows();
            assertThat(answers)
                    .allSatisfy(row ->
                            assertThat(((Cell.Estimate) row.cell()).base()).isEqualTo(base));
            assertThat(answers.stream()
                            .mapToInt(row -> ((Cell.Estimate) row.cell()).counted())
                            .sum())
                    .isEqualTo(base);
        }
    }

    @Test
    void a_rolling_window_pools_its_waves_and_tells_those_of_nobody() {
        SurveyEstimates survey = fiveQuarters();
        EstimateTable table = RollingWaves.of(survey, SAFE, 3, survey::estimate);
        assertThat(table.rows().get(0).groups().get(0).code()).isEqualTo("2020Q1..2020Q3");
        assertThat(table.rows().get(0).groups().get(0).label()).isEqualTo("2020Q1 to 2020Q3 (nobody in 2020Q3)");
        assertThat(table.rows().get(0).cell())
                .isEqualTo(survey.estimate(SAFE.waves("2020Q1", "2020Q3")).single());
        assertThat(table.rows()).hasSize(6);
    }

    @Test
    void a_trend_leaves_the_distance_of_a_wave_of_nobody() {
        TrendTable table = fiveQuarters().trends(SAFE, Adjustment.HOLM);
        Trend trend = table.rows().get(0).trend().orElseThrow();
        assertThat(trend.waves()).isEqualTo(5);
        assertThat(table.empty()).extracting(Category::code).containsExactly("2020Q3", "2021Q3", "2021Q4");
        assertThat(trend.slope()).isPositive();
        assertThat(trend.first()).isLessThan(trend.last());
        TrendTable two = fiveQuarters().trends(SAFE.waves("2020Q2", "2020Q4"), Adjustment.HOLM);
        assertThat(two.rows().get(0).trend().orElseThrow().slope()).isNaN();
        assertThat(two.tests()).isZero();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(InputException.class);
    }

    @Test
    void what_cannot_be_compared_is_told() {
        SurveyEstimates survey = threeAreas();
        refused(() -> survey.comparisons(SAFE, ComparisonPlan.pairs()))
                .hasMessage("There are no groups to compare: the query has no breakdown."
                        + " Break down by a variable, such as sex.");
        refused(() -> survey.comparisons(BY_AREA.where("area", "a"), ComparisonPlan.complement()))
                .hasMessage("The breakdown by \"area\" has 1 group here, so there is nothing to compare."
                        + " Let more of its groups through, or break down by another variable.");
        refused(() -> survey.comparisons(BY_AREA, ComparisonPlan.reference("e")))
                .hasMessageContaining("There is no group of area \"e\".");
        refused(() -> survey.comparisons(BY_AREA, ComparisonPlan.pairs().along("quarter")))
                .hasMessageContaining("There is no variable of the breakdown \"quarter\".");
        refused(() -> survey.comparisons(Query.of("small", "base").by(List.of("area")), ComparisonPlan.pairs()))
                .hasMessage("Numbers of respondents have no test. Ask for a measure.");
        refused(() -> survey.association(SAFE))
                .hasMessage("A test of association needs one breakdown; the query has 0."
                        + " Break down by one variable, and filter by others.");
        refused(() -> survey.association(Query.of("small", "score").by(List.of("area"))))
                .hasMessageStartingWith("\"score\" has no answers of which each respondent gave one");
    }

    @Test
    void what_cannot_be_followed_over_time_is_told() {
        SurveyEstimates survey = fiveQuarters();
        refused(() -> survey.comparisons(SAFE.waves("2020Q1", "2020Q1"), ComparisonPlan.previousWave()))
                .hasMessage("There is only one wave here, so there is nothing to compare. Let more waves through.");
        refused(() -> survey.comparisons(SAFE.waves("2020Q1", "2020Q4"), ComparisonPlan.yearBefore()))
                .hasMessageStartingWith("No wave here has the same one a year before");
        refused(() -> survey.comparisons(SAFE, ComparisonPlan.previousWave().rolling(9)))
                .hasMessage("A rolling window of 9 waves does not fit into 8. Pool fewer waves, or let more through.");
        refused(() -> survey.trends(SAFE.waves("2020Q1", "2020Q2"), Adjustment.HOLM))
                .hasMessageStartingWith("A trend needs at least 3 waves; the query has 2.");
        refused(() -> ComparisonPlan.pairs().rolling(0)).hasMessageStartingWith("A rolling window of 0 waves");
        refused(() -> ComparisonPlan.pairs().at(95)).hasMessageStartingWith("The confidence level 95.0 is not");
        refused(() -> ComparisonPlan.overTime("last")).hasMessageContaining("Allowed: previous, year, first.");
        SurveyEstimates without =
                new Neighbourhood(temp).with("a", "2020Q1", 5, 5).withoutWaves();
        refused(() -> without.trends(SAFE, Adjustment.HOLM))
                .hasMessage("The study \"small\" has no waves, so nothing can be followed over time."
                        + " Compare the groups of a breakdown instead.");
    }
}
