package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code deepdive weight}, run as a user runs it. */
class WeightCommandTest {

    private static final String SURVEY = """
            id,w,sex,age
            1,1,female,young
            2,1,female,old
            3,2,male,young
            4,1,male,old
            5,1,male,old
            """;
    private static final String TARGETS = """
            margin,category,target
            sex,female,50
            sex,male,50
            age,young,40
            age,old,60
            """;

    @TempDir
    Path folder;

    private Path survey;
    private Path targets;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        survey = Files.writeString(folder.resolve("survey.csv"), SURVEY);
        targets = Files.writeString(folder.resolve("targets.csv"), TARGETS);
        out = folder.resolve("out.csv");
    }

    private Run weigh(String... more) {
        List<String> words = new ArrayList<>(
                List.of("weight", survey.toString(), "--targets", targets.toString(), "--out", out.toString()));
        words.addAll(Arrays.asList(more));
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void a_file_is_raked_and_the_new_weights_meet_the_targets() throws IOException {
        Run run = weigh("--weight", "w");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("id,w,sex,age,calibrated_weight");
        assertThat(lines.get(3)).startsWith("3,2,male,young,");
        double women = weight(lines.get(1)) + weight(lines.get(2));
        double young = weight(lines.get(1)) + weight(lines.get(3));
        assertThat(women).isCloseTo(3, within(1e-8));
        assertThat(young).isCloseTo(2.4, within(1e-8));
        assertThat(weight(lines.get(4))).isEqualTo(weight(lines.get(5)));
    }

    private static double weight(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }

    @Test
    void the_report_has_a_table_of_margins_and_the_spread_of_the_weights() {
        assertThat(weigh("--weight", "w").out())
                .startsWith("Survey data: ")
                .contains("5 respondents weighted by rake")
                .contains("out.csv, column calibrated_weight")
                .contains("design effect (Kish)               1.1111")
                .contains("margin  category      base          before          target           after")
                .contains("sex     female           2             2.0             3.0             3.0")
                .contains("age     old              3             3.0             3.6             3.6")
                .doesNotContain("not above 0");
    }

    @Test
    void the_report_as_json_and_csv_has_every_number() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(weigh("--totals", "1000", "--format", "json").out());
        assertThat(json.get("data").asText()).isEqualTo("real");
        assertThat(json.get("method").asText()).isEqualTo("rake");
        assertThat(json.get("sum_before").asDouble()).isEqualTo(5);
        assertThat(json.get("sum_after").asDouble()).isCloseTo(1000, within(1e-6));
        assertThat(json.get("largest_gap").asDouble()).isLessThan(1e-10);
        JsonNode women = json.get("categories").get(0);
        assertThat(women.get("category").asText()).isEqualTo("female");
        assertThat(women.get("base").asInt()).isEqualTo(2);
        assertThat(women.get("before").asDouble()).isEqualTo(400);
        assertThat(women.get("target").asDouble()).isEqualTo(500);
        assertThat(weigh("--force", "--format", "csv").out())
                .startsWith("margin,category,statistic,value,data\n,,respondents,5,real\n")
                .contains("\nsex,female,base,2,real\n")
                .contains("\nsex,female,target,2.5,real\n");
    }

    @Test
    void crossings_bounds_and_trimming_can_be_asked_for() throws IOException {
        Files.writeString(
                targets,
                "margin,category,target\nsex*age,female*young,100\nsex*age,female*old,150\nsex*age,male*young,150\n"
                        + "sex*age,male*old,350\n");
        Run stratified = weigh("--method", "post-stratify", "--column", "new weight");
        assertThat(stratified.out()).contains("sex*age  female*young");
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "id,w,sex,age,new weight",
                        "1,1,female,young,100.0",
                        "2,1,female,old,150.0",
                        "3,2,male,young,150.0",
                        "4,1,male,old,175.0",
                        "5,1,male,old,175.0");
        Run trimmed = weigh("--force", "--trim", "0,160", "--strict");
        assertThat(trimmed.out()).contains("trimmed weights          2");
        for (String line : Files.readAllLines(out).subList(1, 6)) {
            assertThat(weight(line)).isLessThanOrEqualTo(160);
        }
        assertThat(weigh("--force", "--method", "logit", "--bounds", "0.5,2").code())
                .isZero();
        Run narrow = weigh("--force", "--method", "logit", "--bounds", "0.9,1.1");
        assertThat(narrow.code()).isEqualTo(2);
        assertThat(narrow.err())
                .startsWith(
                        "The margin sex*age=female*young cannot be met within the bounds 0.9 and 1.1: its target 100 is");
    }

    @Test
    void negative_weights_are_told() throws IOException {
        Files.writeString(
                survey, "id,w,sex,age\n1,1,female,young\n2,1,female,old\n3,9,male,young\n4,9,male,old\n5,9,male,old\n");
        Files.writeString(targets, "margin,category,target\nsex,female,2\nsex,male,98\nage,young,75\nage,old,25\n");
        assertThat(weigh("--weight", "w", "--method", "linear").out()).contains("1 new weights are not above 0");
    }

    @Test
    void an_existing_file_or_column_is_replaced_only_when_asked() throws IOException {
        Files.writeString(out, "mine");
        Run refused = weigh();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("out.csv\" exists already. Name another, or add --force to replace it.");
        assertThat(Files.readString(out)).isEqualTo("mine");
        Run column = weigh("--force", "--column", "w");
        assertThat(column.err())
                .isEqualTo("There is a column \"w\" already. Name another with --column, or add --replace.\n");
        assertThat(Files.readString(out)).isEqualTo("mine");
        assertThat(weigh("--force", "--weight", "w", "--column", "w", "--replace")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(out).get(0)).isEqualTo("id,w,sex,age");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--method rakking               | There is no method \"rakking\". Did you mean \"raking\"?",
                "--weight wt                    | There is no column of survey.csv \"wt\". Did you mean \"w\"?",
                "--bounds 0.5,2                 | The method rake has no bounds.",
                "--method logit                 | The method logit needs bounds.",
                "--method logit --bounds 2      | --bounds takes two numbers, not 1. Write the lower and the upper one with a comma between, such as --bounds 0.3,3.",
                "--method logit --bounds 1.2,2  | The bounds 1.2 and 2.0 do not enclose 1.",
                "--method post-stratify         | Post-stratification takes one margin; there are 2.",
                "--strict                       | --strict does nothing without --trim. Add --trim LOW,HIGH.",
                "--in-turn                      | --in-turn does nothing without --trim. Add --trim LOW,HIGH.",
                "--trim 2,3                     | The limits 2 and 3 do not enclose the mean weight, 1,",
                "--totals 0                     | A population of 0 is nobody.",
                "--totals NaN                   | A population of NaN is nobody.",
            })
    void a_mistake_is_one_clear_message_and_nothing_is_written(String more, String message) {
        Run run = weigh(more.strip().split("\\s+"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sx,female,50;sx,male,50           | targets.csv, line 2: There is no variable \"sx\". Did you mean \"sex\"?",
                "sex,femal,50;sex,male,50          | targets.csv, line 2: There is no category of sex \"femal\". Did you mean \"female\"?",
                "sex,female,50;sex,male,45         | targets.csv, line 2: The targets of sex add up to 95, not to 100.",
                "sex,female,100                    | survey.csv, line 4, column sex: The margin sex has no target for \"male\", and 3 respondents are in it.",
                "sex*age,female*young,100          | survey.csv, line 3, column sex: The margin sex*age has no target for \"female*old\", and 1 respondent is in it.",
                "sex,female,50;sex,male,45;sex,other,5 | targets.csv, line 4: There is no category of sex \"other\".",
            })
    void targets_that_do_not_fit_are_told_with_file_and_line(String lines, String message) throws IOException {
        Files.writeString(targets, "margin,category,target\n" + lines.strip().replace(";", "\n") + "\n");
        Run run = weigh();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(message);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void bad_respondents_are_refused_whole_with_file_line_and_column() throws IOException {
        Files.writeString(
                survey, SURVEY.replace("2,1,female,old", "2,-1,female,").replace("5,1,male", "5,,male"));
        Run weights = weigh("--weight", "w");
        assertThat(weights.code()).isEqualTo(2);
        assertThat(weights.err())
                .contains("survey.csv, line 3, column w: \"-1\" is not allowed; allowed: a number above 0")
                .contains("survey.csv, line 6, column w: \"\" is not allowed");
        assertThat(weigh().err())
                .startsWith("survey.csv, line 3, column age: age is empty for 1 respondent. Every respondent needs");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("survey.csv", "targets.csv");
    }

    @Test
    void what_to_write_must_be_a_file_in_a_folder() {
        Run isFolder = Run.of("weight", survey.toString(), "--targets", targets.toString(), "--out", folder.toString());
        assertThat(isFolder.err()).contains("is a folder. Name the file to write in it.");
        Run nowhere = Run.of(
                "weight",
                survey.toString(),
                "--targets",
                targets.toString(),
                "--out",
                folder.resolve("no/out.csv").toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot be written: its folder does not exist.");
    }

    @Test
    void practice_data_keep_their_label_and_stay_a_file_that_can_be_read() throws IOException {
        Workspace workspace = PackagedStudies.workspace();
        workspace.estimates("pcss");
        Path practice = workspace.practice().file(workspace.study("pcss"));
        Files.writeString(
                targets, "margin,category,target\nsex,female,51\nsex,male,48\nsex,other,0.5\nsex,refused,0.5\n");
        Run run = Run.of(
                "weight",
                practice.toString(),
                "--targets",
                targets.toString(),
                "--weight",
                "weight",
                "--column",
                "weight",
                "--replace",
                "--out",
                out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Practice data: Invented respondents").contains("61,750 respondents");
        assertThat(Files.readAllLines(out).get(0))
                .isEqualTo(Files.readAllLines(practice).get(0));
        Run estimate = Run.of("estimate", "pcss", "safe_local", "--data", out.toString(), "--format", "csv");
        assertThat(estimate.code()).isZero();
        assertThat(estimate.out()).contains(",practice");
    }

    @Test
    void help_shows_an_example() {
        Run run = Run.of("weight", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Usage: deepdive weight")
                .contains("--in-turn")
                .contains("female*16_24");
    }
}
