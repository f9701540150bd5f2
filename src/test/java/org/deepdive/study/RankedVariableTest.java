package org.deepdive.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers chosen in order, and several answers without order, are read as what each respondent said of each answer. */
class RankedVariableTest {

    private static final String SEX = """
            sex,nominal,Sex,,everyone,female,Women,valid,
            sex,,,,,male,Men,valid,
            """;
    private static final String VARIABLES = SEX + """
            first,ranked,Priorities,Which come first?,everyone,burglary,Burglary,valid,2
            first,,,,,drugs,Drugs,valid,
            first,,,,,traffic,Traffic,valid,
            news,multiple,News,,everyone,paper,Paper,valid,
            news,,,,,radio,Radio,valid,
            news,,,,,dont_know,Don't know,dont_know,
            """;
    private static final String HEADER = "weight,sex,first.1,first.2,news.paper,news.radio,news.dont_know\n";

    @TempDir
    Path temp;

    private Study study(String variables, String yaml) {
        StudyFolder folder = new StudyFolder(temp.resolve("data"), "small")
                .study("design: {weight: weight, strata: [sex]}\n" + yaml);
        folder.write("codebook.csv", StudyFolder.CODEBOOK_HEADER.strip() + ",choose\n" + variables);
        return folder.read();
    }

    private Microdata read(Study study, String text) throws IOException {
        return MicrodataReader.read(study, Files.writeString(temp.resolve("people.csv"), text));
    }

    private Microdata read(String text) throws IOException {
        return read(study(VARIABLES, ""), HEADER + text);
    }

    @Test
    void each_answer_has_the_rank_that_a_respondent_gave_it() throws IOException {
        Microdata data = read("""
                1,male,drugs,burglary,,,
                2,female,traffic,,,,
                3,male,,,,,
                """);
        assertThat(data.codes("first", "burglary")).containsExactly(0, 2, -1);
        assertThat(data.codes("first", "drugs")).containsExactly(0, 1, -1);
        assertThat(data.codes("first", "traffic")).containsExactly(1, 0, -1);
        assertThat(data.mentions("first")).containsExactly(1, 2, -1);
        assertThat(data.study().codebook().variable("first").choose()).isEqualTo(2);
    }

    @Test
    void the_answers_to_a_question_with_several_are_counted() throws IOException {
        Microdata data = read("""
                1,female,,,1,1,0
                2,female,,,0,0,0
                3,female,,,,1,
                4,female,,,,,
                5,female,,,0,0,1
                """);
        assertThat(data.mentions("news")).containsExactly(2, 0, 1, -1, 1);
        assertThat(data.mentions("news")).isSameAs(data.mentions("news"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            drugs,drugs | column first.2: "drugs" is not allowed; allowed: an answer that was not chosen before
            ,drugs      | column first.2: "drugs" is not allowed; allowed: nothing, since first.1 is empty
            drug,       | column first.1: "drug" is not allowed; allowed: burglary, drugs, traffic
            drugs,2     | column first.2: "2" is not allowed; allowed: burglary, drugs, traffic
            """)
    void choices_that_cannot_be_are_refused(String choices, String problem) {
        assertThatThrownBy(() -> read("1,male," + choices + ",,,\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("The data file \"people.csv\" was refused: 1 problem.\n  people.csv, line 2, " + problem);
    }

    @Test
    void columns_and_codes_of_a_ranked_variable_are_mapped() throws IOException {
        Study study = study(VARIABLES, """
                        microdata:
                          columns: {first.1: Q7a, first.2: Q7b}
                          codes: {first: {1: burglary, 2: drugs, 3: traffic}}
                        """);
        Microdata data = read(study, HEADER.replace("first.1,first.2", "Q7a,Q7b") + "1,male,3,1,,,\n");
        assertThat(data.codes("first", "traffic")).containsExactly(1);
        assertThat(data.codes("first", "burglary")).containsExactly(2);
    }

    @Test
    void the_file_has_as_many_columns_as_can_be_chosen() {
        assertThatThrownBy(() -> read(study(VARIABLES, ""), HEADER.replace("first.2,", "")))
                .isInstanceOf(InputException.class)
                .hasMessage("The data file \"people.csv\" lacks the column first.2."
                        + " Add them, or map their names under microdata, columns in study.yaml.");
        assertThatThrownBy(() -> read(study(VARIABLES, ""), HEADER.replace("first.2", "first.2,first.3")))
                .isInstanceOf(InputException.class)
                .hasMessage("The data file \"people.csv\" has the column \"first.3\", but of \"first\" 2 answers could"
                        + " be chosen. Correct choose in the codebook, or leave the column out.");
    }

    @Test
    void the_table_for_the_holder_shows_ranks() throws IOException {
        assertThat(read("1,male,drugs,burglary,1,0,0\n").table().print())
                .contains("first.burglary  |  first.drugs  |  first.traffic")
                .containsPattern("Men +\\| +2 +\\| +1 +\\| +\\| +Yes +\\| +No ");
    }

    @Test
    void three_can_be_chosen_where_the_codebook_does_not_say() {
        assertThat(study(VARIABLES.replace("valid,2", "valid,"), "")
                        .codebook()
                        .variable("first")
                        .choose())
                .isEqualTo(3);
    }

    @Test
    void a_ranked_variable_neither_breaks_down_nor_filters() {
        assertThatThrownBy(() -> study(VARIABLES, "").codebook().breakdown("first"))
                .isInstanceOf(InputException.class)
                .hasMessage("\"first\" is a ranked variable, which can neither break down nor filter."
                        + " Add what was chosen first to the file and the codebook as a nominal variable.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            top,ranked,Top,,everyone,a,A,valid,      | The variable "top" has "3" answers to choose, of 1. Write under choose how many could be chosen; without it they are 3.
            top,ranked,Top,,everyone,a,A,valid,0     | The variable "top" has "0" answers to choose, of 1. Write under choose how many could be chosen; without it they are 3.
            top,ordinal,Top,,everyone,a,A,valid,1    | The variable "top" has a choose, but is not ranked. Leave the field empty.
            """)
    void a_ranked_variable_is_described_rightly(String line, String message) {
        assertThatThrownBy(() -> study(SEX + line + "\n", ""))
                .isInstanceOf(InputException.class)
                .hasMessage("small/codebook.csv: " + message);
    }
}
