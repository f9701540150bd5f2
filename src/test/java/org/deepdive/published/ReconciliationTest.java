package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two transcriptions held against each other, on documents that nobody published. */
class ReconciliationTest {

    private static final String TREES = "Of all trees 12% are oaks, and 7 in 10 are beeches.";

    @Test
    void the_same_rows_do_not_differ() {
        List<TranscribedRow> rows = List.of(row(TREES, "12%"), row(TREES, "7 in 10"), row("Oaks are oldest.", ""));
        assertThat(Reconciliation.differences(rows, rows)).isEmpty();
    }

    @Test
    void a_number_that_only_one_has_is_named_with_its_words() {
        assertThat(Reconciliation.differences(
                        List.of(row(TREES, "12%")), List.of(row(TREES, "12%"), row(TREES, "7 in 10"))))
                .containsExactly("only in the second: 7 in 10 | wood | " + TREES);
    }

    @Test
    void a_misread_number_is_reported_from_both_sides() {
        assertThat(Reconciliation.differences(List.of(row(TREES, "12%")), List.of(row(TREES, "7 in 10"))))
                .containsExactly(
                        "only in the first: 12% | wood | " + TREES, "only in the second: 7 in 10 | wood | " + TREES);
    }

    @Test
    void a_part_of_the_sentence_is_enough() {
        assertThat(differences(row(TREES, "12%"), row("12% are oaks", "12%"))).isEmpty();
    }

    @Test
    void quotes_that_overlap_must_share_the_number() {
        TranscribedRow left = row("Of all trees 12% are oaks, and 7 in 10", "7 in 10");
        assertThat(differences(left, row("are oaks, and 7 in 10 are beeches.", "7 in 10")))
                .isEmpty();
        assertThat(differences(
                        row("Then 5 pupils met the teachers of the school", "5"),
                        row("the teachers of the school and 5 parents.", "5")))
                .hasSize(2);
    }

    @Test
    void the_same_words_before_other_words_are_another_place() {
        assertThat(differences(
                        row("This sample included 29,250 residents aged 16+, of which some were students.", "29,250"),
                        row("This sample included 29,250 residents aged 16 and over.", "29,250")))
                .hasSize(2);
    }

    @Test
    void the_same_number_in_another_sentence_is_no_partner() {
        assertThat(differences(row(TREES, "12%"), row("Rain fell on 12% of days.", "12%")))
                .hasSize(2);
    }

    @Test
    void the_same_number_in_another_document_is_no_partner() {
        assertThat(differences(row(TREES, "12%"), new TranscribedRow("field.txt", TREES, "12%", "field")))
                .hasSize(2);
    }

    @Test
    void white_space_minus_signs_and_capitals_do_not_matter() {
        assertThat(differences(
                        row("It  fell by\n\u22126.0%  in May.", "\u22126.0%"), row("fell by -6.0% in May", "-6.0%")))
                .isEmpty();
        assertThat(differences(
                        row("Three  quarters agree.", "Three quarters"), row("Three quarters", "three quarters")))
                .hasSize(2);
        assertThat(differences(
                        row("Three  quarters agree.", "Three quarters"),
                        row("Three quarters agree.", "three quarters")))
                .isEmpty();
    }

    @Test
    void chart_values_must_be_equal_and_as_many() {
        TranscribedRow chart = row("0.8", "0.8");
        assertThat(differences(chart, row("0.8", "0.8"))).isEmpty();
        assertThat(differences(chart, row("It scored 0.8 in all.", "0.8"))).hasSize(2);
        assertThat(Reconciliation.differences(List.of(chart), List.of(chart, chart)))
                .containsOnly("only in the second: 0.8 | wood | 0.8 (2 charts have it, 1 in the other)");
    }

    @Test
    void a_figure_quoted_under_several_headings_needs_one_partner() {
        List<TranscribedRow> twice = List.of(row(TREES, "12%"), row("12% are oaks", "12%"));
        assertThat(Reconciliation.differences(twice, List.of(row(TREES, "12%"))))
                .isEmpty();
    }

    @Test
    void a_finding_is_found_in_the_words_of_a_number_but_no_number_in_a_finding() {
        assertThat(differences(row(TREES, ""), row("12% are oaks", "12%")))
                .containsExactly("only in the second: 12% | wood | 12% are oaks");
    }

    @Test
    void a_finding_needs_twenty_letters_that_end_the_one_and_start_the_other() {
        assertThat(differences(
                        row("Most pupils like the long holidays", ""), row("like the long holidays of summer.", "")))
                .isEmpty();
        assertThat(differences(row("Most pupils like holidays", ""), row("holidays are long.", "")))
                .hasSize(2);
        assertThat(differences(
                        row("Girls feel safe in their local area.", ""),
                        row("Boys feel safe in their local area.", "")))
                .hasSize(2);
    }

    private static List<String> differences(TranscribedRow one, TranscribedRow other) {
        return Reconciliation.differences(List.of(one), List.of(other));
    }

    private static TranscribedRow row(String quote, String printed) {
        return new TranscribedRow("wood.txt", quote, printed, "wood");
    }
}
