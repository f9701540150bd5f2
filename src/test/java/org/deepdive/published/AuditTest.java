package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the audit on a made-up publication: one contradiction, found, beside what is consistent, silent. */
class AuditTest {

    @TempDir
    private Path folder;

    private MadeUpPublication made;

    @BeforeEach
    void madeUp() {
        made = new MadeUpPublication(folder);
    }

    private void finds(Severity severity, String check, List<String> ids, String... words) {
        assertThat(made.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(severity);
            assertThat(f.check()).isEqualTo(check);
            assertThat(f.ids()).isEqualTo(ids);
            assertThat(f.finding()).contains(words);
        });
    }

    private void findsNothing() {
        assertThat(made.findings()).isEmpty();
    }

    @Test
    void every_check_has_a_name_of_its_own() {
        assertThat(Audit.checks()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void a_percentage_of_one_answer_that_no_count_prints_is_impossible() {
        made.poll("right", "opinion.yes", "42.86%", "percent", "7")
                .poll("right-too", "opinion.no", "43.86%", "percent", "57");
        findsNothing();
        made.poll("off", "hobby.chess", "12.5%", "percent-chosen", "7");
        finds(
                Severity.IMPOSSIBLE,
                "granularity",
                List.of("off"),
                "No whole count of 7 prints as 12.5%: 0 prints 0.0% and 1 prints 14.3%.");
    }

    @Test
    void a_net_that_no_count_prints_is_imprecise_where_rounded_percentages_add_up_to_it() {
        // Of 790, 96 print 12.15% and 97 print 12.28%; 1 prints 0.13% and 95 print 12.03%, together 12.16%.
        made.poll("sum", "opinion.no/unsure", "12.16%", "percent", "790");
        finds(Severity.IMPRECISE, "granularity", List.of("sum"), "sum of 2 rounded percentages");
    }

    @Test
    void a_net_that_neither_a_count_nor_a_sum_prints_is_impossible() {
        made.poll("off", "opinion.no/unsure", "45%", "percent", "4");
        finds(Severity.IMPOSSIBLE, "granularity", List.of("off"), "no 2 rounded percentages add up to it");
    }

    @Test
    void a_net_with_very_many_decimals_is_given_the_benefit_of_the_doubt() {
        made.poll("fine", "opinion.no/unsure", "42.857142858%", "percent", "7");
        finds(Severity.IMPRECISE, "granularity", List.of("fine"), "42.857142857%");
    }

    @Test
    void a_weighted_percentage_need_not_be_a_count_of_its_base() {
        made.panel("weighted", "safe", "12.5%", "percent", "7");
        findsNothing();
    }

    @Test
    void a_tie_may_be_rounded_either_way() {
        made.poll("up", "opinion.yes", "13%", "percent", "8").poll("down", "opinion.no", "12%", "percent", "8");
        findsNothing();
    }

    @Test
    void answers_that_add_up_to_more_than_everyone_are_impossible() {
        made.poll("one", "opinion.yes", "60", "count", "100").poll("other", "opinion.no", "41%", "percent", "100");
        finds(
                Severity.IMPOSSIBLE,
                "parts",
                List.of("one", "other"),
                "add up to more than everyone: 60 + 41 = 101 of 100 respondents");
    }

    @Test
    void a_complete_distribution_adds_up_to_everyone() {
        made.poll("one", "opinion.yes", "60", "count", "100")
                .poll("other", "opinion.no", "30", "count", "100")
                .poll("unsure", "opinion.unsure", "9", "count", "100");
        finds(Severity.INCONSISTENT, "parts", List.of("one", "other", "unsure"), "60 + 30 + 9 = 99 of 100 respondents");
    }

    @Test
    void percentages_of_a_distribution_may_miss_a_hundred_by_their_rounding() {
        made.poll("one", "opinion.yes", "33%", "percent", "")
                .poll("two", "opinion.no", "33%", "percent", "")
                .poll("three", "opinion.unsure", "33%", "percent", "");
        findsNothing();
    }

    @Test
    void percentages_of_a_distribution_may_not_miss_a_hundred_by_more() {
        made.panel("safe", "safe", "60%", "percent", "").panel("unsafe", "unsafe", "38%", "percent", "");
        finds(Severity.INCONSISTENT, "parts", List.of("safe", "unsafe"), "60% + 38% = about 98.0%");
    }

    @Test
    void a_distribution_that_is_not_printed_whole_may_add_up_to_less() {
        made.poll("one", "opinion.yes", "60", "count", "100").poll("other", "opinion.no", "10", "count", "100");
        findsNothing();
    }

    @Test
    void a_count_and_a_percentage_of_the_same_answer_agree() {
        made.poll("count", "opinion.yes", "118", "count", "790")
                .poll("percent", "opinion.yes", "14.94%", "percent", "790");
        findsNothing();
        made.poll("off", "opinion.yes", "15.06%", "percent", "790");
        assertThat(made.findings())
                .filteredOn(f -> f.check().equals("parts"))
                .singleElement()
                .satisfies(f ->
                        assertThat(f.finding()).contains("118 respondents and 15.06% are printed", "14.94% of 790"));
    }

    @Test
    void a_net_is_no_less_than_its_parts() {
        made.poll("net", "opinion.yes/unsure", "20%", "percent", "100")
                .poll("part", "opinion.yes", "25%", "percent", "100");
        finds(Severity.IMPOSSIBLE, "parts", List.of("net", "part"), "25", "20% is printed for them together");
    }

    @Test
    void a_net_is_no_more_than_all_its_parts() {
        made.poll("net", "opinion.yes/unsure", "40%", "percent", "100")
                .poll("part", "opinion.yes", "25%", "percent", "100")
                .poll("rest", "opinion.unsure", "5%", "percent", "100");
        finds(Severity.INCONSISTENT, "parts", List.of("net", "part", "rest"), "25 + 5 = 30 of 100 respondents");
    }

    @Test
    void shares_of_a_choose_two_question_add_up_to_two_hundred_percent_at_most() {
        made.poll("chess", "hobby.chess", "90%", "percent-chosen", "")
                .poll("music", "hobby.music", "80%", "percent-chosen", "")
                .poll("sport", "hobby.sport", "30%", "percent-chosen", "");
        findsNothing();
        made = new MadeUpPublication(folder)
                .poll("chess", "hobby.chess", "90%", "percent-chosen", "")
                .poll("music", "hobby.music", "80%", "percent-chosen", "")
                .poll("sport", "hobby.sport", "40%", "percent-chosen", "");
        finds(
                Severity.IMPOSSIBLE,
                "parts",
                List.of("chess", "music", "sport"),
                "Where 2 answers could be chosen",
                "90% + 80% + 40% = about 210.0%");
    }

    @Test
    void a_score_times_the_respondents_is_a_whole_number_of_points() {
        made.poll("right", "wish.peace", "2.05", "score", "100")
                .poll("wrong", "wish.bread", "1.5550000001", "score", "100");
        finds(Severity.IMPOSSIBLE, "chart-scores", List.of("wrong"), "155.5 points together", "no whole number");
    }

    @Test
    void a_score_is_no_more_than_the_points_of_a_first_choice() {
        made.poll("wrong", "wish.peace", "3.05", "score", "100");
        finds(Severity.IMPOSSIBLE, "chart-scores", List.of("wrong"), "more than the 3 points each can give");
    }

    @Test
    void a_score_is_the_study_s_own() {
        made.poll("wrong", "wish.peace", "2.04", "score", "100").poll("right", "wish.bread", "1.55", "score", "100");
        finds(Severity.INCONSISTENT, "chart-scores", List.of("wrong"), "204 points", "counts 205");
    }

    @Test
    void a_complete_chart_gives_six_points_a_respondent() {
        made.write("studies/poll/tallies.csv", """
                measure,option,label,count,respondents,origin
                wish,peace,Peace,300,100,chart
                wish,bread,Bread,250,100,chart
                """);
        made.poll("peace", "wish.peace", "3.00", "score", "100").poll("bread", "wish.bread", "2.50", "score", "100");
        finds(
                Severity.INCONSISTENT,
                "chart-scores",
                List.of("peace", "bread"),
                "The points of 2 answers add up to 550, but 100 respondents with 6 points each give 600.");
    }

    @Test
    void one_figure_is_not_printed_with_two_values() {
        made.poll("once", "hobby.chess", "47%", "percent-chosen", "")
                .poll("again", "hobby.chess", "47.3%", "percent-chosen", "")
                .poll("at-least", "hobby.chess", "20%", "percent-chosen", "", "", "at least");
        findsNothing();
        made.poll("torn", "hobby.chess", "48%", "percent-chosen", "");
        finds(
                Severity.INCONSISTENT,
                "printed-twice",
                List.of("once", "again", "torn"),
                "47%, 47.3% and 48% are all printed for “chess”");
    }

    @Test
    void a_round_number_beside_the_number_itself_is_imprecise() {
        made.panel("round", "base&waves=w1..w4", "4,000", "respondents", "")
                .panel("exact", "base&waves=w1..w4", "4,012", "respondents", "");
        finds(Severity.IMPRECISE, "printed-twice", List.of("round", "exact"), "One is the other, rounded.");
    }

    @Test
    void a_sum_is_the_sum_of_its_parts() {
        made.row("one", "", "400", "respondents", "", "", "")
                .row("two", "", "131", "respondents", "", "", "")
                .row("all", "", "531", "respondents", "", "one two", "sum");
        findsNothing();
        made.row("wrong", "", "541", "respondents", "", "one two", "sum");
        finds(Severity.INCONSISTENT, "sums", List.of("wrong", "one", "two"), "541", "400 + 131 = 531.");
    }

    @Test
    void a_sum_rounded_without_saying_so_is_imprecise() {
        made.row("one", "", "400", "respondents", "", "", "")
                .row("two", "", "131", "respondents", "", "", "")
                .row("all", "", "500", "respondents", "", "one two", "sum");
        finds(Severity.IMPRECISE, "sums", List.of("all", "one", "two"), "500", "531; rounded to 100s they agree");
    }

    @Test
    void a_count_in_the_text_is_the_study_s_own() {
        made.poll("right", "colour.red", "55%", "percent", "100").poll("wrong", "colour.blue", "31", "count", "100");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("wrong"), "counts 30 of 100 (30.00%)");
    }

    @Test
    void at_least_and_over_are_bounds_on_the_study_s_counts() {
        made.poll("at-least", "colour.green", "12", "count", "100", "", "at least")
                .poll("over", "colour.red", "54%", "percent", "100", "", "over");
        findsNothing();
        made.poll("not-over", "colour.green", "12", "count", "100", "", "over");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("not-over"), "over 12", "counts 12 of 100");
    }

    @Test
    void a_majority_is_more_than_half() {
        made.poll("red", "colour.red", "", "finding", "", "", "majority")
                .poll("printed", "opinion.yes", "51%", "percent", "100", "", "majority");
        findsNothing();
        made.poll("blue", "colour.blue", "", "finding", "", "", "most");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("blue"), "“Blue”", "30 of 100");
    }

    @Test
    void a_printed_majority_of_less_than_half_is_inconsistent() {
        made.panel("safe", "safe", "47%", "percent", "", "", "majority");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("safe"), "47% is no more than half");
    }

    @Test
    void ranks_are_those_of_the_study_s_counts() {
        made.poll("peace", "wish.peace", "", "finding", "", "", "top 1")
                .poll("bread", "wish.bread", "", "finding", "", "", "second")
                .poll("rain", "wish.rain", "", "finding", "", "", "top 3")
                .poll("wind", "wish.wind", "", "finding", "", "", "smallest");
        findsNothing();
        made.poll("sun", "wish.sun", "", "finding", "", "", "top 3");
        finds(
                Severity.INCONSISTENT,
                "text-against-data",
                List.of("sun"),
                "Called top 3, but “Sun” with 70 is below “Peace” with 205, “Bread” with 155 and “Rain” with 120.");
    }

    @Test
    void the_first_is_not_the_second() {
        made.poll("peace", "wish.peace", "", "finding", "", "", "second");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("peace"), "“Peace” with 205 is above");
    }

    @Test
    void a_rank_leaves_out_the_answers_of_its_versus() {
        made.poll("none", "colour.none", "3", "count", "100")
                .poll("green", "colour.green", "12", "count", "100", "none", "smallest");
        findsNothing();
        made.poll("wrong", "colour.green", "", "finding", "", "", "smallest");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("wrong"), "“No answer” with 3");
    }

    @Test
    void ranks_are_checked_against_printed_figures_where_nothing_is_counted() {
        made.poll("chess", "hobby.chess", "50%", "percent-chosen", "", "", "top 1")
                .poll("music", "hobby.music", "49.8%", "percent-chosen", "");
        findsNothing();
        made.poll("sport", "hobby.sport", "51%", "percent-chosen", "");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("chess", "sport"), "“sport” with 51%");
    }

    @Test
    void a_rank_by_points_is_not_contradicted_by_first_choices() {
        made.poll("peace", "wish.peace", "", "finding", "", "", "top 1")
                .poll("first", "wish.peace", "30%", "percent-first", "")
                .poll("more-first", "wish.bread", "40%", "percent-first", "");
        findsNothing();
    }

    @Test
    void the_largest_group_of_a_filter_is_above_the_others() {
        made.panel("old", "safe&where=age:old", "90%", "percent", "", "", "largest")
                .panel("young", "safe&where=age:young", "93%", "percent", "");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("old", "young"), "age:young with 93%");
    }

    @Test
    void a_close_follower_is_no_further_than_twice_the_median_gap() {
        // Gaps of the chart: 50, 35, 50, 20; the median is 42.5.
        made.poll("bread", "wish.bread", "1.55", "score", "100")
                .poll("close", "wish.peace", "", "finding", "", "bread", "closely followed by");
        findsNothing();
        made.write("studies/poll/tallies.csv", """
                measure,option,label,count,respondents,origin
                wish,peace,Peace,255,100,chart
                wish,bread,Bread,155,100,chart
                wish,rain,Rain,110,100,chart
                wish,sun,Sun,80,100,chart
                """);
        finds(
                Severity.IMPRECISE,
                "text-against-data",
                List.of("close", "bread"),
                "255 against 155 is a gap of 100, 2.2 times the median gap of 45",
                "the next gap, down to 110, is 45");
    }

    @Test
    void a_follower_is_the_next_below() {
        made.poll("rain", "wish.rain", "1.20", "score", "100")
                .poll("wrong", "wish.peace", "", "finding", "", "rain", "closely followed by");
        finds(Severity.INCONSISTENT, "text-against-data", List.of("wrong", "rain"), "“Bread” with 155 lies between");
    }

    @Test
    void points_bound_the_share_that_chose_an_answer() {
        made.poll("score", "wish.rain", "1.20", "score", "100").poll("right", "wish.rain", "40%", "percent-chosen", "");
        findsNothing();
        made = new MadeUpPublication(folder)
                .poll("score", "wish.rain", "1.20", "score", "100")
                .poll("wrong", "wish.rain", "39%", "percent-chosen", "");
        finds(
                Severity.IMPOSSIBLE,
                "rank-bounds",
                List.of("wrong", "score"),
                "its 120 points, at most 3 from each, need 40 to 100 respondents (40.0% to 100.0%)",
                "As the share that ranked it first, 39% is possible.");
    }

    @Test
    void points_do_not_bound_shares_of_other_respondents() {
        made.poll("both-surveys", "wish.rain", "39%", "percent-chosen", "221");
        findsNothing();
    }

    @Test
    void a_printed_first_share_narrows_the_bounds() {
        // 120 points with 20 first choices: 60 are left for at least 30 others, 2 each, and at most 60, 1 each.
        made.poll("first", "wish.rain", "20%", "percent-first", "")
                .poll("right", "wish.rain", "50%", "percent-chosen", "");
        findsNothing();
        made = new MadeUpPublication(folder)
                .poll("first", "wish.rain", "20%", "percent-first", "")
                .poll("wrong", "wish.rain", "81%", "percent-chosen", "");
        finds(
                Severity.IMPOSSIBLE,
                "rank-bounds",
                List.of("wrong", "first"),
                "50 to 80 respondents (50.0% to 80.0%) when 20% ranked it first");
    }

    @Test
    void points_bound_the_share_that_ranked_an_answer_first() {
        made.poll("right", "wish.rain", "40%", "percent-first", "")
                .poll("least", "wish.peace", "5%", "percent-first", "");
        findsNothing();
        made.poll("wrong", "wish.bread", "52%", "percent-first", "");
        finds(Severity.IMPOSSIBLE, "rank-bounds", List.of("wrong"), "155 points", "0 to 51 respondents");
    }

    @Test
    void a_whole_lies_between_its_parts() {
        made.panel("women", "safe&where=sex:female", "88%", "percent", "")
                .panel("men", "safe&where=sex:male", "91%", "percent", "")
                .panel("all", "safe", "9 in 10", "percent", "");
        findsNothing();
        made.panel("wrong", "safe&waves=w1", "93%", "percent", "")
                .panel("women-w1", "safe&where=sex:female&waves=w1", "88%", "percent", "")
                .panel("men-w1", "safe&where=sex:male&waves=w1", "91%", "percent", "");
        finds(
                Severity.INCONSISTENT,
                "mixture",
                List.of("wrong", "women-w1", "men-w1"),
                "93% of the whole does not lie between its parts by Sex, 88% (Women) and 91% (Men)",
                "left out: Another way and Refused");
    }

    @Test
    void a_whole_of_all_categories_outside_its_parts_is_impossible() {
        made.panel("young", "safe&where=age:young", "70%", "percent", "")
                .panel("older", "safe&where=age:middle/old", "80%", "percent", "")
                .panel("all", "safe", "69%", "percent", "");
        finds(Severity.IMPOSSIBLE, "mixture", List.of("all", "young", "older"), "70% (Young) and 80% (Middle and Old)");
    }

    @Test
    void parts_that_leave_out_a_category_say_nothing_of_the_whole() {
        made.panel("young", "safe&where=age:young", "70%", "percent", "")
                .panel("old", "safe&where=age:old", "80%", "percent", "")
                .panel("all", "safe", "90%", "percent", "");
        findsNothing();
    }

    @Test
    void higher_is_not_printed_lower() {
        made.panel("women", "safe&where=sex:female", "88%", "percent", "", "men", "lower")
                .panel("men", "safe&where=sex:male", "91%", "percent", "");
        findsNothing();
        made.panel("wrong", "safe&where=sex:female", "", "finding", "", "men", "significantly higher");
        finds(
                Severity.INCONSISTENT,
                "directions",
                List.of("wrong", "women", "men"),
                "Called significantly higher, but printed 88% against 91%.");
    }

    @Test
    void equal_prints_may_hide_a_difference() {
        made.panel("women", "safe&where=sex:female", "90%", "percent", "", "men", "lower")
                .panel("men", "safe&where=sex:male", "90%", "percent", "");
        findsNothing();
    }

    @Test
    void a_bigger_difference_is_not_printed_smaller() {
        made.panel("women", "safe&where=sex:female&waves=w1", "80%", "percent", "", "men", "lower")
                .panel("men", "safe&where=sex:male&waves=w1", "90%", "percent", "")
                .panel("women-w2", "safe&where=sex:female&waves=w2", "85%", "percent", "", "men-w2", "lower")
                .panel("men-w2", "safe&where=sex:male&waves=w2", "90%", "percent", "")
                .panel("gap", "safe&where=sex:female&waves=w1", "", "finding", "", "women-w2", "bigger difference");
        findsNothing();
        made.panel("wrong", "safe&where=sex:female&waves=w2", "", "finding", "", "women", "bigger difference");
        finds(
                Severity.INCONSISTENT,
                "directions",
                List.of("wrong", "women-w2", "men-w2", "women", "men"),
                "85% against 90% differ by less than 80% against 90%");
    }

    @Test
    void so_many_waves_hold_so_many_respondents() {
        made.panel("wave", "base&waves=w1", "3,250", "respondents", "")
                .panel("year", "base&waves=w1..w4", "13,000", "respondents", "");
        findsNothing();
        made.panel("wrong", "base&waves=w1..w3", "6,500", "respondents", "");
        finds(
                Severity.INCONSISTENT,
                "samples",
                List.of("wrong", "wave"),
                "3 waves w1..w3, but 3 waves of 3,250 are 9,750; 6,500 is 2 waves");
    }

    @Test
    void a_group_is_no_larger_than_its_whole() {
        made.panel("all", "base", "1,000", "respondents", "")
                .panel("women", "base&where=sex:female", "1,001", "respondents", "");
        finds(Severity.IMPOSSIBLE, "samples", List.of("women", "all"), "1,001", "sex:female", "1,000");
    }

    @Test
    void a_base_is_the_number_of_respondents() {
        made.panel("all", "base", "1,000", "respondents", "1000").panel("right", "happy", "50%", "percent", "990");
        findsNothing();
        made.panel("wrong", "safe", "50%", "percent", "990");
        finds(Severity.INCONSISTENT, "samples", List.of("wrong", "all"), "base of 990", "1,000 respondents");
    }

    @Test
    void a_base_of_nobody_allows_no_conclusion() {
        made.poll("nobody", "opinion.yes", "50%", "percent", "0").poll("none", "opinion.no", "1", "count", "0");
        findsNothing();
    }

    @Test
    void the_most_severe_finding_comes_first() {
        made.poll("twice", "hobby.music", "10%", "percent-chosen", "")
                .poll("torn", "hobby.music", "20%", "percent-chosen", "")
                .poll("wrong", "wish.rain", "39%", "percent-chosen", "")
                .poll("sum", "opinion.no/unsure", "12.16%", "percent", "790");
        assertThat(made.findings())
                .extracting(AuditFinding::severity)
                .containsExactly(Severity.IMPOSSIBLE, Severity.INCONSISTENT, Severity.IMPRECISE);
    }

    @Test
    void a_figure_about_an_unknown_study_is_no_reason_to_stop() {
        made.row("elsewhere", "study=census&measure=age.old", "12.5%", "percent", "7", "", "largest");
        findsNothing();
    }
}
