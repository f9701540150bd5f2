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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that respondents gave are read, checked and held once each. */
class NumericVariableTest {

    private static final String SEX = """
            sex,nominal,Sex,,everyone,female,Women,valid,,
            sex,,,,,male,Men,valid,,
            """;
    private static final String VARIABLES = SEX + """
            age,numeric,Age,How old are you?,everyone,99,Don't know,dont_know,16,98.5
            age,,,,,98,Prefer not to say,refused,,
            incidents,numeric,Incidents,,everyone,,,,,
            """;

    @TempDir
    Path temp;

    private StudyFolder folder(String variables, String yaml) {
        StudyFolder folder = new StudyFolder(temp.resolve("data"), "small")
                .study("design: {weight: weight, strata: [sex]}\n" + yaml);
        folder.write("codebook.csv", StudyFolder.CODEBOOK_HEADER.strip() + ",minimum,maximum\n" + variables);
        return folder;
    }

    private Microdata read(String text) throws IOException {
        return read(folder(VARIABLES, "").read(), "weight,sex,age,incidents\n" + text);
    }

    private Microdata read(Study study, String text) throws IOException {
        return MicrodataReader.read(study, Files.writeString(temp.resolve("people.csv"), text));
    }

    private static void assertProblem(ThrowingCallable read, String problem) {
        assertThatThrownBy(read)
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("The data file \"people.csv\" was refused: 1 problem.\n  people.csv, " + problem);
    }

    @Test
    void each_different_number_is_held_once_in_order_and_special_codes_after_them() throws IOException {
        Microdata data = read("""
                1,male,34,-0
                2,female,99,0.5
                3,female,16,
                4,male,34.0,1e1
                5,male,98,0
                6,male,,-2
                """);
        NumericColumn age = data.numeric("age");
        assertThat(age.values()).containsExactly(16, 34);
        assertThat(age.special()).extracting(Category::code).containsExactly("99", "98");
        assertThat(age.places()).isEqualTo(4);
        assertThat(age.codes()).isInstanceOf(Codes.Bytes.class);
        assertThat(((Codes.Bytes) age.codes()).codes()).containsExactly(2, 0, 1, 1, 3, -1);
        assertThat(age.codes().size()).isEqualTo(6);
        assertThat(age.toArray()).containsExactly(Double.NaN, 16, 34, 34, Double.NaN, Double.NaN);
        assertThat(age.valueOf(1)).isEqualTo(34);
        assertThat(age.valueOf(2)).isNaN();
        assertThat(age.value(1)).isEqualTo(16);
        NumericColumn incidents = data.numeric("incidents");
        assertThat(incidents.values()).containsExactly(-2, 0, 0.5, 10);
        assertThat(incidents.toArray()).containsExactly(0.5, Double.NaN, 0, 10, 0, -2);
    }

    @Test
    void more_than_127_numbers_are_held_as_shorts() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 127; i >= 1; i--) {
            text.append("1,male,,").append(i).append('\n');
        }
        assertThat(read(text.toString()).numeric("incidents").codes()).isInstanceOf(Codes.Bytes.class);
        NumericColumn wide = read(text + "1,female,,0.5\n").numeric("incidents");
        assertThat(wide.codes()).isInstanceOf(Codes.Shorts.class);
        assertThat(wide.values()).hasSize(128).startsWith(0.5, 1).endsWith(127);
        assertThat(wide.value(0)).isEqualTo(0.5);
        assertThat(wide.value(1)).isEqualTo(127);
        assertThat(wide.value(127)).isEqualTo(1);
        assertThat(((Codes.Shorts) wide.codes()).codes()).hasSize(128).startsWith(0, 127);
    }

    @Test
    void more_numbers_than_a_short_holds_are_refused() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 32_767; i++) {
            text.append("1,male,,").append(i).append('\n');
        }
        assertThat(read(text.toString()).numeric("incidents").value(32_766)).isEqualTo(32_767);
        assertThatThrownBy(() -> read(text + "1,male,,0\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("The data file \"people.csv\" has more than 32,767 different numbers in the column"
                        + " \"incidents\". Round them, such as to hundreds, or group them into a variable with"
                        + " categories.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.9", "98.6", "old", "1 0", "0x20", "Infinity", "NaN"})
    void a_number_outside_its_range_is_refused(String age) {
        assertProblem(
                () -> read("1,male," + age + ",0\n"),
                "line 2, column age: \"" + age + "\" is not allowed; allowed: a number from 16 to 98.5, or 98, 99");
    }

    @Test
    void a_number_without_a_range_must_be_a_number() {
        assertProblem(
                () -> read("1,male,20,none\n"), "line 2, column incidents: \"none\" is not allowed; allowed: a number");
    }

    @Test
    void the_files_own_special_codes_are_mapped() throws IOException {
        Study study = folder(VARIABLES, """
                        microdata:
                          columns: {age: Q9}
                          codes: {age: {-9: "99", -8: "98"}}
                        """).read();
        NumericColumn age = read(study, "weight,sex,Q9,incidents\n1,male,-9,\n2,male,20,\n3,male,-8,\n")
                .numeric("age");
        assertThat(((Codes.Bytes) age.codes()).codes()).containsExactly(1, 0, 2);
    }

    @Test
    void the_table_for_the_holder_shows_numbers() throws IOException {
        assertThat(read("1,male,99,2.5\n2,female,40,\n").table().print())
                .containsPattern("Women +\\| +40 +\\| +\\| +2 ")
                .containsPattern("Men +\\| +\\| +2.5 +\\| +1 ");
    }

    @Test
    void a_numeric_variable_neither_breaks_down_nor_filters() {
        Codebook codebook = folder(VARIABLES, "").read().codebook();
        assertThat(codebook.breakdowns()).containsExactly("sex");
        assertThat(codebook.breakdown("sex").label()).isEqualTo("Sex");
        assertThatThrownBy(() -> codebook.breakdown("age"))
                .isInstanceOf(InputException.class)
                .hasMessage("\"age\" is a numeric variable, which can neither break down nor filter."
                        + " Add its bands to the file and the codebook as an ordinal variable.");
        assertThatThrownBy(() -> codebook.breakdown("sx"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no variable \"sx\". Did you mean \"sex\"? Allowed: sex.");
        assertThatThrownBy(() -> folder(VARIABLES, "")
                        .study("design: {weight: weight, strata: [age]}\n")
                        .read())
                .isInstanceOf(InputException.class)
                .hasMessage("small/study.yaml, design: \"age\" is not a variable with one category a respondent."
                        + " Name a nominal, ordinal or wave variable.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            age,numeric,Age,,everyone,99,Unknown,valid,,   | The numeric variable "age" has the category "99" with the status valid. Its categories are codes for no number: write dont_know or refused.
            age,numeric,Age,,everyone,,,,young,            | The variable "age" has the minimum "young". Write a number, or nothing.
            age,numeric,Age,,everyone,,,,20,10             | The variable "age" has a minimum above its maximum. Exchange them.
            age,nominal,Age,,everyone,a,A,valid,,10        | The variable "age" has a maximum, but is not numeric. Leave the field empty.
            """)
    void a_numeric_variable_is_described_rightly(String line, String message) {
        assertThatThrownBy(() -> folder(SEX + line + "\n", "").read())
                .isInstanceOf(InputException.class)
                .hasMessage("small/codebook.csv: " + message);
    }

    @Test
    void limits_may_stand_on_one_side_only() throws IOException {
        Study study = folder(SEX + "age,numeric,Age,,everyone,,,,16,\n", "").read();
        assertThat(study.codebook().variable("age").range())
                .isEqualTo(new Variable.Range(16, Double.POSITIVE_INFINITY));
        assertThat(study.codebook().variable("age").categories()).isEqualTo(List.of());
        assertProblem(
                () -> read(study, "weight,sex,age\n1,male,15\n"),
                "line 2, column age: \"15\" is not allowed; allowed: a number from 16");
    }
}
