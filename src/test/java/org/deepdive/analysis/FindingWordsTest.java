package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.Neighbourhood;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What a researcher reads: sentences, text and tables of comparisons, trends and associations. */
class FindingWordsTest {

    @TempDir
    Path temp;

    private Question safe(Neighbourhood people) {
        return question(people, "safe");
    }

    @BeforeEach
    void makeFolder() {
        new Neighbourhood(temp).study(true).withRulesAndFigures();
    }

    private Question question(Neighbourhood people, String measure) {
        Workspace workspace = Workspace.open(new DataFolder(temp, true), Map.of("small", people.file()), Progress.NONE);
        return Studies.open(workspace, "small").measure(measure);
    }

    private Neighbourhood threeAreas() {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", 140, 60)
                .with("b", "2020Q2", 80, 120)
                .with("c", "2020Q3", 123, 77);
    }

    private Neighbourhood rising() {
        return new Neighbourhood(temp)
                .with("a", "2020Q1", 40, 60)
                .with("a", "2020Q2", 47, 53)
                .with("a", "2020Q3", 55, 45)
                .with("a", "2020Q4", 61, 39)
                .with("a", "2021Q1", 70, 30);
    }

    @Test
    void a_difference_says_by_how_much_with_interval_test_and_family() {
        List<String> sentences = safe(threeAreas())
                .by("area")
                .where("area", "a", "b", "c")
                .differences()
                .sentences();
        assertThat(sentences.get(0))
                .isEqualTo("Feel safe: a are 30.0 percentage points (95% interval 20.6 to 39.4) more likely than b,"
                        + " 70.0% against 40.0%; the difference is significant (p < 0.001, Holm-adjusted over 3"
                        + " comparisons).");
        assertThat(sentences.get(1))
                .isEqualTo("Feel safe: no significant difference between a (70.0%) and c (61.4%): 8.6 percentage points"
                        + " (95% interval -0.7 to 18.0; p = 0.071, Holm-adjusted over 3 comparisons).");
        assertThat(sentences.get(2))
                .startsWith("Feel safe: b are 21.4 percentage points (95% interval 11.7 to 31.1) less likely than c");
    }

    @Test
    void a_comparison_with_the_rest_is_told_and_a_group_of_nobody_is_withheld_as_a_small_one() {
        List<String> sentences = safe(threeAreas()).by("area").complement().sentences();
        assertThat(sentences.get(0))
                .startsWith("Feel safe: a are")
                .contains("more likely than the rest, 70.0% against");
        assertThat(sentences.get(3)).isEqualTo("Feel safe: d against the rest: withheld [c].");
    }

    @Test
    void a_ratio_says_how_many_times_as_likely() {
        Differences ratios = safe(threeAreas()).by("area").against("b").ratios().adjusted("none");
        assertThat(ratios.sentences().get(0))
                .isEqualTo(
                        "Feel safe: a are 1.75 times (95% interval 1.44 to 2.13) as likely as b, 70.0% against 40.0%;"
                                + " the ratio is significant (p < 0.001).");
        assertThat(ratios.table().text()).contains("Adjusted p: not adjusted; 2 comparisons shown.");
    }

    @Test
    void a_mean_is_higher_or_lower() {
        assertThat(question(threeAreas(), "score")
                        .by("area")
                        .against("b")
                        .sentences()
                        .get(0))
                .startsWith("Mean score: a are 1.20 (95% interval 0.82 to 1.58) higher than b, 3.80 against 2.60;");
    }

    @Test
    void a_wave_is_compared_with_another() {
        assertThat(safe(rising()).overTime("first").sentences().get(0))
                .startsWith(
                        "Feel safe: 2021Q1 is 30.0 percentage points (95% interval 16.7 to 43.3) higher than 2020Q1,"
                                + " 70.0% against 40.0%; the difference is significant (p < 0.001).");
        assertThat(safe(rising()).overTime().sentences())
                .hasSize(5)
                .endsWith("Feel safe: nobody in 2021Q2, so 2021Q2 and 2021Q1 cannot be compared.");
        assertThat(safe(rising()).overTime("year").sentences().get(0))
                .startsWith("Feel safe: 2021Q1 is")
                .contains("higher than 2020Q1");
        assertThat(safe(rising()).overTime().rolling(2).sentences().get(0))
                .startsWith("Feel safe: no significant difference between 2020Q2 to 2020Q3");
    }

    @Test
    void a_trend_says_by_how_much_a_quarter() {
        Trends trends = safe(rising()).trend();
        assertThat(trends.sentences())
                .containsExactly("Feel safe: rose by 7.41 percentage points a quarter (95% interval 4.41 to 10.40) from"
                        + " 2020Q1 to 2021Q1; the linear trend is significant (p < 0.001).");
        assertThat(trends.toString()).contains("Nobody in: quarter 2021Q2, 2021Q3, 2021Q4.");
        assertThat(safe(rising())
                        .where("news", "paper")
                        .waves("2020Q1", "2020Q3")
                        .trend()
                        .sentences()
                        .get(0))
                .startsWith("Feel safe: no significant linear trend from 2020Q1 to 2020Q3: ");
    }

    @Test
    void an_association_names_the_test_to_use() {
        Association association = safe(threeAreas()).by("area").association();
        assertThat(association.sentence())
                .matches("area and feel safe are associated \\(Cramér's V 0\\.25; F = \\d+\\.\\d\\d on [\\d.]+ and"
                        + " \\d+ degrees of freedom, p < 0\\.001\\)\\.");
        assertThat(association.toString()).contains("Second order, F");
        Association none = safe(new Neighbourhood(temp)
                        .with("a", "2020Q1", 50, 50)
                        .with("b", "2020Q1", 51, 49))
                .by("area")
                .association();
        assertThat(none.sentence()).startsWith("No significant association between area and feel safe (F = ");
        assertThat(none.tablesaw().stringColumn("test").asList()).containsExactly("f", "second-order", "first-order");
    }

    @Test
    void what_is_withheld_has_no_number_in_any_form() {
        Differences differences =
                safe(threeAreas().with("d", "2020Q4", 3, 40)).by("area").differences();
        assertThat(differences.sentences().get(2)).isEqualTo("Feel safe: a against d: withheld [c].");
        assertThat(differences.toString()).contains("[c] suppressed to protect confidentiality");
        assertThat(differences.table().csv().lines().skip(3).findFirst()).contains("a,d,,,,,,,,,,,,,,[c],real");
        Table table = differences.tablesaw();
        assertThat(table.doubleColumn("difference").isMissing(2)).isTrue();
        assertThat(table.stringColumn("flags").get(2)).isEqualTo("[c]");
    }

    @Test
    void csv_and_tablesaw_hold_the_numbers_of_the_comparison() {
        Differences differences = safe(threeAreas()).by("area").compare(ComparisonPlan.reference("a"));
        List<String> lines = differences.table().csv().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "first,second,first_estimate,second_estimate,first_base,second_base,difference,se,low,high,t,"
                                + "df,p,adjusted_p,significant,flags,data");
        double difference =
                differences.rows().get(0).tested().orElseThrow().comparison().difference();
        assertThat(difference).isNegative();
        assertThat(lines.get(1))
                .startsWith("b,a,")
                .contains("," + difference + ",")
                .endsWith(",true,,real");
        assertThat(differences.tablesaw().doubleColumn("difference").get(0)).isEqualTo(difference);
        assertThat(differences.table().json()).contains("\"significant\":true", "\"label\":\"real\"");
    }

    @Test
    void many_comparisons_are_a_table_and_a_count() {
        String text = safe(threeAreas()).by("quarter").differences().toString();
        assertThat(text).contains("2 of 3 comparisons are significant at 95%.").doesNotContain("the difference is");
    }
}
