package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.disclosure.Audience;
import org.deepdive.published.ClaimVerdict;
import org.deepdive.published.Reproduction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of claim about a small village gets its test and its verdict, in a sentence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {

    private static final String NORTH = "safe&where=area:north";
    private static final String SOUTH = "safe&where=area:south";

    private Map<String, Reproduction> holder;
    private Map<String, Reproduction> anyone;

    @BeforeAll
    void reproduce(@TempDir Path temp) {
        Village village = new Village(temp);
        sides(village);
        directions(village);
        gaps(village);
        waves(village);
        ranks(village);
        numbers(village);
        untestable(village);
        explained(village);
        Workspace workspace = village.workspace();
        holder = byId(workspace, Audience.HOLDER);
        anyone = byId(workspace, Audience.PUBLIC);
    }

    private static Map<String, Reproduction> byId(Workspace workspace, Audience audience) {
        return workspace.reproductions(audience).stream()
                .collect(Collectors.toMap(r -> r.figure().id(), r -> r));
    }

    private static void sides(Village village) {
        village.says("north", NORTH, "", "").says("south", SOUTH, "", "");
        for (int quarter = 1; quarter <= 3; quarter++) {
            String wave = "&waves=2020Q" + quarter;
            village.says("south-" + quarter, SOUTH + wave, "", "")
                    .says("north-" + quarter, NORTH + wave, "south-" + quarter, "");
        }
    }

    private static void directions(Village village) {
        village.says("higher", NORTH, "south", "higher")
                .says("higher-by-chance", SOUTH + "&waves=2020Q3", "south-1", "higher")
                .says("lower-wrong", NORTH, "south", "lower")
                .says("lower-than-both", SOUTH + "&waves=2020Q1", "north-1 south-3", "lower")
                .says("significantly", NORTH, "south", "significantly higher")
                .says("significantly-not", SOUTH + "&waves=2020Q3", "south-1", "significantly higher")
                .says("slightly", SOUTH + "&waves=2020Q3", "south-1", "slightly higher")
                .says("slightly-wrong", SOUTH + "&waves=2020Q3", "south-1", "slightly lower")
                .says("similar", SOUTH + "&waves=2020Q3", "south-1", "similar")
                .says("similar-not", NORTH, "south", "similar")
                .says("not-higher", SOUTH + "&waves=2020Q3", "south-1", "not higher")
                .says("not-higher-not", NORTH, "south", "not higher")
                .says("score-south", "score&where=area:south", "", "")
                .says("score-higher", "score&where=area:north", "score-south", "higher");
    }

    private static void gaps(Village village) {
        village.says("gap", NORTH + "&waves=2020Q2", "north-1", "bigger difference")
                .says("gap-wrong", NORTH + "&waves=2020Q1", "north-2", "bigger difference")
                .says("south-fell", SOUTH + "&waves=2020Q1", "south-3", "")
                .says("gap-opposite", NORTH + "&waves=2020Q3", "south-fell", "bigger difference")
                .says("gap-missing", SOUTH + "&waves=2020Q2", "north-1", "bigger difference");
    }

    private static void waves(Village village) {
        String all = "&waves=2020Q1..2020Q3";
        village.says("steady", SOUTH + all, "", "steady")
                .says("steady-not", NORTH + all, "", "steady")
                .says("steady-one", NORTH + "&waves=2020Q1", "", "steady")
                .says("highest", NORTH + "&waves=2020Q2", "", "highest wave")
                .says("lowest-wrong", NORTH + "&waves=2020Q3", "", "lowest wave")
                .says("highest-of-none", NORTH + all, "", "highest wave")
                .says("consistently", NORTH + all, "south", "consistently higher")
                .says("consistently-not", SOUTH, "north", "consistently higher")
                .says("consistently-one", NORTH + "&waves=2020Q1", "south-1", "consistently higher");
    }

    private static void ranks(Village village) {
        village.says("top", "likes.parks", "", "top 1")
                .says("top-paired", "likes.parks&where=area:north&waves=2020Q1", "", "top 1")
                .says("second", "likes.parks", "", "second")
                .says("last", "likes.trams", "", "smallest")
                .says("largest", NORTH, "", "largest")
                .says("pubs", "likes.pubs", "", "")
                .says("followed", "likes.parks", "pubs", "closely followed by")
                .row("counted", "study=poll&measure=colour.red", "", "finding", "", "", "top 1");
    }

    private static void numbers(Village village) {
        village.says("most", NORTH, "", "most")
                .says("majority-by-chance", SOUTH, "", "majority")
                .says("majority-not", "likes.trams", "", "majority")
                .prints("over", NORTH, "65%", "percent", "", "over")
                .prints("at-most", NORTH, "65%", "percent", "", "at most")
                .prints("about", SOUTH, "50%", "percent", "", "about")
                .prints("almost", SOUTH, "55%", "percent", "", "almost")
                .prints("almost-not", SOUTH, "50%", "percent", "", "almost")
                .prints("fraction", NORTH, "two thirds", "percent", "", "fraction")
                .prints("change", NORTH + "&waves=2020Q2", "20 points", "points", "north-1 north-2", "change")
                .row("sum", "", "600", "respondents", "", "people-north people-south", "sum")
                .prints("people-north", "base&where=area:north", "300", "respondents", "", "")
                .prints("people-south", "base&where=area:south", "300", "respondents", "", "")
                .says("idle", NORTH, "", "")
                .says("all", NORTH, "", "all");
    }

    private static void untestable(Village village) {
        village.says("tiny", "safe&where=estate:tiny", "south", "higher")
                .says("no-side", NORTH, "", "higher")
                .row("no-query", "", "", "finding", "", "south", "higher")
                .row("no-other-query", "study=village&measure=safe", "", "finding", "", "no-query", "higher")
                .row("blue", "study=poll&measure=colour.blue", "", "finding", "", "", "")
                .row("counts", "study=poll&measure=colour.red", "", "finding", "", "blue", "higher");
    }

    private static void explained(Village village) {
        village.prints("untold-number", NORTH, "70%", "percent", "", "higher")
                .row("change-unqueried", "", "20 points", "points", "", "north-1 north-2", "change")
                .prints("without-dontknow", "trust&where=area:north", "50%", "percent", "", "")
                .prints("all-waves", NORTH + "&waves=2020Q1", "70%", "percent", "", "")
                .prints("printed-twice", NORTH, "60%", "percent", "", "")
                .prints("other-period", NORTH + "&waves=2020Q1", "80%", "percent", "", "")
                .prints("period", NORTH + "&waves=2020Q2", "80%", "percent", "", "")
                .row("other-base", "study=village&measure=" + NORTH, "90%", "percent", "400", "", "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            higher             | supported                       | '70.0% against 50.7%: a difference of 19.3 points, significant at 95% (p < 0.001).'
            higher-by-chance   | same direction, not significant | '52.0% against 50.0%: a difference of 2.0 points, not significant at 95% (p = 0.778).'
            lower-wrong        | not supported                   | '70.0% against 50.7%: a difference of 19.3 points, significant at 95% (p < 0.001).'
            lower-than-both    | same direction, not significant | '50.0% against 60.0%: a difference of −10.0 points, not significant at 95% (p = 0.155). 50.0% against 52.0%: a difference of −2.0 points, not significant at 95% (p = 0.778).'
            significantly      | supported                       | '70.0% against 50.7%: a difference of 19.3 points, significant at 95% (p < 0.001).'
            significantly-not  | not supported                   | '52.0% against 50.0%: a difference of 2.0 points, not significant at 95% (p = 0.778).'
            slightly           | same direction, not significant | '52.0% against 50.0%: a difference of 2.0 points (95% interval −11.9 to 15.9 points), not significant at 95% (p = 0.778). Whether that is slight is for the reader.'
            slightly-wrong     | not supported                   | '52.0% against 50.0%: a difference of 2.0 points (95% interval −11.9 to 15.9 points), not significant at 95% (p = 0.778). Whether that is slight is for the reader.'
            similar            | supported                       | '52.0% against 50.0%: a difference of 2.0 points (95% interval −11.9 to 15.9 points), not significant at 95% (p = 0.778). This is no test of equality: differences within the interval agree with the data.'
            similar-not        | not supported                   | '70.0% against 50.7%: a difference of 19.3 points (95% interval 11.6 to 27.0 points), significant at 95% (p < 0.001).'
            not-higher-not     | not supported                   | '70.0% against 50.7%: a difference of 19.3 points (95% interval 11.6 to 27.0 points), significant at 95% (p < 0.001).'
            not-higher         | supported                       | '52.0% against 50.0%: a difference of 2.0 points (95% interval −11.9 to 15.9 points), not significant at 95% (p = 0.778).'
            score-higher       | supported                       | '1.70 against 1.51: a difference of 0.19, significant at 95% (p < 0.001).'
            gap                | supported                       | 'A difference of 30.0 points against one of 10.0 points: 20.0 points bigger, significant at 95% (p = 0.036).'
            gap-wrong          | not supported                   | 'A difference of 10.0 points against one of 30.0 points: 20.0 points smaller, significant at 95% (p = 0.036).'
            gap-opposite       | same direction, not significant | 'A difference of 18.0 points against one of 2.0 points, the other way: 16.0 points bigger, not significant at 95% (p = 0.187).'
            gap-missing        | cannot be tested here           | 'One of the two differences is missing: no two queries compute it.'
            steady             | supported                       | 'The estimates of 3 waves lie between 50.0% and 52.0%, a range of 2.0 points; the variation between waves is not significant at 95% (p = 0.948).'
            steady-not         | not supported                   | 'The estimates of 3 waves lie between 60.0% and 80.0%, a range of 20.0 points; the variation between waves is significant at 95% (p = 0.009). It is more than chance; whether that range is limited, the document does not define.'
            steady-one         | cannot be tested here           | 'The claim is about several waves, and there is a single wave.'
            highest            | supported                       | 'At 80.0% it ranks 1 of 3 waves from the highest, beside 70.0% in Third quarter; it is significantly above 1 of the other 2 (95%, Holm).'
            lowest-wrong       | not supported                   | 'At 70.0% it ranks 2 of 3 waves from the lowest, beside 60.0% in First quarter; it is significantly below 0 of the other 2 (95%, Holm).'
            highest-of-none    | cannot be tested here           | 'The query does not name the one wave that the claim is about.'
            consistently       | supported                       | 'Higher in 3 of 3 waves, significantly in 2 (95%, Holm). All waves together: 70.0% against 50.7%: a difference of 19.3 points, significant at 95% (p < 0.001).'
            consistently-not   | not supported                   | 'Higher in 0 of 3 waves, significantly in 0 (95%, Holm). All waves together: 50.7% against 70.0%: a difference of −19.3 points, significant at 95% (p < 0.001).'
            consistently-one   | cannot be tested here           | 'The claim is about several waves, and there is a single wave.'
            top                | supported                       | '“Parks” ranks 1 of 3, at 50.0%. Beside “Pubs”: 50.0% against 40.0%: a difference of 10.0 points, significant at 95% (p < 0.001).'
            top-paired         | supported                       | '“Parks” ranks 1 of 3, at 50.0%. Beside “Pubs”: 50.0% against 40.0%: a difference of 10.0 points, not significant at 95% (p = 0.066).'
            second             | not supported                   | '“Parks” ranks 1 of 3, at 50.0%. Beside “Trams”: 50.0% against 10.0%: a difference of 40.0 points, significant at 95% (p < 0.001).'
            last               | supported                       | '“Trams” ranks 3 of 3, at 10.0%. Beside “Pubs”: 10.0% against 40.0%: a difference of −30.0 points, significant at 95% (p < 0.001).'
            largest            | supported                       | '“North” ranks 1 of 2, at 70.0%. Beside “South”: 70.0% against 50.7%: a difference of 19.3 points, significant at 95% (p < 0.001).'
            followed           | supported                       | '“Parks” ranks 1 of 3, at 50.0%. “Pubs” ranks 2 of 3, at 40.0%.'
            counted            | supported                       | '“Red” ranks 1 of 2, at 55.0%. Published counts have no test.'
            most               | supported                       | '70.0% are more than half, and the 95% interval (64.5% to 74.9%) excludes one half.'
            majority-by-chance | same direction, not significant | '50.7% are more than half, and the 95% interval (45.0% to 56.3%) includes one half.'
            majority-not       | not supported                   | '10.0% are not more than half.'
            over               | supported                       | '70.00% against 65% as printed.'
            at-most            | not supported                   | '70.00% against 65% as printed.'
            about              | supported                       | '50.67% against 50% as printed.'
            almost             | not supported                   | '50.67% against 55% as printed.'
            almost-not         | not supported                   | '50.67% against 50% as printed.'
            fraction           | supported                       | '70.00% against two thirds as printed.'
            change             | supported                       | '80.0% against 60.0%: a difference of 20.0 points, significant at 95% (p = 0.002).'
            sum                | supported                       | 'The parts add up to 600, against 600 as printed.'
            all                | not supported                   | '70.0% are not all.'
            tiny               | cannot be tested here           | 'The comparison is withheld [c]: on one side too few respondents are counted, or are not.'
            no-side            | cannot be tested here           | 'One of two sides is missing: the document does not say what it is compared with.'
            no-query           | cannot be tested here           | 'No query computes it.'
            no-other-query     | cannot be tested here           | 'One of two sides is missing: no query computes it.'
            counts             | cannot be tested here           | 'The study "poll" has published counts of people who chose themselves, not a sample, so no test of a difference exists.'
            """)
    void a_claim_gets_its_verdict_and_its_sentence(String id, String outcome, String sentence) {
        ClaimVerdict verdict = holder.get(id).claim().orElseThrow();
        assertThat(verdict.sentence()).isEqualTo(sentence);
        assertThat(verdict.outcome().text()).isEqualTo(outcome);
    }

    @Test
    void a_claim_that_cannot_be_tested_leaves_its_finding_not_reproducible_and_its_number_as_it_is() {
        assertThat(holder.get("tiny").verdict()).isEqualTo("not-reproducible");
        assertThat(holder.get("tiny").reason())
                .isEqualTo("What it claims cannot be tested here: The comparison is withheld [c]: on one side too few"
                        + " respondents are counted, or are not.");
        assertThat(holder.get("tiny").claim().orElseThrow().isTestable()).isFalse();
        assertThat(holder.get("tiny").claim().orElseThrow().supported()).isFalse();
        assertThat(holder.get("no-query").reason()).isEqualTo("No data of any study here could compute it.");
        assertThat(holder.get("untold-number").verdict()).isEqualTo("reproduced");
        assertThat(holder.get("untold-number").claim().orElseThrow().outcome().text())
                .isEqualTo("cannot be tested here");
    }

    @Test
    void the_other_side_of_a_comparison_claims_nothing_by_itself_and_names_the_rows_that_make_it() {
        assertThat(holder.get("pubs")).isInstanceOf(Reproduction.Comparand.class);
        assertThat(holder.get("pubs").verdict()).isEqualTo("compared-with");
        assertThat(holder.get("pubs").reason())
                .isEqualTo("It claims nothing by itself: it is the other side of the comparison in followed.");
        assertThat(in("south"))
                .containsExactly(
                        "higher",
                        "lower-wrong",
                        "significantly",
                        "similar-not",
                        "not-higher-not",
                        "consistently",
                        "tiny",
                        "no-query");
        assertThat(in("north-2"))
                .as("a side of differences and of changes")
                .containsExactly("gap", "gap-wrong", "change", "change-unqueried");
        assertThat(in("south-2"))
                .as("a side of north-2, which claims nothing itself")
                .isEqualTo(in("north-2"));
        assertThat(holder.get("idle").verdict()).isEqualTo("not-reproducible");
        assertThat(holder.get("idle").reason()).isEqualTo("It claims nothing that these data can test.");
        assertThat(holder.get("people-north").verdict())
                .as("it prints a number")
                .isEqualTo("reproduced");
    }

    private List<String> in(String id) {
        return ((Reproduction.Comparand) holder.get(id)).in();
    }

    @Test
    void a_finding_that_the_data_do_not_support_differs_with_the_sentence() {
        assertThat(holder.get("gap-wrong").verdict()).isEqualTo("differs");
        assertThat(holder.get("gap-wrong").reason())
                .isEqualTo("The data do not support it: "
                        + holder.get("gap-wrong").claim().orElseThrow().sentence());
        assertThat(holder.get("higher-by-chance").verdict()).isEqualTo("reproduced");
    }

    @Test
    void a_change_is_printed_as_the_difference_of_its_two_sides() {
        assertThat(holder.get("change").verdict()).isEqualTo("reproduced");
        assertThat(holder.get("change").computed().orElseThrow().value()).isCloseTo(0.2, within(1e-12));
        assertThat(holder.get("change-unqueried").verdict()).isEqualTo("reproduced");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            almost-not       | Cut off instead of rounded, the value would print as published.
            without-dontknow | Without don’t knows in the base, the value would print as published.
            all-waves        | Over all waves of the study, the value would print as published.
            printed-twice    | For the same question 70% is printed elsewhere (untold-number), which the value prints as.
            other-period     | The same number is printed for another period, 2020Q2 (period), where the data give it.
            other-base       | The printed base is 400, and the base here about 300.
            """)
    void a_number_that_differs_names_what_would_explain_it(String id, String cause) {
        assertThat(holder.get(id).verdict()).isEqualTo("differs");
        assertThat(holder.get(id).reason()).contains(cause);
    }

    @Test
    void a_number_that_differs_carries_what_the_audit_finds_of_it() {
        assertThat(holder.get("printed-twice")).isInstanceOfSatisfying(Reproduction.Differs.class, differs -> {
            assertThat(differs.audit()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.ids()).contains("printed-twice");
                assertThat(differs.reason()).contains(" Audit: " + finding.finding());
            });
        });
    }

    @Test
    void anyone_gets_the_same_verdicts_and_no_digits_to_work_bases_out_from() {
        assertThat(anyone).hasSameSizeAs(holder).allSatisfy((id, shown) -> {
            Reproduction exact = holder.get(id);
            assertThat(shown.verdict()).as(id).isEqualTo(exact.verdict());
            assertThat(shown.claim().map(ClaimVerdict::outcome))
                    .as(id)
                    .isEqualTo(exact.claim().map(ClaimVerdict::outcome));
            shown.claim()
                    .flatMap(ClaimVerdict::test)
                    .ifPresent(test -> assertThat(test.p() * 1e4).isCloseTo(Math.rint(test.p() * 1e4), within(1e-9)));
        });
    }
}
