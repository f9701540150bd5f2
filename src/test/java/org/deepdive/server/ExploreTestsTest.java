package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.Query;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of what is tested of a question: its groups and waves, two of its values, and every breakdown of the study. */
@ExtendWith(ServedSite.Shared.class)
class ExploreTestsTest {

    private static final String BY_AREA = "/explore/pcss/unsafe_local/tests?by=orientation&waves=2021Q2..2023Q2";

    private final ServedSite site;

    ExploreTestsTest(ServedSite site) {
        this.site = site;
    }

    @Test
    void each_group_is_compared_with_the_rest_in_words_and_as_a_table() {
        Document page = site.page(BY_AREA);
        assertThat(page.select("h1").text())
                .isEqualTo(
                        "Feel a bit or very unsafe in the local area: each group against the rest, by Sexual orientation");
        assertThat(page.select(".card-label").text()).isEqualTo("Practice data");
        assertThat(page.select(".practice-strip")).hasSize(1);
        assertThat(page.select("[data-part=findings] > p").text())
                .isEqualTo(
                        "3 of 5 comparisons are significant at 95%; probabilities are Holm-adjusted over all of them.");
        assertThat(page.select(".tests li")).hasSize(5);
        assertThat(page.select(".tests li").get(2).text())
                .matches(
                        "▲ Higher\\. Bisexual are \\d\\.\\d percentage points \\(95% interval .*\\) more likely than the"
                                + " rest, 18\\.7% against 11\\.0%; the difference is significant \\(p < 0\\.001\\)\\.");
        assertThat(page.select(".tests li").get(3).text()).startsWith("– No significant difference. ");
        assertThat(page.select("table.dd-table tbody tr")).hasSize(5);
    }

    @Test
    void the_twins_hold_what_the_library_computes_for_anyone() throws Exception {
        ComparisonTable expected = site.workspace()
                .comparisons(
                        Query.parse("study=pcss&measure=unsafe_local&by=orientation&waves=2021Q2..2023Q2"),
                        ComparisonPlan.complement(),
                        Audience.PUBLIC)
                .value();
        JsonNode json = new ObjectMapper()
                .readTree(site.get(BY_AREA.replace("/tests", "/tests.json")).body());
        assertThat(json.get("rows")).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(json.get("rows").get(i).get("adjusted_p").asDouble())
                    .isEqualTo(expected.rows().get(i).tested().orElseThrow().adjustedP());
        }
        String csv = site.get(BY_AREA.replace("/tests", "/tests.csv")).body();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).startsWith("first,second,first_estimate,").contains("bisexual,rest,", ",practice\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /explore/pcss/safe_local/tests                            | the latest wave against the first, by Quarter of interview
            /explore/pcss/safe_local/tests?by=wave&against=year       | each wave against the one a year before, by Quarter of interview
            /explore/pcss/safe_local/tests?by=wave,sex                | the latest wave against the first, by Quarter of interview and Sex
            /explore/pcss/safe_local/tests?by=sex&against=pairs       | every pair of groups, by Sex
            /explore/pcss/safe_local/tests?by=disability              | every pair of groups, by Type of disability
            /explore/pcss/safe_local/tests?by=sex&waves=2022Q1        | each group against the rest, by Sex
            """)
    void what_is_compared_follows_the_question_or_is_chosen(String path, String title) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(site.page(path).select("h1").text()).endsWith(": " + title);
    }

    @Test
    void of_many_comparisons_the_significant_ones_are_told_and_all_are_in_the_table() {
        Document page = site.page("/explore/pcss/safe_local/tests?by=age_band,district");
        int told = page.select(".tests li").size();
        int all = page.select("table.dd-table tbody tr").size();
        assertThat(all).isEqualTo(60);
        assertThat(told).isLessThan(all);
        assertThat(page.select(".tests li")).allMatch(item -> item.hasClass("significant"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /explore/residents/q1_feel_safe/tests              | 400 | counts-only
            /explore/residents/q1_feel_safe/gaps               | 400 | counts-only
            /explore/pcss/base/gaps                            | 400 | no-test
            /explore/pcss/safe_local/tests?waves=2022Q1        | 400 | no-breakdown
            /explore/pcss/safe_local/tests?by=sex&against=year | 400 | unknown-comparison
            /explore/pcss/nothing/gaps                         | 404 | unknown-measure
            /explore/pcss/safe_local/gaps?against=pairs        | 400 | unknown-parameter
            /explore/pcss/safe_local/difference?by=sex&first=female&second=female   | 400 | one-value
            /explore/pcss/safe_local/difference?by=sex&first=female                 | 400 | unknown-category
            /explore/pcss/safe_local/difference?by=sex&first=female&second=male,yes | 400 | value
            /explore/pcss/safe_local/difference?by=sex&where=sex:male&first=female&second=male | 400 | value
            """)
    void what_has_no_test_is_refused_in_the_one_error_shape(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = site.get(path, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new ObjectMapper()
                        .readTree(answer.body())
                        .get("error")
                        .get("code")
                        .asText())
                .startsWith(code);
    }

    @Test
    void a_study_of_counts_says_on_its_plots_page_why_no_test_exists() {
        Document page = site.page("/explore/residents/q1_feel_safe");
        assertThat(page.select("#tests + p").text())
                .isEqualTo(
                        "The study \"residents\" has published counts of people who chose themselves, not a sample, so no"
                                + " test of a difference exists.");
        assertThat(page.select(".lazy, .pair")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /explore/pcss/safe_local/difference?by=sex&first=female&second=male | row=safe_local;where=sex:female~safe_local;where=sex:male~
            /explore/pcss/safe_local/difference?by=wave&first=2021Q2&second=2023Q2 | row=safe_local;waves=2021Q2~safe_local;waves=2023Q2~
            /explore/pcss/safe_local_scale/difference?first=very_safe&second=very_unsafe&where=student:yes | row=safe_local_scale.very_safe;where=student:yes~safe_local_scale.very_unsafe;where=student:yes~
            /explore/pcss/safe_local/difference?by=sex&interval=beta&first=female&second=male | row=safe_local;where=sex:female~safe_local;where=sex:male~
            """)
    void two_values_lead_to_the_page_that_tests_their_difference(String path, String row) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String location = answer.headers().firstValue("location").orElseThrow();
        assertThat(location).contains("/compare/pcss?title=", row);
        HttpResponse<String> compared = site.get(location.substring(location.indexOf("/compare")));
        assertThat(compared.statusCode()).isEqualTo(200);
        assertThat(compared.body()).contains("data-part=\"findings\"");
    }

    @Test
    void the_values_to_choose_from_are_the_ones_shown_and_not_too_many() {
        Document page = site.page("/explore/pcss/unsafe_local?by=orientation&waves=2021Q2..2023Q2");
        List<String> drawn = page.select(".plot-wide [data-cell]").eachAttr("data-cell");
        assertThat(page.select("#first option").eachAttr("value")).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(page.select("#second option[selected]").attr("value")).isEqualTo("gay_lesbian");
        assertThat(site.get(page.select(".plot").attr("data-spec")).body()).contains("\"customdata\":[\"bisexual\",");
        assertThat(site.page("/explore/pcss/safe_local?by=wave,district").select(".pair"))
                .isEmpty();
        assertThat(site.page("/explore/pcss/safe_local").select(".pair")).isEmpty();
    }

    @Test
    void gaps_are_ranked_with_links_to_their_plots_and_a_statement_of_the_family() {
        Document page = site.page("/explore/pcss/unsafe_local/gaps?waves=2021Q2..2023Q2");
        assertThat(page.select("[data-part=gaps] > p").text())
                .matches(
                        "\\d+ of 22 breakdowns have significant gaps at 95%\\. Each group is compared with the rest of its"
                                + " breakdown, Holm-adjusted over all \\d+ tests made, so whichever gap is picked, its probability"
                                + " holds\\.");
        List<String> links = page.select(".gaps a").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(10).allMatch(path -> site.get(path).statusCode() == 200);
        assertThat(links.get(0)).startsWith("/explore/pcss/unsafe_local?by=").endsWith("&waves=2021Q2..2023Q2");
        assertThat(page.select(".practice-strip")).hasSize(1);
    }

    @Test
    void the_size_of_gaps_falls_and_withheld_ones_have_no_number() throws Exception {
        JsonNode rows = new ObjectMapper()
                .readTree(site.get("/explore/pcss/unsafe_local/gaps.json").body())
                .get("rows");
        double last = 1;
        String breakdown = "";
        double largest = 1;
        for (JsonNode row : rows) {
            if (!row.get("breakdown").asText().equals(breakdown)) {
                assertThat(largest).isLessThanOrEqualTo(last);
                last = largest;
                largest = 0;
                breakdown = row.get("breakdown").asText();
            }
            if (row.get("significant").asBoolean()) {
                largest = Math.max(largest, Math.abs(row.get("difference").asDouble()));
            }
            if (row.get("flags").asText().equals("[c]")) {
                assertThat(row.get("estimate").isNull()
                                && row.get("base").isNull()
                                && row.get("p").isNull())
                        .isTrue();
            }
        }
        assertThat(site.get("/explore/pcss/unsafe_local/gaps.csv")
                        .body()
                        .lines()
                        .count())
                .isEqualTo(rows.size() + 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/pcss/unsafe_local/gaps?by=sex&waves=2021Q2",
                "/explore/pcss/unsafe_local/gaps?waves=2021Q2&interval=beta"
            })
    void a_breakdown_or_an_interval_is_no_part_of_a_screen(String path) {
        assertThat(site.get(path).headers().firstValue("location").orElseThrow())
                .endsWith("/explore/pcss/unsafe_local/gaps?waves=2021Q2");
    }
}
