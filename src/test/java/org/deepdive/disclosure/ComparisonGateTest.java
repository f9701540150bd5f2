package org.deepdive.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonRow;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Neighbourhood;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.RatioComparison;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.Trend;
import org.deepdive.estimate.TrendRow;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be shown of families of comparisons, of trends, rolling windows and tests of association. */
class ComparisonGateTest {

    private static final Rules RULES = Rules.read(DataFolder.packaged());
    private static final Gate PUBLIC = new Gate(RULES, Audience.PUBLIC);
    private static final Gate HOLDER = new Gate(RULES, Audience.HOLDER);
    private static final Query SAFE = Query.of("small", "safe");
    private static final Query BY_AREA = SAFE.by(List.of("area"));

    @TempDir
    Path temp;

    /** Area d counts too few, so a second one, c, is withheld with it. */
    private SurveyEstimates fourAreas() {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", 77, 30)
                .with("b", "2020Q2", 46, 60)
                .with("c", "2020Q3", 25, 21)
                .with("d", "2020Q4", 4, 40)
                .survey();
    }

    private static List<String> verdicts(ComparisonTable table) {
        return table.rows().stream()
                .map(row -> row.first().code() + "-"
                        + row.second().map(Category::code).orElse("rest") + ": "
                        + (row.outcome() instanceof ComparisonRow.Withheld withheld ? withheld.rule() : "shown"))
                .toList();
    }

    @Test
    void a_comparison_is_withheld_where_one_of_its_groups_is() {
        ComparisonTable table =
                HOLDER.comparisons(fourAreas(), BY_AREA, ComparisonPlan.pairs()).value();
        assertThat(verdicts(table))
                .containsExactly(
                        "a-b: shown",
                        "a-c: secondary",
                        "a-d: numerator",
                        "b-c: secondary",
                        "b-d: numerator",
                        "c-d: secondary");
    }

    @Test
    void a_weighted_sum_is_withheld_where_one_of_its_groups_is() {
        List<Query> shown = List.of(SAFE.where("area", "a"), SAFE.where("area", "b"));
        List<Query> hidden = List.of(SAFE.where("area", "a"), SAFE.where("area", "b"), SAFE.where("area", "d"));
        assertThatThrownBy(() -> HOLDER.contrast(fourAreas(), hidden, List.of(1.0, 1.0, -2.0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("The comparison is withheld [c]");
        assertThat(HOLDER.contrast(fourAreas(), shown, List.of(1.0, -1.0)).value())
                .isEqualTo(fourAreas().contrast(shown, List.of(1.0, -1.0)));
        LinearContrast coarse =
                PUBLIC.contrast(fourAreas(), shown, List.of(1.0, -1.0)).value();
        assertThat(coarse.bases()).containsExactly(110, 110);
        assertThat(coarse.test().df() % 10).isZero();
        assertThat(coarse.value()).isEqualTo(Math.round(coarse.value() * 1e4) / 1e4);
        assertThat(coarse.test().se()).isEqualTo(Math.round(coarse.test().se() * 1e4) / 1e4);
    }

    @Test
    void the_family_is_adjusted_over_what_is_shown() {
        ComparisonTable raw = fourAreas().comparisons(BY_AREA, ComparisonPlan.pairs());
        ComparisonTable table =
                HOLDER.comparisons(fourAreas(), BY_AREA, ComparisonPlan.pairs()).value();
        ComparisonRow.Tested shown = table.rows().get(0).tested().orElseThrow();
        assertThat(raw.tests()).isEqualTo(6);
        assertThat(table.tests()).isEqualTo(1);
        assertThat(shown.adjustedP())
                .isEqualTo(shown.p())
                .isLessThan(raw.rows().get(0).tested().orElseThrow().adjustedP());
    }

    @Test
    void anyone_sees_rounded_bases_and_four_decimals() {
        ComparisonPlan plan = ComparisonPlan.pairs().ratios();
        ComparisonRow.Tested exact = HOLDER.comparisons(fourAreas(), BY_AREA, plan)
                .value()
                .rows()
                .get(0)
                .tested()
                .orElseThrow();
        ComparisonRow.Tested shown = PUBLIC.comparisons(fourAreas(), BY_AREA, plan)
                .value()
                .rows()
                .get(0)
                .tested()
                .orElseThrow();
        Comparison c = shown.comparison();
        assertThat(List.of(exact.comparison().firstBase(), exact.comparison().secondBase()))
                .containsExactly(107, 106);
        assertThat(List.of(c.firstBase(), c.secondBase(), c.firstCounted(), c.secondCounted()))
                .containsExactly(110, 110, 80, 50);
        assertThat(c.difference()).isEqualTo(Math.round(exact.comparison().difference() * 1e4) / 1e4);
        RatioComparison r = shown.ratio().orElseThrow();
        assertThat(r.ratio()).isEqualTo(Math.round(exact.ratio().orElseThrow().ratio() * 1e4) / 1e4);
        assertThat(r.df()).isEqualTo(210);
        assertThat(shown.adjustedP()).isEqualTo(Math.round(exact.adjustedP() * 1e4) / 1e4);
    }

    @Test
    void the_rest_is_withheld_where_a_few_more_or_less_would_be_another_rest() {
        SurveyEstimates survey = new Neighbourhood(temp)
                .with("a", "2020Q1", 77, 30)
                .with("b", "2020Q2", 46, 60)
                .with("c", "2020Q3", 25, 21)
                .with("d", "2020Q4", 2, 4)
                .survey();
        assertThat(verdicts(HOLDER.comparisons(survey, BY_AREA, ComparisonPlan.complement())
                        .value()))
                .containsExactly("a-rest: remainder", "b-rest: remainder", "c-rest: secondary", "d-rest: base");
        assertThat(verdicts(HOLDER.comparisons(fourAreas(), BY_AREA, ComparisonPlan.complement())
                        .value()))
                .containsExactly("a-rest: shown", "b-rest: shown", "c-rest: secondary", "d-rest: numerator");
    }

    @Test
    void every_answer_is_cleared_for_itself() {
        Query query = Query.of("small", "answers").by(List.of("area"));
        assertThat(verdicts(HOLDER.comparisons(fourAreas(), query, ComparisonPlan.reference("a"))
                        .value()))
                .containsExactly(
                        "b-a: shown",
                        "b-a: shown",
                        "c-a: secondary",
                        "c-a: secondary",
                        "d-a: numerator",
                        "d-a: complement");
    }

    @Test
    void a_query_that_would_give_people_away_is_refused_as_a_whole() {
        SurveyEstimates survey = new Neighbourhood(temp)
                .with("a", "2020Q1", 77, 30)
                .with("b", "2020Q1", 46, 60)
                .with("c", "2020Q1", 2, 2)
                .survey();
        Query large = BY_AREA.where("area", "a", "b");
        assertThatThrownBy(() -> HOLDER.comparisons(survey, large, ComparisonPlan.pairs()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("who could be found by comparing two answers");
    }

    private SurveyEstimates overTime(int yesInTheThird) {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", 40, 40)
                .with("a", "2020Q2", 44, 40)
                .with("a", "2020Q3", yesInTheThird, 40)
                .with("a", "2020Q4", 60, 40)
                .with("a", "2021Q1", 66, 40)
                .survey();
    }

    @Test
    void that_a_group_has_nobody_is_withheld_unless_nobody_was_asked_in_a_wave() {
        SurveyEstimates survey = new Neighbourhood(temp)
                .with("a", "2020Q1", 77, 30)
                .with("a", "2020Q2", 77, 40)
                .with("b", "2020Q1", 46, 60)
                .with("b", "2020Q4", 46, 60)
                .survey();
        ComparisonTable areas = HOLDER.comparisons(survey, BY_AREA, ComparisonPlan.reference("a"))
                .value();
        assertThat(verdicts(areas)).containsExactly("b-a: shown", "c-a: base", "d-a: base");
        assertThat(areas.empty()).isEmpty();
        ComparisonTable waves = HOLDER.comparisons(survey, SAFE.where("area", "a"), ComparisonPlan.previousWave())
                .value();
        assertThat(verdicts(waves)).containsExactly("2020Q2-2020Q1: shown", "2020Q3-2020Q2: shown");
        assertThat(waves.rows().get(1).tested().orElseThrow().p()).isNaN();
        assertThat(waves.empty())
                .extracting(Category::code)
                .startsWith("2020Q3")
                .doesNotContain("2020Q4");
        assertThat(HOLDER.rolling(survey, SAFE.where("area", "a"), 4)
                        .value()
                        .rows()
                        .get(0)
                        .label())
                .isEqualTo("2020Q1 to 2020Q4 (nobody in 2020Q3)");
        assertThat(HOLDER.association(survey, BY_AREA).value().emptyGroups()).isEmpty();
    }

    @Test
    void a_trend_is_withheld_where_one_of_its_waves_is() {
        TrendRow shown = PUBLIC.trends(overTime(50), SAFE, Adjustment.HOLM)
                .value()
                .rows()
                .get(0);
        Trend trend = shown.trend().orElseThrow();
        assertThat(trend.base()).isEqualTo(460);
        assertThat(trend.waves()).isEqualTo(5);
        assertThat(trend.slope()).isEqualTo(Math.round(trend.slope() * 1e4) / 1e4);
        TrendRow withheld =
                PUBLIC.trends(overTime(3), SAFE, Adjustment.HOLM).value().rows().get(0);
        assertThat(withheld.trend()).isEmpty();
        assertThat(withheld.adjustedP()).isNaN();
    }

    @Test
    void waves_and_windows_are_cleared_like_other_groups() {
        assertThat(verdicts(HOLDER.comparisons(overTime(3), SAFE, ComparisonPlan.previousWave())
                        .value()))
                .containsExactly(
                        "2020Q2-2020Q1: secondary",
                        "2020Q3-2020Q2: numerator",
                        "2020Q4-2020Q3: numerator",
                        "2021Q1-2020Q4: shown",
                        "2021Q2-2021Q1: shown");
        assertThat(HOLDER.comparisons(overTime(3), SAFE, ComparisonPlan.previousWave())
                        .value()
                        .empty())
                .extracting(Category::code)
                .containsExactly("2021Q2", "2021Q3", "2021Q4");
        ComparisonTable windows = HOLDER.comparisons(
                        overTime(3), SAFE, ComparisonPlan.previousWave().rolling(2))
                .value();
        assertThat(verdicts(windows)).startsWith("2020Q2..2020Q3-2020Q1..2020Q2: shown");
        List<EstimateRow> rolling = PUBLIC.rolling(overTime(3), SAFE, 2).value().rows();
        assertThat(((Cell.Estimate) rolling.get(0).cell()).base()).isEqualTo(160);
    }

    @Test
    void a_test_of_association_needs_a_base_and_is_rounded_for_anyone() {
        AssociationTest test = PUBLIC.association(fourAreas(), BY_AREA).value();
        assertThat(test.respondents()).isEqualTo(300);
        assertThat(test.f().denominatorDf() % 10).isZero();
        assertThat(test.secondOrder().denominatorDf()).isInfinite();
        assertThat(HOLDER.association(fourAreas(), BY_AREA).value().respondents())
                .isEqualTo(303);
        SurveyEstimates few = new Neighbourhood(temp)
                .with("a", "2020Q1", 2, 3)
                .with("b", "2020Q1", 2, 2)
                .survey();
        assertThatThrownBy(() -> HOLDER.association(few, BY_AREA))
                .isInstanceOf(InputException.class)
                .hasMessage("The test is withheld [c]: too few respondents are in the table. Ask for a larger group.");
    }
}
