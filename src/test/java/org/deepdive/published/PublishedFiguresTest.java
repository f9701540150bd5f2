package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of published figures: faithful to their source, and strict about mistakes. */
class PublishedFiguresTest {

    private static final PublishedFigures PACKAGED = PublishedFigures.read(new DataFolder(Path.of("data"), true));

    @TempDir
    private Path folder;

    @Test
    void every_printed_number_stands_in_its_own_quote() {
        assertThat(PACKAGED.figures())
                .hasSizeGreaterThan(200)
                .allSatisfy(figure -> figure.printed()
                        .ifPresent(printed -> assertThat(figure.quote()).contains(printed.text())));
    }

    @Test
    void every_quote_is_found_in_the_sources_when_the_folder_is_there() throws IOException {
        for (Publication publication : PACKAGED.publications()) {
            List<PublishedFigure> figures = PACKAGED.of(publication.id());
            assertThat(figures).isNotEmpty();
            Optional<String> source = SourceTexts.of(publication.sourceFile());
            for (PublishedFigure figure : figures) {
                String quote = SourceTexts.collapsed(figure.quote());
                assertThat(quote).as(figure.id()).isNotBlank().isEqualTo(figure.quote());
                source.ifPresent(text -> assertThat(text.contains(quote))
                        .as("quote of %s in %s", figure.id(), publication.sourceFile())
                        .isTrue());
            }
        }
    }

    @Test
    void the_sources_are_the_texts_that_were_transcribed_when_the_folder_is_there()
            throws IOException, NoSuchAlgorithmException {
        for (Publication publication : PACKAGED.publications()) {
            assertThat(publication.sha256()).matches("[0-9a-f]{64}");
            Optional<Path> file = SourceTexts.file(publication.sourceFile());
            if (file.isPresent()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.get()));
                assertThat(HexFormat.of().formatHex(hash)).isEqualTo(publication.sha256());
            }
        }
    }

    @Test
    void a_figure_may_be_compared_with_several() {
        MadeUpPublication made = new MadeUpPublication(folder)
                .row("one", "", "1", "count", "", "", "")
                .row("two", "", "2", "count", "", "", "")
                .row("all", "", "3", "count", "", "one two", "sum");
        assertThat(made.figures().figure("all").versus()).containsExactly("one", "two");
        assertThat(made.figures().figure("one").versus()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a printed number in words  | study=poll&measure=base | many  | percent | 5   |      | "many" is not a printed number. Write it as the document does: 47%
            an unknown unit            | study=poll&measure=base | 5%    | percnt  | 5   |      | There is no unit "percnt". Did you mean "percent"? Allowed: percent, count
            a base with a comma        | study=poll&measure=base | 5%    | percent | 3,0 |      | "3,0" is not a base. Write a whole number.
            an unknown claim           | study=poll&measure=base | 5%    | percent | 5   | tops | There is no claim "tops".
            a query without a study    | measure=base            | 5%    | percent | 5   |      | The query does not say which study. Add study=
            a query with a stray part  | study=poll&measur=base  | 5%    | percent | 5   |      | There is no part of a query "measur". Did you mean "measure"? Allowed: study, measure
            """)
    void a_malformed_row_is_refused_with_its_file_and_line(
            String what, String query, String printed, String unit, String base, String claim, String words) {
        Path file = write(MadeUpPublication.HEADER
                + "right,p,,5%,,,5%,percent,,,,,no,\n"
                + String.join(
                        ",",
                        List.of(
                                "wrong",
                                "p",
                                "",
                                "q",
                                "",
                                query,
                                printed,
                                unit,
                                "\"" + base + "\"",
                                "",
                                "",
                                claim == null ? "" : claim,
                                "no",
                                ""))
                + "\n");
        assertThatThrownBy(() -> PublishedFigures.readFile(file))
                .as(what)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("figures.csv, line 3: ")
                .hasMessageContaining(words);
    }

    @Test
    void calibrated_is_yes_no_or_data() {
        Path file = write(MadeUpPublication.HEADER + "wrong,p,,5%,,,5%,percent,,,,,maybe,\n");
        assertThatThrownBy(() -> PublishedFigures.readFile(file))
                .hasMessage(
                        "figures.csv, line 2: There is no value of calibrated \"maybe\"." + " Allowed: yes, no, data.");
    }

    @Test
    void a_line_with_too_few_fields_is_refused() {
        Path file = write(MadeUpPublication.HEADER + "right,p,,5%,,,5%,percent,,,,,no,\nwrong,p\n");
        assertThatThrownBy(() -> PublishedFigures.readFile(file))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "/figures.csv is not valid CSV: Record 3 has 2 fields, but first record had 14 fields.");
    }

    @Test
    void a_missing_column_is_named() {
        Path file = write(MadeUpPublication.HEADER.replace(",claim", "") + "wrong,p,,5%,,,5%,percent,,,,no,\n");
        assertThatThrownBy(() -> PublishedFigures.readFile(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("/figures.csv lacks the column \"claim\".");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> PublishedFigures.readFile(folder.resolve("none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no file of published figures")
                .hasMessageContaining("none.csv")
                .hasMessageEndingWith("Check the path.");
    }

    @Test
    void an_id_is_given_once() {
        MadeUpPublication made = new MadeUpPublication(folder)
                .row("one", "", "1", "count", "", "", "")
                .row("one", "", "2", "count", "", "", "");
        assertThatThrownBy(made::figures)
                .isInstanceOf(InputException.class)
                .hasMessage("Two published figures have the id \"one\".");
    }

    @Test
    void a_figure_is_compared_with_figures_that_exist() {
        MadeUpPublication made = new MadeUpPublication(folder)
                .row("one", "", "1", "count", "", "", "")
                .row("all", "", "3", "count", "", "one two", "sum");
        assertThatThrownBy(made::figures)
                .isInstanceOf(InputException.class)
                .hasMessage("The figure \"all\" is compared with \"two\", which does not exist."
                        + " Add it, or correct versus.");
    }

    @Test
    void an_unknown_figure_or_publication_is_answered_with_the_nearest() {
        assertThatThrownBy(() -> PACKAGED.figure("pcss-safe-al"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no figure \"pcss-safe-al\". Did you mean \"pcss-safe-all\"?");
        assertThatThrownBy(() -> PACKAGED.of("student"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no publication \"student\". Did you mean \"students\"?"
                        + " Allowed: pcss-headlines, students, residents, trust, victims, waves, partners, plan-2018,"
                        + " consultation-2021, progress, scorecard, engagement.");
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("figures.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
