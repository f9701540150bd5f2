package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan committed to and what was reported of it. */
class PlanPerformanceTest {

    private static final DataFolder DATA = new DataFolder(Path.of("data"), true);
    private static final PublishedFigures FIGURES = PublishedFigures.read(DATA);
    private static final PlanPerformance PLAN = PlanPerformance.read(DATA, FIGURES);

    @TempDir
    private Path folder;

    @Test
    void the_commitments_are_those_numbered_to_87_without_28_and_29() {
        List<Integer> printed = IntStream.rangeClosed(1, 87)
                .filter(n -> n != 28 && n != 29)
                .boxed()
                .toList();
        assertThat(PLAN.commitments()).extracting(Commitment::number).containsExactlyElementsOf(printed);
        assertThat(PLAN.commitments()).allSatisfy(c -> assertThat(c.quote()).isEqualTo(c.number() + ". " + c.text()));
        assertThat(PLAN.commitments("Protect vulnerable young people"))
                .extracting(Commitment::number)
                .containsExactly(23, 24, 25, 26, 27);
    }

    @Test
    void every_quote_is_found_in_its_source_when_the_folder_is_there() throws IOException {
        Map<String, Stream<String>> quotes = Map.of(
                "003_7138c1cea94d4ac5.txt",
                Stream.concat(
                        PLAN.commitments().stream().map(Commitment::quote),
                        PLAN.indicators().stream().map(ProposedIndicator::quote)),
                "004_577b929fd024377e.txt",
                PLAN.progress().stream().map(ReportedProgress::quote),
                "002_1f1d5e8281a37813.txt",
                PLAN.successMeasures().stream().map(SuccessMeasure::quote));
        for (Map.Entry<String, Stream<String>> document : quotes.entrySet()) {
            Optional<String> text = SourceTexts.of(document.getKey());
            assertThat(document.getValue()).hasSizeGreaterThan(10).allSatisfy(quote -> {
                assertThat(quote).isNotBlank().isEqualTo(SourceTexts.collapsed(quote));
                text.ifPresent(t -> assertThat(t.contains(quote)).as(quote).isTrue());
            });
        }
    }

    @Test
    void every_number_of_the_progress_table_stands_in_the_statement_that_names_it() {
        PLAN.progress()
                .forEach(row -> row.figures()
                        .forEach(figure -> figure.printed()
                                .ifPresent(printed ->
                                        assertThat(row.quote()).as(figure.id()).contains(printed.text()))));
    }

    @Test
    void headings_link_commitments_with_what_was_reported() {
        assertThat(PLAN.headings(1))
                .hasSize(6)
                .allSatisfy(asked -> assertThat(PLAN.progress(asked)).isNotEmpty());
        assertThat(PLAN.headings(2))
                .hasSize(5)
                .allSatisfy(asked -> assertThat(PLAN.progress(asked)).isEmpty());
        assertThat(PLAN.headings(3)).hasSize(8);
        assertThat(PLAN.headingsWithoutCommitments())
                .containsExactly(
                        "Improve how police, criminal justice and community safety services work with mental health"
                                + " services",
                        "Governance and Accountability");
    }

    @Test
    void changes_are_differences_of_printed_numbers_with_what_rounding_leaves_open() {
        PrintedChange calls = change("Average time to answer a 999 call");
        assertThat(calls.value()).isEqualTo(-24);
        assertThat(calls.low()).isEqualTo(-25);
        assertThat(calls.high()).isEqualTo(-23);
        assertThat(calls.relative()).isEqualTo(-24 / 29.0);
        PrintedChange others = change("Average time to answer a non-emergency call");
        assertThat(others.value()).isEqualTo(69 - 298);
        PrintedChange grade = change("Grade 2 incidents attended within an hour");
        assertThat(grade.value()).isEqualTo(0.27, Offset.offset(1e-12));
        assertThat(grade.low()).isEqualTo(0.26, Offset.offset(1e-12));
        assertThat(grade.isBeyondRounding()).isTrue();
        PrintedChange gap =
                indicator("Rape investigations that result in a charge").gap().orElseThrow();
        assertThat(gap.value()).isEqualTo(-0.01, Offset.offset(1e-12));
        assertThat(gap.isBeyondRounding())
                .as("4% against 5% may be 4.49% against 4.50%")
                .isFalse();
        assertThat(gap.leastSize()).isZero();
    }

    @Test
    void satisfaction_fell_as_stated_and_beyond_sampling_error_only_if_enough_of_the_sample_are_users() {
        ScorecardIndicator satisfaction = indicator("Satisfaction of service users with the police");
        PrintedChange change = satisfaction.change().orElseThrow();
        assertThat(satisfaction.stated().orElseThrow().printed().orElseThrow().prints(change.value()))
                .isTrue();
        SampleBound bound = satisfaction.sampling().orElseThrow();
        assertThat(bound.most()).isEqualTo(3250);
        assertThat(bound.change()).isEqualTo(0.059, Offset.offset(1e-12));
        // 0.059 / sqrt((0.57 * 0.43 + 0.51 * 0.49) / 3250), and the same over sqrt(1.5)
        assertThat(bound.statistic(3250, 1)).isEqualTo(4.7808, Offset.offset(1e-3));
        assertThat(bound.statistic(3250, 1.5)).isEqualTo(3.9035, Offset.offset(1e-3));
        assertThat(bound.isSignificantAtMost(1.5)).isTrue();
        // 0.495 * 1.959964^2 / 0.059^2 = 546.3
        assertThat(bound.leastRespondents(1)).isEqualTo(547);
        assertThat(bound.leastRespondents(1.5)).isEqualTo(820);
        assertThat(bound.statistic(546, 1)).isLessThan(1.959964);
        assertThat(bound.statistic(547, 1)).isGreaterThan(1.959964);
    }

    @Test
    void signs_of_success_name_what_measures_them_or_nothing() {
        assertThat(PLAN.successMeasures()).hasSize(17);
        assertThat(PLAN.successMeasures().get(1).measuredBy())
                .containsExactly("pcss/confident_emergency", "pcss/confident_non_emergency");
        assertThat(PLAN.successMeasures().get(2).measuredBy()).isEmpty();
    }

    private static ScorecardIndicator indicator(String name) {
        return PLAN.scorecard().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PrintedChange change(String name) {
        return indicator(name).change().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            commitments.csv      | 88,4,Asked,Do it,,88. Do it                                  | "4" is not a priority. Write a whole number from 1 to 3.
            commitments.csv      | one,1,Asked,Do it,,one. Do it                                | "one" is not a number. Write a whole number from 1 to 999.
            commitments.csv      | 88,1,,Do it,,88. Do it                                       | The field "asked" is empty. Fill it.
            progress.csv         | Asked,done,,It was done                                      | There is no kind "done". Allowed: reported, planned, measured.
            progress.csv         | Asked,reported,progress-999-202,It                           | There is no figure "progress-999-202". Did you mean "progress-999-2022"?
            scorecard.csv        | Calls,1,Arests,,,,up,,,,                                     | There is no proposed indicator "Arests". Did you mean "Arrests"?
            scorecard.csv        | Calls,1,,,,,sideways,,,,                                     | There is no direction "sideways". Allowed: up, down, neither.
            scorecard.csv        | Calls,1,,progress-999-2022,progress-grade1-2023,,up,,,,      | The figure "progress-999-2022" is in seconds and "progress-grade1-2023" in percent. Compare figures of one unit.
            scorecard.csv        | Calls,1,,progress-answer-place-then,progress-answer-place-now,,up,,,, | The figure "progress-answer-place-then" prints no number. Name a figure that does.
            scorecard.csv        | Calls,1,,,,,up,,progress-satisfaction-sample,progress-999-2022, | The figure "progress-999-2022" is no percentage of a sample. Name a figure in percent, and that of the sample.
            scorecard.csv        | Calls,1,,,,,up,,,students-wider-police-contact, | The figure "students-wider-police-contact" is no percentage of a sample. Name a figure in percent, and that of the sample.
            success-measures.csv | overall,Safe,pcss-safe-al,,- Safe                            | There is no figure "pcss-safe-al". Did you mean "pcss-safe-all"?
            """)
    void a_malformed_row_is_refused_with_its_file_and_line(String file, String row, String words) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("performance"));
        try (Stream<Path> files = Files.list(Path.of("data/performance"))) {
            for (Path original : files.toList()) {
                Files.copy(original, copy.resolve(original.getFileName()));
            }
        }
        List<String> lines = Files.readAllLines(copy.resolve(file));
        Files.write(copy.resolve(file), List.of(lines.get(0), row));
        DataFolder data = new DataFolder(folder, true);
        assertThatThrownBy(() -> PlanPerformance.read(data, FIGURES))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ", line 2: ")
                .hasMessageContaining(words);
    }

    @Test
    void a_number_is_given_to_one_commitment() {
        Commitment one = new Commitment(1, 1, "Asked", "Do it", "", "1. Do it");
        List<Commitment> twice = List.of(one, one);
        assertThatThrownBy(() -> new PlanPerformance(twice, List.of(), List.of(), List.of(), List.of()))
                .hasMessage("Two commitments have the number 1. Number each once.");
    }
}
