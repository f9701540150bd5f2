package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules for figures that no query recomputes, and for what is said of numbers: each on a made-up publication, silent about
 * the consistent twin and found where it was contradicted, with its arithmetic.
 */
class AuditRulesTest {

    @TempDir
    private Path folder;

    private MadeUpPublication made;

    @BeforeEach
    void madeUp() {
        made = new MadeUpPublication(folder);
    }

    private void finds(Severity severity, String check, List<String> ids, String sentence) {
        assertThat(made.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(severity);
            assertThat(f.check()).isEqualTo(check);
            assertThat(f.ids()).isEqualTo(ids);
            assertThat(f.finding()).isEqualTo(sentence);
        });
    }

    private void findsNothing() {
        assertThat(made.findings()).isEmpty();
    }

    /** A row without a query. */
    private MadeUpPublication row(String id, String printed, String unit, String base, String versus, String claim) {
        return made.row(id, "", printed, unit, base, versus, claim);
    }

    private void again() {
        made = new MadeUpPublication(folder);
    }

    @Test
    void one_mistake_among_thousands_of_groups_is_found_and_names_no_more_than_ten_rivals() {
        for (int group = 0; group < 2000; group++) {
            String where = "&where=district:d" + group;
            made.row(
                    "size-" + group, "study=other&measure=base" + where, "" + (100 + group), "respondents", "", "", "");
            made.row(
                    "share-" + group, "study=other&measure=safe" + where, "60%", "percent", "" + (100 + group), "", "");
        }
        made.row("base", "study=other&measure=safe&where=district:d7,sex:male", "50%", "percent", "90", "", "");
        made.row("part", "study=other&measure=base&where=district:d7,sex:male", "108", "respondents", "", "", "");
        made.row("low", "study=other&measure=safe&where=district:none", "40%", "percent", "", "", "largest");
        List<AuditFinding> findings = made.findings();
        assertThat(findings)
                .extracting(AuditFinding::check)
                .containsExactlyInAnyOrder("samples", "samples", "text-against-data");
        assertThat(findings)
                .anySatisfy(f -> assertThat(f.finding()).contains("are more than the 107 they are of"))
                .anySatisfy(f -> assertThat(f.finding()).contains("A base of 90 is printed", "but 108 respondents"))
                .anySatisfy(f -> assertThat(f.finding()).endsWith("with 60% and 1,990 more."));
    }

    @Test
    void a_percentage_of_no_named_study_must_be_a_count_of_its_printed_base() {
        row("right", "8.26%", "percent", "121", "", "");
        findsNothing();
        row("wrong", "8.27%", "percent", "121", "", "");
        finds(
                Severity.INCONSISTENT,
                "granularity",
                List.of("wrong"),
                "No whole count of 121 prints as 8.27%: 10 prints 8.26% and 11 prints 9.09%; only weighted respondents"
                        + " could give it, and no weighting is named. This assumes that all 121 answered.");
    }

    @Test
    void percentages_that_are_given_as_a_sum_add_up_within_their_rounding() {
        row("one", "45%", "percent", "", "", "").row("two", "", "16%", "percent", "", "", "");
        row("all", "60%", "percent", "", "one two", "sum");
        findsNothing();
        row("wrong", "58%", "percent", "", "one two", "sum");
        finds(
                Severity.INCONSISTENT,
                "sums",
                List.of("wrong", "one", "two"),
                "58% is printed for parts that add up to 45% + 16% = 61%; rounding leaves them more than the whole.");
    }

    @Test
    void what_is_said_to_be_the_same_prints_the_same() {
        row("text", "75%", "percent", "200", "", "");
        row("table", "150", "count", "200", "text", "same");
        findsNothing();
        row("chart", "152", "count", "200", "text", "same");
        finds(
                Severity.INCONSISTENT,
                "printed-twice",
                List.of("chart", "text"),
                "The same number is printed as 152 and as 75%; no one value prints so.");
    }

    @Test
    void a_change_in_points_is_not_a_percentage() {
        row("march", "57.0%", "percent", "", "", "").row("later", "", "51.0%", "percent", "", "", "");
        row("points", "-6 points", "points", "", "march later", "change");
        row("relative", "-10.5%", "percent", "", "march later", "change");
        findsNothing();
        row("wrong", "-6.0%", "points", "", "march later", "change");
        finds(
                Severity.IMPRECISE,
                "units",
                List.of("wrong", "march", "later"),
                "-6.0% is printed for a change from 57.0% to 51.0%, which is -6 points and -10.5%: the points are printed"
                        + " as a percentage.");
    }

    @Test
    void a_relative_change_is_not_printed_as_points() {
        row("before", "40%", "percent", "", "", "").row("after", "", "50%", "percent", "", "", "");
        row("wrong", "25 points", "points", "", "before after", "change");
        finds(
                Severity.IMPRECISE,
                "units",
                List.of("wrong", "before", "after"),
                "25 points is printed for a change from 40% to 50%, which is 10 points and 25%: the percentage is printed"
                        + " as points.");
    }

    @Test
    void a_change_goes_the_way_of_its_sign_and_of_its_words() {
        row("before", "40%", "percent", "", "", "").row("after", "", "50%", "percent", "", "", "");
        made.said("fine", "It rose by 10 points.", "", "10 points", "points", "", "", "before after", "change");
        findsNothing();
        made.said("fell", "It fell by 10 points.", "", "10 points", "points", "", "", "before after", "change");
        finds(
                Severity.INCONSISTENT,
                "units",
                List.of("fell", "before", "after"),
                "10 points is printed for a change from 40% to 50%, which is 10 points and 25%, but the words say that it"
                        + " fell.");
        again();
        row("before", "40%", "percent", "", "", "").row("after", "", "50%", "percent", "", "", "");
        row("sign", "-10 points", "points", "", "before after", "change");
        finds(
                Severity.INCONSISTENT,
                "units",
                List.of("sign", "before", "after"),
                "-10 points is printed for a change from 40% to 50%, which is 10 points and 25%: the sign is wrong.");
    }

    @Test
    void a_change_of_another_size_is_inconsistent() {
        row("before", "2,000", "number", "", "", "").row("after", "", "1,500", "number", "", "", "");
        row("right", "25%", "percent", "", "before after", "change");
        row("right-too", "500", "number", "", "before after", "change");
        findsNothing();
        row("wrong", "30%", "percent", "", "before after", "change");
        finds(
                Severity.INCONSISTENT,
                "units",
                List.of("wrong", "before", "after"),
                "30% is printed for a change from 2,000 to 1,500, which is -25%.");
    }

    @Test
    void waves_are_three_months_each() {
        made.said("right", "in the past 9 months", "", "9 months", "months", "", "2020Q3..2021Q1", "", "")
                .said("numbered", "in the past 12 months", "", "12 months", "months", "", "waves 4-7", "", "");
        findsNothing();
        made.said("wrong", "in the past 21 months", "", "21 months", "months", "", "2020Q3..2021Q1", "", "");
        finds(
                Severity.INCONSISTENT,
                "periods",
                List.of("wrong"),
                "21 months are printed for 2020Q3..2021Q1, which is 3 waves of 3 months, 9 together; 21 months are 7"
                        + " waves.");
    }

    @Test
    void a_longer_period_holds_more_respondents_than_its_part() {
        String study = "study=elsewhere&measure=base&waves=";
        made.row("half", study + "2021Q2..2023Q2", "29,250", "respondents", "", "", "")
                .row("all", study + "2019Q3..2023Q4", "58,500", "respondents", "", "", "");
        findsNothing();
        again();
        made.row("half", study + "2021Q2..2023Q2", "29,250", "respondents", "", "", "")
                .row("all", study + "2019Q3..2023Q4", "29,250", "respondents", "", "", "");
        finds(
                Severity.INCONSISTENT,
                "samples",
                List.of("all", "half"),
                "29,250 respondents are printed for the 18 waves 2019Q3..2023Q4 and 29,250 for the 9 waves 2021Q2..2023Q2"
                        + " of them, which leaves nobody for the other 9.");
    }

    @Test
    void groups_that_share_nobody_are_together_no_larger_than_the_whole() {
        made.panel("all", "base", "1,000", "respondents", "")
                .panel("women", "base&where=sex:female", "520", "respondents", "")
                .panel("men", "base&where=sex:male", "470", "respondents", "");
        findsNothing();
        made.panel("another", "base&where=sex:other", "11", "respondents", "");
        finds(
                Severity.IMPOSSIBLE,
                "samples",
                List.of("all", "women", "men", "another"),
                "The groups by Sex are more than the 1,000 respondents they are of: 520 + 470 + 11 = 1,001.");
    }

    @Test
    void a_period_lies_between_the_periods_that_make_it_up() {
        made.panel("w1", "safe&waves=w1", "57%", "percent", "")
                .panel("w2", "safe&waves=w2", "64%", "percent", "")
                .panel("both", "safe&waves=w1..w2", "60%", "percent", "")
                .panel("more", "safe&waves=w1..w3", "80%", "percent", "");
        findsNothing();
        again();
        made.panel("w1", "safe&waves=w1", "57%", "percent", "")
                .panel("w2", "safe&waves=w2", "64%", "percent", "")
                .panel("both", "safe&waves=w1..w2", "66%", "percent", "");
        finds(
                Severity.IMPOSSIBLE,
                "mixture",
                List.of("both", "w1", "w2"),
                "66% of the whole period w1..w2 does not lie between its parts, 57% (w1) and 64% (w2).");
    }

    @Test
    void a_filter_lies_between_the_groups_that_make_it_up() {
        made.panel("young", "safe&where=age:young", "70%", "percent", "")
                .panel("middle", "safe&where=age:middle", "80%", "percent", "")
                .panel("under-65", "safe&where=age:young/middle", "82%", "percent", "");
        finds(
                Severity.IMPOSSIBLE,
                "mixture",
                List.of("under-65", "young", "middle"),
                "82% of the whole does not lie between its parts by Age, 70% (Young) and 80% (Middle).");
    }

    @Test
    void directions_hold_without_a_query_too() {
        row("wait", "69 seconds", "seconds", "", "earlier", "lower");
        row("earlier", "4 minutes and 58 seconds", "seconds", "", "", "");
        findsNothing();
        row("wrong", "5 seconds", "seconds", "", "wait", "higher");
        finds(
                Severity.INCONSISTENT,
                "directions",
                List.of("wrong", "wait"),
                "Called higher, but printed 5 seconds against 69 seconds.");
    }

    @Test
    void slightly_is_not_by_many_points() {
        row("men", "80%", "percent", "", "", "");
        row("slight", "85%", "percent", "", "men", "slightly higher");
        findsNothing();
        row("much", "70%", "percent", "", "men", "slightly lower");
        finds(
                Severity.IMPRECISE,
                "directions",
                List.of("much", "men"),
                "Called slightly lower, but 70% against 80% is a difference of more than 5 points.");
    }

    @Test
    void what_is_consistently_higher_is_so_in_each_wave() {
        made.panel("men", "safe&where=sex:male&waves=w1..w2", "80%", "percent", "")
                .panel(
                        "women",
                        "safe&where=sex:female&waves=w1..w2",
                        "85%",
                        "percent",
                        "",
                        "men",
                        "consistently higher")
                .panel("men-1", "safe&where=sex:male&waves=w1", "79%", "percent", "")
                .panel("women-1", "safe&where=sex:female&waves=w1", "84%", "percent", "")
                .panel("women-2", "safe&where=sex:female&waves=w2", "86%", "percent", "");
        findsNothing();
        again();
        made.panel("men", "safe&where=sex:male&waves=w1..w2", "83%", "percent", "")
                .panel(
                        "women",
                        "safe&where=sex:female&waves=w1..w2",
                        "85%",
                        "percent",
                        "",
                        "men",
                        "consistently higher")
                .panel("men-2", "safe&where=sex:male&waves=w2", "87%", "percent", "")
                .panel("women-2", "safe&where=sex:female&waves=w2", "86%", "percent", "");
        finds(
                Severity.INCONSISTENT,
                "waves",
                List.of("women", "women-2", "men-2"),
                "Called consistently higher, but printed 86% against 87% in w2.");
    }

    @Test
    void the_highest_wave_is_not_below_another() {
        made.panel("w1", "safe&waves=w1", "90%", "percent", "", "", "highest wave")
                .panel("w2", "safe&waves=w2", "88%", "percent", "", "", "lowest wave");
        findsNothing();
        made.panel("w3", "safe&waves=w3", "93%", "percent", "");
        finds(
                Severity.INCONSISTENT,
                "waves",
                List.of("w1", "w3"),
                "Called the highest wave, but printed 90% against 93% of another (w3).");
    }

    @Test
    void waves_that_a_period_numbers_are_those_of_the_study_from_one() {
        String safe = "study=panel&measure=safe&waves=";
        made.panel("w1", "safe&waves=w1", "90%", "percent", "")
                .said("w2", "57%", safe + "w2", "57%", "percent", "", "waves 2-3", "", "highest wave");
        findsNothing();
        made.said("wrong", "57%", safe + "w2", "57%", "percent", "", "waves 1-2", "", "highest wave");
        finds(
                Severity.INCONSISTENT,
                "waves",
                List.of("wrong", "w1"),
                "Called the highest wave, but printed 57% against 90% of another (w1).");
    }

    @Test
    void steady_waves_do_not_move_by_more_than_chance() {
        made.panel("steady", "safe&waves=w1..w2", "", "finding", "", "", "steady")
                .panel("w1", "safe&waves=w1", "88%", "percent", "1000")
                .panel("w2", "safe&waves=w2", "90%", "percent", "1000");
        findsNothing();
        again();
        made.panel("steady", "safe&waves=w1..w2", "", "finding", "", "", "steady")
                .panel("w1", "safe&waves=w1", "80%", "percent", "1000")
                .panel("w2", "safe&waves=w2", "90%", "percent", "1000");
        finds(
                Severity.IMPRECISE,
                "waves",
                List.of("steady", "w1", "w2"),
                "Called steady, but 80% (w1) of 1,000 and 90% (w2) of 1,000 differ by more than chance explains, even with"
                        + " a design effect of 1.5 (z = 4.6, where all pairs of waves together allow 1.96).");
    }

    @Test
    void a_majority_without_a_query_is_more_than_half() {
        row("right", "74.38%", "percent", "121", "", "most");
        findsNothing();
        row("wrong", "21.49%", "percent", "121", "", "majority");
        finds(Severity.INCONSISTENT, "words", List.of("wrong"), "Called majority, but 21.49% is no more than half.");
    }

    @Test
    void words_before_a_number_fit_the_number_itself() {
        row("exact", "57", "number", "", "", "").row("share", "", "76.86%", "percent", "", "", "");
        row("almost", "60", "number", "", "exact", "almost");
        row("about", "60", "number", "", "exact", "about");
        row("over", "56", "number", "", "exact", "over");
        row("at-most", "57", "number", "", "exact", "at most");
        row("all", "57", "number", "", "exact", "all");
        row("three-quarters", "Three quarters", "percent", "", "share", "fraction");
        findsNothing();
    }

    @Test
    void almost_is_a_little_below() {
        row("exact", "63", "number", "", "", "");
        row("almost", "60", "number", "", "exact", "almost");
        finds(
                Severity.IMPRECISE,
                "words",
                List.of("almost", "exact"),
                "Almost 60 is said of 63; a little below it would be 54 to 60, and less than it.");
        again();
        row("exact", "60", "number", "", "", "");
        row("almost", "60", "number", "", "exact", "almost");
        assertThat(made.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.ids()).containsExactly("almost", "exact"));
    }

    @Test
    void about_is_what_rounds_to_the_number() {
        row("exact", "260", "number", "", "", "");
        row("about", "250", "number", "", "exact", "about");
        finds(
                Severity.IMPRECISE,
                "words",
                List.of("about", "exact"),
                "About 250 is said of 260; it would stand for 245 to 255.");
    }

    @Test
    void a_fraction_in_words_is_the_nearest_one() {
        row("exact", "67.77%", "percent", "", "", "");
        row("words", "three quarters", "percent", "", "exact", "fraction");
        finds(
                Severity.IMPRECISE,
                "words",
                List.of("words", "exact"),
                "Three quarters is said of 67.77%; it would stand for 70.8% to 79.2%.");
    }

    @Test
    void bounds_hold_for_each_number_they_are_said_of() {
        row("one", "4", "count", "", "", "").row("two", "", "9", "count", "", "", "");
        row("right", "4", "count", "", "one two", "at least");
        findsNothing();
        row("wrong", "5", "count", "", "one two", "at least");
        finds(Severity.INCONSISTENT, "words", List.of("wrong", "one"), "At least 5 is said where 4 is printed.");
    }

    @Test
    void all_is_everyone() {
        row("councils", "ten", "number", "", "", "");
        row("all", "9", "number", "", "councils", "all");
        finds(Severity.INCONSISTENT, "words", List.of("all", "councils"), "9 is said to be all, but there are ten.");
    }

    @Test
    void a_significant_difference_could_be_one_at_the_printed_bases() {
        made.panel("women", "safe&where=sex:female", "88%", "percent", "6000", "men", "significantly lower")
                .panel("men", "safe&where=sex:male", "91%", "percent", "6000");
        findsNothing();
        again();
        made.panel("women", "safe&where=sex:female", "27%", "percent", "50", "men", "significantly higher")
                .panel("men", "safe&where=sex:male", "17%", "percent", "60");
        finds(
                Severity.INCONSISTENT,
                "significance",
                List.of("women", "men"),
                "27% against 17%, of 50 and 60 respondents, cannot be significant at 95% even unweighted (z = 1.4); it"
                        + " takes 2 times as many respondents.");
    }

    @Test
    void significance_that_a_design_effect_rules_out_is_imprecise() {
        made.panel("women", "safe&where=sex:female", "27%", "percent", "130", "men", "significantly higher")
                .panel("men", "safe&where=sex:male", "17%", "percent", "140");
        assertThat(made.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.IMPRECISE);
            assertThat(f.finding())
                    .startsWith(
                            "27% against 17%, of 130 and 140 respondents, can be significant at 95% unweighted (z = ")
                    .contains("but not with a design effect of 1.5");
        });
    }

    @Test
    void a_sample_bounds_the_base_of_a_group_that_prints_none() {
        made.panel("sample", "base", "200", "respondents", "")
                .panel("women", "safe&where=sex:female", "53%", "percent", "", "men", "significantly higher")
                .panel("men", "safe&where=sex:male", "50%", "percent", "");
        assertThat(made.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.INCONSISTENT);
            assertThat(f.finding())
                    .startsWith("53% against 50%, of at most 200 and at most 200 respondents, cannot be");
        });
    }

    @Test
    void a_part_is_held_against_the_whole_with_their_covariance() {
        // 52.25% against 49.95% over sqrt(0.25 (1/500 - 1/1000)) is z = 1.45; 54.55% would be 2.9.
        made.panel("part", "safe&where=sex:female", "52.2%", "percent", "500", "whole", "significantly higher")
                .panel("whole", "safe", "50.0%", "percent", "1000");
        assertThat(made.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.finding())
                        .contains(
                                "the first of them part of the second",
                                "cannot be significant at 95% even unweighted"));
        again();
        made.panel("part", "safe&where=sex:female", "54.5%", "percent", "500", "whole", "significantly higher")
                .panel("whole", "safe", "50.0%", "percent", "1000");
        findsNothing();
    }

    @Test
    void nothing_is_said_of_significance_where_no_base_is_known() {
        row("women", "53%", "percent", "", "men", "significantly higher");
        row("men", "52%", "percent", "", "", "");
        findsNothing();
    }

    @Test
    void similar_levels_do_not_differ_by_more_than_chance() {
        made.panel("women", "safe&where=sex:female", "64%", "percent", "900", "men", "similar")
                .panel("men", "safe&where=sex:male", "62%", "percent", "900");
        findsNothing();
        again();
        made.panel("women", "safe&where=sex:female", "64%", "percent", "900", "men", "similar")
                .panel("men", "safe&where=sex:male", "52%", "percent", "900");
        finds(
                Severity.IMPRECISE,
                "significance",
                List.of("women", "men"),
                "Called similar, but 64% against 52%, of 900 and 900 respondents, differ significantly at 95% even with a"
                        + " design effect of 1.5 (z = 3.86).");
    }

    @Test
    void two_sentences_that_differ_only_in_their_numbers_contradict_each_other() {
        String words = " have confidence in getting help in an emergency";
        made.said("wave-1", "In wave 1, 64%" + words, "", "64%", "percent", "", "", "", "")
                .said("wave-2", "In wave 2, 66%" + words, "", "66%", "percent", "", "", "", "");
        findsNothing();
        made.said("again", "In wave 2, 44%" + words, "", "44%", "percent", "", "", "", "");
        finds(
                Severity.INCONSISTENT,
                "same-words",
                List.of("wave-2", "again"),
                "The same words are printed with 66%, then with 44%: “In wave 2, #" + words
                        + "”; one of the sentences must be about something else.");
    }

    @Test
    void a_finding_carries_the_quotes_of_its_figures_each_once() {
        made.said("one", "a quote", "", "58%", "percent", "", "", "two", "higher")
                .said("two", "a quote", "", "61%", "percent", "", "", "", "");
        assertThat(made.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.quotes()).containsExactly("a quote"));
    }
}
