package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.study.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published figures against a second transcription of the same documents, made without a look at the first: what one of
 * the two missed or misread stands in the other.
 */
class TranscriptionTest {

    private static final List<TranscribedRow> FIRST =
            figures(PublishedFigures.read(new DataFolder(Path.of("data"), true)));
    private static final List<TranscribedRow> SECOND = SecondPass.rows();

    @ParameterizedTest
    @MethodSource("documents")
    void each_transcription_has_every_number_and_finding_of_the_other(String document) {
        List<String> differences = Reconciliation.differences(of(document, FIRST), of(document, SECOND));
        assertThat(differences)
                .withFailMessage(() ->
                        differences.size() + " differences in " + document + ":\n" + String.join("\n", differences))
                .isEmpty();
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
