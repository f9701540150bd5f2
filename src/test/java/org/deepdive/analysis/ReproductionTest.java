package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.deepdive.PackagedStudies;
import org.deepdive.disclosure.Audience;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Reproduction;
import org.deepdive.published.Unit;
import org.deepdive.study.DataLabel;
import org.junit.jupiter.api.Test;

class ReproductionTest {

    private static final Workspace WORKSPACE = PackagedStudies.workspace();
    private static final FigureLedger LEDGER = new FigureLedger(WORKSPACE.reproductions(Audience.HOLDER));

    @Test
    void whatever_differs_names_its_cause() {
        assertThat(LEDGER.rows()).hasSize(WORKSPACE.published().figures().size());
        assertThat(LEDGER.rows())
                .filteredOn(r -> r.verdict().equals("differs"))
                .allSatisfy(r -> assertThat(r.reason())
                        .as(r.figure().id())
                        .matches(reason -> reason.contains("Audit: ") || !reason.startsWith("Neither rounding"))
                        .isNotBlank())
                .extracting(r -> r.figure().id())
                .contains("waves-emergency-again-latest", "waves-safe-steady");
        assertThat(reason("waves-emergency-again-latest"))
                .startsWith("For the same question 64% is printed elsewhere (waves-emergency-latest)")
                .contains("Audit: ");
    }

    @Test
    void every_claim_has_a_verdict() {
        assertThat(LEDGER.rows())
                .allSatisfy(r -> assertThat(r.claim().isPresent())
                        .as(r.figure().id())
                        .isEqualTo(r.figure().claim().isPresent()));
        assertThat(LEDGER.rows())
                .filteredOn(r -> r.claim().filter(c -> !c.isTestable()).isPresent())
                .allSatisfy(r -> assertThat(r.claim().orElseThrow().sentence())
                        .as(r.figure().id())
                        .containsPattern("were not published|No query|withheld"));
    }

    @Test
    void every_figure_that_practice_data_were_fitted_to_is_reproduced_from_practice_data() {
        List<Reproduction> fitted = LEDGER.rows().stream()
                .filter(r -> r.figure().calibrated() == PublishedFigure.Calibrated.YES)
                .filter(r -> r.figure().unit() == Unit.PERCENT)
                .toList();
        assertThat(fitted).hasSizeGreaterThanOrEqualTo(37).allSatisfy(r -> {
            assertThat(r.verdict()).as(r.figure().id()).isEqualTo("reproduced");
            assertThat(r.computed().orElseThrow().label()).isEqualTo(DataLabel.PRACTICE);
            assertThat(r.figure()
                            .printed()
                            .orElseThrow()
                            .prints(r.computed().orElseThrow().value()))
                    .isTrue();
        });
    }

    @Test
    void every_chart_score_and_every_count_of_the_consultation_is_reproduced_exactly() {
        assertThat(LEDGER.rows())
                .filteredOn(r ->
                        r.figure().unit() == Unit.SCORE || r.figure().calibrated() == PublishedFigure.Calibrated.DATA)
                .hasSizeGreaterThanOrEqualTo(141)
                .allSatisfy(r -> assertThat(r.verdict()).as(r.figure().id()).isEqualTo("reproduced"));
    }

    @Test
    void what_cannot_be_reproduced_says_why() {
        assertThat(LEDGER.rows())
                .filteredOn(r -> r.verdict().equals("not-reproducible"))
                .allSatisfy(r -> assertThat(r.reason()).as(r.figure().id()).isNotBlank());
        assertThat(reason("residents-sex-woman")).contains("were not published");
        assertThat(reason("residents-headline-visible-policing")).contains("how many respondents chose each option");
        assertThat(reason("residents-combined-responses")).contains("no one study computes it");
    }

    @Test
    void every_figure_has_one_of_four_verdicts() {
        assertThat(Reproduction.VERDICTS.stream().mapToLong(LEDGER::count).sum())
                .isEqualTo(WORKSPACE.published().figures().size());
        assertThat(Reproduction.VERDICTS)
                .allSatisfy(verdict -> assertThat(LEDGER.count(verdict)).isPositive());
    }

    @Test
    void what_is_only_the_other_side_of_a_comparison_names_rows_that_claim_something() {
        assertThat(LEDGER.rows())
                .filteredOn(Reproduction.Comparand.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(61)
                .allSatisfy(r -> {
                    assertThat(r.figure().unit()).isEqualTo(Unit.FINDING);
                    assertThat(((Reproduction.Comparand) r).in())
                            .isNotEmpty()
                            .allSatisfy(
                                    id -> assertThat(row(id).figure().claim()).isPresent());
                });
        assertThat(reason("waves-safe-men"))
                .isEqualTo("It claims nothing by itself: it is the other side of the comparison in waves-safe-women.");
        assertThat(reason("waves-emergency-younger-latest")).endsWith(" in waves-emergency-younger-impact.");
    }

    @Test
    void claims_of_significance_get_a_test_that_supports_them() {
        assertThat(LEDGER.rows())
                .filteredOn(r -> r.figure().query().isPresent()
                        && r.figure()
                                .claim()
                                .map(c -> c.text().startsWith("significantly"))
                                .orElse(false))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(r -> {
                    assertThat(r.claim().orElseThrow().supported())
                            .as(r.figure().id())
                            .isTrue();
                    assertThat(r.claim().orElseThrow().test().orElseThrow().p()).isLessThan(0.05);
                });
    }

    @Test
    void ranks_leave_out_those_who_gave_no_answer_and_name_the_place() {
        assertThat(claim("residents-text-trafford")).contains("“Trafford” ranks 10 of 10");
        assertThat(claim("residents-q2-top-road-safety")).contains("ranks 3 of 17");
    }

    @Test
    void a_bigger_difference_is_one_of_two_differences() {
        assertThat(claim("students-unsafe-local-gap"))
                .matches(
                        "A difference of [56]\\.\\d points against one of [12]\\.\\d points: [34]\\.\\d points bigger, significant at 95%"
                                + " \\(p < 0\\.001\\)\\.");
    }

    @Test
    void the_ledger_as_csv_has_a_line_a_figure_and_its_columns_in_order() {
        List<String> lines = LEDGER.csv().lines().toList();
        assertThat(lines.get(0)).startsWith("id,publication,printed,computed,low,high,base,verdict,calibrated,reason");
        assertThat(LEDGER.csv()).contains("residents-district-bolton-count,residents,118,118,,,790,reproduced,data,");
    }

    @Test
    void the_public_gets_the_same_verdicts_with_rounded_bases() {
        FigureLedger forAnyone = new FigureLedger(WORKSPACE.reproductions(Audience.PUBLIC));
        assertThat(forAnyone.rows())
                .extracting(Reproduction::verdict)
                .isEqualTo(LEDGER.rows().stream().map(Reproduction::verdict).toList());
        assertThat(forAnyone.rows())
                .filteredOn(r -> r.figure().unit() == Unit.PERCENT
                        && r.computed()
                                .filter(c -> c.label() == DataLabel.PRACTICE)
                                .isPresent())
                .allSatisfy(
                        r -> assertThat(r.computed().orElseThrow().base() % 10).isZero());
        assertThat(forAnyone.csv()).contains("students-respondents,students,\"4,352\",4352,,,4352,reproduced,yes,");
    }

    @Test
    void reasons_are_counted() {
        Map<String, Long> reasons = LEDGER.reasons();
        assertThat(reasons.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(LEDGER.count("not-reproducible"));
        assertThat(reasons).containsKey("The counts were not published.");
    }

    private static String reason(String id) {
        return row(id).reason();
    }

    private static String claim(String id) {
        return row(id).claim().orElseThrow().sentence();
    }

    private static Reproduction row(String id) {
        return LEDGER.rows().stream()
                .filter(r -> r.figure().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
