package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of respondents without a study is read strictly and written again whole. */
class RespondentFileTest {

    private static final String TEXT =
            "id,w, sex ,note\n1,0.5,female,\"a,b\"\n\n2,2,male,\"two\nlines\"\n3,1e1,female,\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("survey.csv"), text);
    }

    private static RespondentFile read(Path file) {
        return RespondentFile.read(file, Optional.of("w"), header -> List.of("sex"));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void weights_and_categories_come_in_the_order_of_the_file_with_their_lines() throws IOException {
        RespondentFile respondents = read(file("\uFEFF" + TEXT));
        assertThat(respondents.header()).containsExactly("id", "w", "sex", "note");
        assertThat(respondents.size()).isEqualTo(3);
        assertThat(respondents.weights()).containsExactly(0.5, 2, 10);
        CodedColumn sex = respondents.columns().get(0);
        assertThat(sex.categories()).containsExactly("female", "male");
        assertThat(sex.codes()).containsExactly(0, 1, 0);
        assertThat(sex.place().apply(2)).isEqualTo("survey.csv, line 6, column sex");
        assertThat(respondents.label()).isEqualTo(DataLabel.REAL);
    }

    @Test
    void without_a_weight_everybody_weighs_one() throws IOException {
        RespondentFile respondents = RespondentFile.read(file(TEXT), Optional.empty(), header -> List.of());
        assertThat(respondents.weights()).containsExactly(1, 1, 1);
        assertThat(respondents.columns()).isEmpty();
    }

    @Test
    void it_is_written_with_every_column_and_row_and_the_new_one_last() throws IOException {
        Path out = folder.resolve("out.csv");
        read(file(TEXT)).write(out, "new", new double[] {1.25, 1e-7, 12345678});
        assertThat(Files.readString(out))
                .isEqualTo("id,w, sex ,note,new\n1,0.5,female,\"a,b\",1.25\n2,2,male,\"two\nlines\",0.00000010\n"
                        + "3,1e1,female,,12345678\n");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("survey.csv", "out.csv");
    }

    @Test
    void a_column_of_that_name_is_replaced_where_it_stands() throws IOException {
        Path out = folder.resolve("out.csv");
        read(file("w,sex\n1,a\n")).write(out, "w", new double[] {3});
        assertThat(Files.readString(out)).isEqualTo("w,sex\n3.0,a\n");
    }

    @Test
    void gzip_is_read_and_written_and_the_file_itself_may_be_replaced() throws IOException {
        Path file = Files.write(folder.resolve("survey.csv.gz"), zipped("w,sex\n1,a\n2,b\n"));
        read(file).write(file, "new", new double[] {3, 4});
        try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("w,sex,new\n1,a,3.0\n2,b,4.0\n");
        }
    }

    @Test
    void every_bad_weight_and_short_line_is_listed_with_its_line() throws IOException {
        Path file = file("w,sex\n1,a\n0,a\n-1,a\nx,a\n,a\n1d,a\n1\nNaN,b\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("The data file \"survey.csv\" was refused: 7 problems.\n"
                        + "  survey.csv, line 3, column w: \"0\" is not allowed; allowed: a number above 0\n")
                .hasMessageContaining("line 7, column w: \"1d\" is not allowed")
                .hasMessageContaining("line 8: \"1 fields\" is not allowed; allowed: 2 fields, as in the header");
    }

    @Test
    void columns_must_be_there_once() throws IOException {
        assertThatThrownBy(() -> RespondentFile.read(file(TEXT), Optional.of("wt"), header -> List.of()))
                .hasMessage("There is no column of survey.csv \"wt\". Did you mean \"w\"? Allowed: id, w, sex, note.");
        assertThatThrownBy(() -> read(file("w,sex, w\n1,a,2\n")))
                .hasMessageContaining("The data file \"survey.csv\" has the column \"w\" twice.");
        assertThatThrownBy(() -> read(file("w,sex\n"))).hasMessageContaining("has no respondents");
        assertThatThrownBy(() -> read(file(""))).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read(folder.resolve("none.csv"))).hasMessageContaining("does not exist");
    }

    @Test
    void invented_respondents_are_known_by_their_label_or_identifiers() throws IOException {
        assertThat(read(file("w,sex,data_label\n1,a,practice\n")).label()).isEqualTo(DataLabel.PRACTICE);
        assertThat(read(file("id,w,sex\nPRACTICE-1,1,a\n")).label()).isEqualTo(DataLabel.PRACTICE);
        assertThatThrownBy(() -> read(file("w,sex,data_label\n1,a,practice\n1,a,\n")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3, column data_label: \"\" is not allowed; allowed: practice in every row");
    }

    @Test
    void a_file_that_changed_in_between_is_refused_and_nothing_is_left_behind() throws IOException {
        Path file = file("w,sex\n1,a\n");
        RespondentFile respondents = read(file);
        file("w,sex\n1,a\n1,b\n");
        assertThatThrownBy(() -> respondents.write(folder.resolve("out.csv"), "new", new double[] {1}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("changed while it was weighted. Weight it again.");
        assertThat(folder.toFile().list()).containsExactly("survey.csv");
    }

    @Test
    void a_place_that_cannot_be_written_is_told() throws IOException {
        RespondentFile respondents = read(file("w,sex\n1,a\n"));
        assertThatThrownBy(() -> respondents.write(folder.resolve("no/out.csv"), "new", new double[] {1}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("out.csv\" cannot be written: its folder does not exist.");
    }
}
