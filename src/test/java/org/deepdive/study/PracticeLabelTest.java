package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a file's respondents are taken for invented or for real. */
class PracticeLabelTest {

    private static final String HEADER = "id,weight,region,sex,news.paper,news.radio\n";
    private static final String STRATIFIED = "design: {weight: weight, strata: [region]}\n";
    private static final String VARIABLES = """
            id,id,Respondent,,everyone,,,
            weight,weight,Weight,,everyone,,,
            region,nominal,Region,,everyone,north,North,valid
            sex,nominal,Sex,,everyone,male,Men,valid
            news,multiple,News,,everyone,paper,Paper,valid
            news,,,,,radio,Radio,valid
            """;

    @TempDir
    Path temp;

    private Study study(String yaml) {
        return new StudyFolder(temp.resolve("data"), "small")
                .study(yaml)
                .codebook(VARIABLES)
                .read();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("people.csv"), text);
    }

    private Microdata read(String text) throws IOException {
        return MicrodataReader.read(study(STRATIFIED), file(text));
    }

    private static void assertProblem(ThrowingCallable read, String problem) {
        assertThatThrownBy(read)
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("The data file \"people.csv\" was refused: 1 problem.\n  people.csv, " + problem);
    }

    @Test
    void invented_respondents_are_known_by_their_identifiers_where_the_label_is_gone() throws IOException {
        assertThat(read(HEADER + "PRACTICE-1,1,north,male,1,0\nPRACTICE-2,1,north,male,1,0\n")
                        .label())
                .isEqualTo(DataLabel.PRACTICE);
        assertThat(read(HEADER + "7,1,north,male,1,0\n PRACTICE-2,1,north,male,1,0\n")
                        .label())
                .as("one invented respondent is enough")
                .isEqualTo(DataLabel.PRACTICE);
        assertThat(read(HEADER + "practice,1,north,male,1,0\n").label()).isEqualTo(DataLabel.REAL);
        assertThat(read("weight,region,sex,news.paper,news.radio\n1,north,male,1,0\n")
                        .label())
                .as("a file may have no identifiers")
                .isEqualTo(DataLabel.REAL);
        assertProblem(
                () -> read(HEADER.strip() + ",data_label\nPRACTICE-1,1,north,male,1,0,real\n"),
                "line 2, column data_label: \"real\" is not allowed; allowed: practice or invented in every row, or no such column");
    }

    @Test
    void the_column_of_identifiers_is_mapped_too() throws IOException {
        Study study = study(STRATIFIED + "microdata:\n  columns: {id: CASE}\n");
        assertThat(MicrodataReader.read(study, file(HEADER.replace("id,", "CASE,") + "PRACTICE-1,1,north,male,1,0\n"))
                        .label())
                .isEqualTo(DataLabel.PRACTICE);
    }

    @Test
    void practice_data_says_so_in_every_row() throws IOException {
        String header = HEADER.strip() + ",data_label\n";
        assertThat(read(header + "a,1,north,male,1,0,practice\nb,1,north,male,1,0,practice\n")
                        .label())
                .isEqualTo(DataLabel.PRACTICE);
        for (String other : List.of("", "real", "Practice")) {
            assertProblem(
                    () -> read(header + "a,1,north,male,1,0,practice\nb,1,north,male,1,0," + other + "\n"),
                    "line 3, column data_label: \"" + other
                            + "\" is not allowed; allowed: practice in every row, or no such column");
        }
    }
}
