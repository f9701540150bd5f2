package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.deepdive.PackagedStudies;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code deepdive compare} with families of comparisons, as a user runs it. */
class CompareFamilyTest {

    private static Run run(String line) {
        return Run.of(line.strip().split("\\s+"));
    }

    private static ComparisonTable table(String query, ComparisonPlan plan) {
        SurveyEstimates pcss = (SurveyEstimates) PackagedStudies.workspace().estimates("pcss");
        return pcss.comparisons(Query.parse(query), plan);
    }

    @Test
    void pairs_are_the_default_with_a_breakdown_and_have_the_digits_of_the_library() {
        Run run = run("compare pcss safe_local --by sex --format csv");
        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).startsWith("first,second,first_estimate,second_estimate,first_base,second_base,");
        ComparisonTable pairs = table("study=pcss&measure=safe_local&by=sex", ComparisonPlan.pairs());
        String[] fields = lines.get(1).split(",");
        assertThat(fields[0] + "-" + fields[1]).isEqualTo("female-male");
        assertThat(Double.parseDouble(fields[6]))
                .isEqualTo(
                        pairs.rows().get(0).tested().orElseThrow().comparison().difference());
        assertThat(run("compare pcss safe_local --by sex --pairs --format csv").out())
                .isEqualTo(run.out());
    }

    @Test
    void text_has_the_label_the_table_and_the_sentences() {
        Run run = run("compare pcss safe_local --by sex --reference female --adjust bh");
        assertThat(run.out())
                .contains("Practice data: Invented respondents")
                .contains("each group against one, by Sex")
                .contains("Benjamini and Hochberg's adjustment over 3 comparisons shown.")
                .contains("Men are 1.9 percentage points (95% interval 1.3 to 2.4) more likely than Women");
    }

    @Test
    void each_group_can_be_held_against_the_rest() throws IOException {
        Run run = run("compare pcss safe_local --by district --complement --format json");
        JsonNode root = new ObjectMapper().readTree(run.out());
        assertThat(root.get("rows")).hasSize(10);
        assertThat(root.get("rows").get(0).get("second").asText()).isEqualTo("rest");
        assertThat(root.get("data").get("label").asText()).isEqualTo("practice");
    }

    @Test
    void ratios_have_columns_of_their_own() {
        assertThat(run("compare pcss safe_local --by sex --ratio --format csv").out())
                .contains(",ratio,log_se,low,high,t,df,p,adjusted_p,");
        assertThat(run("compare pcss safe_local --by sex --ratio --reference female")
                        .out())
                .contains("1.02 times (95% interval")
                .contains("as likely as Women");
    }

    @Test
    void small_groups_are_withheld() {
        Run run = run("compare pcss safe_local --by sex --waves 2023Q1..2024Q1 --format csv");
        assertThat(run.out()).contains("female,other,,,,,,,,,,,,,,[c],practice");
    }

    @Test
    void waves_are_compared_with_the_one_before_unless_another_is_asked_for() {
        assertThat(run("compare pcss safe_local --over-time --format csv").out().lines())
                .hasSize(19)
                .anySatisfy(line -> assertThat(line).startsWith("2024Q1,2023Q4,"));
        assertThat(run("compare pcss safe_local --over-time year --format csv")
                        .out()
                        .lines())
                .hasSize(16)
                .anySatisfy(line -> assertThat(line).startsWith("2024Q1,2023Q1,"));
        assertThat(run("compare pcss safe_local --over-time first").out())
                .contains("January to March 2024 is 3.5 percentage points");
        assertThat(run("compare pcss safe_local --over-time year --by sex --format csv")
                        .out())
                .startsWith("sex,first,second,")
                .contains("female,2024Q1,2023Q1,");
    }

    @Test
    void rolling_years_are_estimated_and_compared() {
        assertThat(run("compare pcss safe_local --rolling 4 --format csv").out())
                .startsWith("wave,estimate,se,low,high,base,")
                .contains("\n2019Q3..2020Q2,0.8");
        assertThat(run("compare pcss safe_local --rolling 4").out()).contains("Quarter of interview, rolling 4");
        assertThat(run("compare pcss safe_local --rolling 4 --over-time --format csv")
                        .out())
                .contains("\n2019Q4..2020Q3,2019Q3..2020Q2,");
    }

    @Test
    void a_trend_is_told_in_a_sentence() {
        assertThat(run("compare pcss safe_local --trend --by sex").out())
                .contains("among Men: rose by 0.09 percentage points a quarter (95% interval 0.02 to 0.16) from July to"
                        + " September 2019 to January to March 2024; the linear trend is significant");
        assertThat(run("compare pcss safe_local --trend --format csv").out())
                .startsWith("first_estimate,last_estimate,waves,base,slope,se,low,high,t,df,p,adjusted_p,significant,");
    }

    @Test
    void an_association_is_told_in_a_sentence() throws IOException {
        assertThat(run("compare pcss safe_local_scale --by age_band --association")
                        .out())
                .contains("Age and feelings of safety in the local area are associated (Cramér's V");
        JsonNode rows = new ObjectMapper()
                .readTree(run("compare pcss safe_local --by sex --association --format json")
                        .out())
                .get("rows");
        assertThat(rows.get(0).get("test").asText()).isEqualTo("f");
        assertThat(rows.get(1).get("denominator_df").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare pcss safe_local                                     | The command does not say what is compared. Add --by and a variable for its groups, --group for one group, or --over-time for waves.",
                "compare pcss safe_local --pairs                             | There are no groups to compare: the query has no breakdown.",
                "compare pcss safe_local --by sex --pairs --complement       | --pairs and --complement do not go together. Leave one of them out.",
                "compare pcss safe_local --by sex --trend --ratio            | --trend and --ratio do not go together.",
                "compare pcss safe_local --by sex --association --adjust bh  | --association and --adjust do not go together.",
                "compare pcss safe_local --rolling 4 --complement --by sex   | --complement and --rolling do not go together.",
                "compare pcss safe_local --group sex=female --trend          | --group and --than compare two groups; --trend compares a family.",
                "compare pcss safe_local --by sex --reference femal          | Did you mean \"female\"?",
                "compare pcss safe_local --by sex --along age_band           | There is no variable of the breakdown \"age_band\".",
                "compare pcss safe_local --by sex --adjust hom               | Did you mean \"holm\"?",
                "compare pcss safe_local --over-time month                   | Allowed: previous, year, first.",
                "compare pcss safe_local --by sex --where sex=female --complement | has 1 group here, so there is nothing to compare.",
                "compare pcss safe_local --trend --waves 2023Q1..2023Q2      | A trend needs at least 3 waves; the query has 2.",
                "compare pcss safe_local --rolling 40                        | A rolling window of 40 waves does not fit into 19.",
                "compare pcss safe_local --by sex,age_band --association     | A test of association needs one breakdown; the query has 2.",
                "compare residents district --by sex --pairs                 | has published counts of people who chose themselves, not a sample",
            })
    void a_mistake_is_one_clear_message_and_exit_code_two(String line, String message) {
        Run run = run(line);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void the_help_text_has_every_kind_of_comparison_with_an_example() {
        String help = run("compare --help").out();
        assertThat(help)
                .contains("--pairs", "--complement", "--reference", "--over-time", "--rolling", "--trend")
                .contains("--association", "--ratio", "--adjust", "--along", "--group", "--than")
                .contains("deepdive compare pcss safe_local --trend --by sex");
    }

    @Test
    void every_breakdown_is_screened_for_gaps_with_the_adjustment_named() {
        Run run = run("compare pcss unsafe_local --screen --waves 2021Q2..2023Q2");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "Practice data: ",
                        "Holm's adjustment over all",
                        "of 22 breakdowns have significant gaps at 95%.")
                .contains("Victim of crime: Yes, ")
                .contains("Not screened, since respondents can be in several groups: ");
        Run csv = run("compare pcss unsafe_local --screen --adjust none --format csv");
        assertThat(csv.out()).startsWith("breakdown,group,estimate,rest_estimate,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compare pcss safe_local --screen --by sex        | --screen looks through every breakdown
            compare pcss safe_local --screen --complement    | --complement and --screen do not go together
            compare pcss safe_local --screen --ratio         | --screen and --ratio do not go together
            compare pcss safe_local --screen --group sex=female | --group and --than compare two groups; --screen compares a family
            """)
    void a_screen_goes_with_no_other_comparison(String line, String problem) {
        Run run = run(line);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
    }
}
