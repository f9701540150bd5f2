package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second transcription: faithful to the documents, and complete but for what it says it leaves out. */
class SecondPassTest {

    private static final List<TranscribedRow> ROWS = SecondPass.rows();
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    @Test
    void every_number_stands_in_its_own_quote() {
        assertThat(ROWS)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.quote()).isNotBlank().containsIgnoringCase(row.printed()));
    }

    @Test
    void everything_omitted_has_a_reason() {
        assertThat(Stream.concat(SecondPass.omitted().stream(), SecondPass.omittedKinds().stream()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getField("reason")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_quote_is_found_in_its_document_when_the_folder_is_there(String document) throws IOException {
        Optional<String> source = SourceTexts.of(document);
        if (source.isPresent()) {
            String text = source.orElseThrow();
            assertThat(quotes(document))
                    .isNotEmpty()
                    .allSatisfy(
                            quote -> assertThat(text.contains(quote)).as(quote).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_digit_is_transcribed_or_knowingly_omitted_when_the_folder_is_there(String document) throws IOException {
        Optional<String> source = SourceTexts.of(document);
        if (source.isPresent()) {
            String text = source.orElseThrow();
            BitSet known = new BitSet();
            of(document)
                    .filter(TranscribedRow::hasNumber)
                    .forEach(row -> mark(known, text, row.quote(), row.printed()));
            for (NamedCsvRecord line : omittedIn(document)) {
                for (String digits : line.getField("digits").split(" ")) {
                    mark(known, text, line.getField("quote"), digits);
                }
            }
            markKinds(known, text, document);
            assertThat(DIGITS.matcher(text)
                            .results()
                            .filter(run -> known.nextClearBit(run.start()) < run.end())
                            .map(run -> text.substring(Math.max(0, run.start() - 40), run.end())))
                    .isEmpty();
        }
    }

    /** Marks a number of a quote wherever the quote stands. */
    private static void mark(BitSet known, String text, String quote, String number) {
        Pattern whole = Pattern.compile(
                "(?<![\\d.,])" + Pattern.quote(number) + "(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (int start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
            Matcher numbers = whole.matcher(quote);
            while (numbers.find()) {
                known.set(start + numbers.start(), start + numbers.end());
            }
        }
    }

    private static void markKinds(BitSet known, String text, String document) {
        for (NamedCsvRecord kind : SecondPass.omittedKinds()) {
            if (!kind.getField("not_in").equals(document)) {
                Pattern.compile(kind.getField("pattern"))
                        .matcher(text)
                        .results()
                        .forEach(found -> known.set(found.start(), found.end()));
            }
        }
    }

    private static List<NamedCsvRecord> omittedIn(String document) {
        return SecondPass.omitted().stream()
                .filter(line -> line.getField("document").equals(document))
                .toList();
    }

    private static List<String> quotes(String document) {
        return Stream.concat(
                        of(document).map(TranscribedRow::quote),
                        omittedIn(document).stream().map(line -> line.getField("quote")))
                .toList();
    }

    private static Stream<TranscribedRow> of(String document) {
        return ROWS.stream().filter(row -> row.document().equals(document));
    }

    private static Stream<String> documents() {
        return ROWS.stream().map(TranscribedRow::document).distinct();
    }
}
