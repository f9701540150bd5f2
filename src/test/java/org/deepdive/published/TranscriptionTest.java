package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.published.Reconciliation.Difference;
import org.deepdive.study.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published figures against a second transcription of the same documents, made without a look at the first: what one of
 * the two missed or misread stands in the other. What differs is settled with a reason, and nothing else is.
 */
class TranscriptionTest {

    private static final List<TranscribedRow> FIRST =
            figures(PublishedFigures.read(new DataFolder(Path.of("data"), true)));
    private static final List<TranscribedRow> SECOND = SecondPass.rows();

    private static final List<Settled> SETTLED =
            SecondPass.settled().stream().map(Settled::of).toList();

    @ParameterizedTest
    @MethodSource("documents")
    void each_transcription_has_every_number_and_finding_of_the_other_but_for_what_is_settled(String document) {
        List<Difference> unsettled = differences(document).stream()
                .filter(difference -> !SETTLED.contains(Settled.of(difference)))
                .toList();
        assertThat(unsettled)
                .withFailMessage(() -> unsettled.size() + " differences in " + document + " are not in settled.csv:\n"
                        + unsettled.stream().map(Difference::described).collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void what_is_settled_still_differs() {
        List<Settled> found = documents()
                .flatMap(document -> differences(document).stream())
                .map(Settled::of)
                .toList();
        assertThat(SETTLED).doesNotHaveDuplicates();
        assertThat(SETTLED.stream().filter(one -> !found.contains(one)))
                .as("lines of settled.csv that no longer differ")
                .isEmpty();
    }

    @Test
    void what_is_settled_says_why() {
        assertThat(SecondPass.settled()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.getField("side")).isIn("first", "second");
            assertThat(line.getField("why")).isNotBlank();
        });
    }

    @Test
    void the_second_transcription_reads_five_documents() {
        assertThat(SECOND).hasSizeGreaterThan(600);
        assertThat(SECOND.stream().map(TranscribedRow::document).distinct()).hasSize(5);
    }

    private static Stream<String> documents() {
        return Stream.concat(FIRST.stream(), SECOND.stream())
                .map(TranscribedRow::document)
                .distinct();
    }

    private static List<Difference> differences(String document) {
        return Reconciliation.between(of(document, FIRST), of(document, SECOND));
    }

    private static List<TranscribedRow> of(String document, List<TranscribedRow> rows) {
        return rows.stream().filter(row -> row.document().equals(document)).toList();
    }

    private static List<TranscribedRow> figures(PublishedFigures published) {
        Map<String, Publication> publications =
                published.publications().stream().collect(Collectors.toMap(Publication::id, Function.identity()));
        return published.figures().stream()
                .map(figure -> new TranscribedRow(
                        publications.get(figure.publication()).sourceFile(),
                        figure.quote(),
                        figure.printed().map(Printed::text).orElse(""),
                        figure.id()))
                .toList();
    }
}
