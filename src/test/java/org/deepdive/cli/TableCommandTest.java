package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Studies;
import org.deepdive.practice.Progress;
import org.deepdive.study.Codebook;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerIndex;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code deepdive table}, run as a user runs it. */
class TableCommandTest {

    private static final String SAFE = "table pcss safe_local --by sex,age_band,sex/age_band";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"80", "100", "200"})
    void text_fits_its_width_and_names_the_same_table_in_java(int width) {
        Run run = run(SAFE + " --width " + width);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Safety in the local area, by Sex, Age, Age within Sex.")
                .contains("Practice data: Invented")
                .contains("Unweighted base")
                .contains("Effective base")
                .contains("A letter beside a value")
                .contains("\n  shell  deepdive table pcss safe_local --by sex,age_band,sex/age_band\n")
                .contains(
                        "Studies.open(\"pcss\").banner(\"safe_local\").by(\"sex\", \"age_band\", \"sex>age_band\").letters()");
        String table = run.out().substring(0, run.out().indexOf("\nThe same table"));
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void a_nested_breakdown_may_be_written_with_either_sign() {
        assertThat(run("table pcss safe_local --format csv --by sex>age_band").out())
                .isEqualTo(run("table pcss safe_local --format csv --by sex/age_band")
                        .out())
                .contains(",sex>age_band,female>16_24,A,");
    }

    @Test
    void the_table_of_a_measure_is_the_table_of_its_question() {
        assertThat(run("table pcss safe_local_scale --format csv --by sex").out())
                .isEqualTo(run("table pcss safe_local --format csv --by sex").out())
                .contains("safe_local,safe_local_scale,very_safe,sex,female,A,Percentage,0.");
    }

    @Test
    void csv_and_json_are_read_back() throws IOException {
        assertThat(CsvReader.builder()
                        .ofNamedCsvRecord(run(SAFE + " --format csv").out())
                        .stream()
                        .map(line -> line.getField("breakdown"))
                        .distinct())
                .containsExactly("total", "sex", "age_band", "sex>age_band");
        assertThat(new ObjectMapper()
                        .readTree(run(SAFE + " --format json --arrows --adjust bh")
                                .out())
                        .path("significance")
                        .toString())
                .isEqualTo("{\"marks\":\"arrows\",\"adjustment\":\"bh\"}");
    }

    @Test
    void options_reach_the_table() {
        String line = "table pcss safe_local --by sex --where student=yes --waves 2021Q2..2023Q2 --dont-knows out"
                + " --arrows --adjust holm --public";
        Run run = run(line);
        assertThat(run.out())
                .contains("Students, Without don’t knows, 2021Q2 to 2023Q2.".replace("Students", label()))
                .contains("rounded to the nearest 10")
                .contains("(holm)")
                .contains("deepdive " + line);
    }

    private static String label() {
        return Studies.open("pcss")
                .study()
                .codebook()
                .variable("student")
                .category("yes")
                .label();
    }

    @Test
    void a_plain_table_has_no_letters() {
        assertThat(run("table pcss safe_local --by sex --plain").out())
                .doesNotContain("letter")
                .doesNotContain("(A)");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void a_batch_writes_a_file_a_question_and_an_index_with_links(TableFormat format) throws IOException {
        Path out = folder.resolve("a/b");
        Run run = run("table pcss --all --by sex,age_band --format " + format + " --out " + out);
        List<Variable> questions = Studies.open("pcss").questions().stream()
                .filter(question -> !question.name().equals("age_band"))
                .toList();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(questions.size() + " of " + questions.size() + " tables written; start at "
                        + out.resolve("index.html") + "\n");
        assertThat(names(out))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("index.html"), questions.stream().map(q -> q.name() + "." + format.ending()))
                        .toList());
        Document index = Jsoup.parse(Files.readString(out.resolve("index.html")));
        assertThat(index.select("a").eachAttr("href"))
                .hasSameSizeAs(questions)
                .allSatisfy(link -> assertThat(out.resolve(link)).isNotEmptyFile());
        assertThat(index.text()).contains("Practice data: Invented respondents");
        assertThat(Files.readString(out.resolve("safe_local." + format.ending())))
                .contains(format == TableFormat.csv ? "practice" : "Invented respondents");
    }

    @Test
    void several_questions_of_one_variable_are_one_file() throws IOException {
        Run run = run("table pcss safe_local safe_local_scale community_issue --format csv --out " + folder);
        assertThat(run.out()).startsWith("2 of 2 tables written");
        assertThat(names(folder)).containsExactlyInAnyOrder("safe_local.csv", "community_issue.csv", "index.html");
    }

    @Test
    void files_that_exist_are_replaced_only_if_told_to() throws IOException {
        String line = "table pcss safe_local student --format csv --out " + folder;
        Path there = Files.writeString(folder.resolve("student.csv"), "mine");
        Run refused = run(line);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("The file \"" + there
                        + "\" exists already. Name another folder, or add --force to replace files.\n");
        assertThat(names(folder)).containsExactly("student.csv");
        assertThat(there).hasContent("mine");
        assertThat(run(line + " --force").code()).isZero();
        assertThat(Files.readString(there)).startsWith("question,measure,");
    }

    @Test
    void a_question_that_is_withheld_whole_is_told_in_the_index_and_the_others_are_written() throws IOException {
        BannerIndex index = write(InputException.of(InputException.REMAINDER, "Too few <differ>.", "", "Drop it."));
        assertThat(index.written()).isEqualTo(1);
        assertThat(names(folder)).containsExactlyInAnyOrder("safe_local.csv", "index.html");
        Document page = Jsoup.parse(Files.readString(folder.resolve("index.html")));
        assertThat(page.select("a").eachAttr("href")).containsExactly("safe_local.csv");
        assertThat(page.select("li").last().text()).endsWith(": Too few <differ>. Drop it.");
    }

    @Test
    void a_mistake_leaves_no_index_and_no_half_file() throws IOException {
        assertThatThrownBy(() -> write(InputException.of("breakdown", "It is wrong.", "", "")))
                .hasMessage("It is wrong.");
        assertThat(names(folder)).containsExactly("safe_local.csv");
    }

    /** Writes a question, then one that gives a problem. */
    private BannerIndex write(InputException problem) {
        OpenStudy pcss = Studies.open("pcss");
        Codebook codebook = pcss.study().codebook();
        List<Variable> questions = List.of(codebook.variable("safe_local"), codebook.variable("student"));
        return new TableFolder(folder, false, TableFormat.csv, 100)
                .write(
                        pcss.study(),
                        questions,
                        question -> {
                            if (question.name().equals("student")) {
                                throw problem;
                            }
                            return pcss.banner(question.name()).letters();
                        },
                        Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table pcss                                     | No question is given. Name one, such as safe_local, or add --all.",
                "table pcss safe_local --all --out x            | Both --all and questions are given.",
                "table pcss --all                               | Several tables need a folder. Add --out FOLDER",
                "table pcss safe_local student                  | Several tables need a folder.",
                "table pcss safe_local --force                  | --force does nothing without --out.",
                "table pcss safe_locl                           | There is no question \"safe_locl\". Did you mean \"safe_local\"?",
                "table pccs safe_local                          | There is no study \"pccs\". Did you mean \"pcss\"?",
                "table pcss safe_local --by sx                  | There is no variable \"sx\". Did you mean \"sex\"?",
                "table pcss safe_local --by sex/age_band/wave   | \"sex/age_band/wave\" is not a breakdown.",
                "table pcss safe_local --by sex,sex             | The banner breaks down twice by \"sex\".",
                "table pcss safe_local --adjust bonferoni       | There is no adjustment \"bonferoni\".",
                "table pcss safe_local --dont-knows maybe       | --dont-knows is in or out, not \"maybe\".",
                "table pcss safe_local --waves 2021Q5           | There is no wave \"2021Q5\".",
                "table pcss safe_local --where male             | \"male\" is not a filter.",
                "table pcss safe_local --width 20               | A table of 20 characters a line cannot be read. Give at least 60.",
                "table residents priority                       | The study \"residents\" has published counts only, no respondents.",
                "table pcss safe_local --out pom.xml            | \"pom.xml\" is not a folder.",
            })
    void a_mistake_is_one_clear_message_and_exit_code_two(String line, String message) {
        Run run = run(line);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void letters_and_arrows_exclude_each_other() {
        Run run = run("table pcss safe_local --letters --arrows");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("mutually exclusive");
    }

    @Test
    void the_help_has_examples() {
        assertThat(run("table --help").out())
                .contains("Usage: deepdive table")
                .contains("deepdive table pcss --all --by sex,age_band --format html --out tables");
    }

    private static Run run(String line) {
        return Run.of(line.strip().split("\\s+"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
