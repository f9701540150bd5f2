package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Workspace;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Query;
import org.deepdive.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, run as a user runs them, with what they print and their exit codes. */
class CommandLineTest {

    private static final String QUERY =
            "estimate pcss safe_local --by sex --where student=yes --waves 2021Q2..2023Q2 --format csv";

    @TempDir
    Path folder;

    @Test
    void an_estimate_as_csv_has_the_promised_columns_and_the_digits_of_the_library() {
        Run run = run(QUERY.split(" "));
        List<String> lines = run.out().lines().toList();
        assertThat(run.code()).isZero();
        assertThat(lines.get(0)).startsWith("sex,estimate,se,low,high,base,effective_base,deff,df,flags");
        Cell.Estimate women = (Cell.Estimate) PackagedStudies.workspace()
                .estimates("pcss")
                .estimate(Query.parse("study=pcss&measure=safe_local&by=sex&where=student:yes&waves=2021Q2..2023Q2"))
                .rows()
                .get(0)
                .cell();
        String[] fields = lines.get(1).split(",");
        assertThat(fields[0]).isEqualTo("female");
        assertThat(Double.parseDouble(fields[1])).isEqualTo(women.value());
        assertThat(Double.parseDouble(fields[2])).isEqualTo(women.se());
        assertThat(fields[5]).isEqualTo(String.valueOf(women.base()));
    }

    @Test
    void a_group_of_fewer_than_ten_is_withheld_in_every_format() {
        for (String format : List.of("csv", "json", "text")) {
            Run run = run(QUERY.replace("csv", format).split(" "));
            assertThat(run.out()).as(format).contains("[c]");
        }
        String other = run(QUERY.split(" "))
                .out()
                .lines()
                .filter(l -> l.startsWith("other,"))
                .findFirst()
                .orElseThrow();
        assertThat(other).startsWith("other,,,,,,,,,[c]");
    }

    @Test
    void figures_as_csv_have_the_promised_columns_and_exit_with_one_where_something_differs() {
        Run run = run("reproduce", "--format", "csv");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("id,publication,printed,computed,low,high,base,verdict,calibrated,reason,")
                .contains("students-safe-local,students,89%,0.89");
        assertThat(run("reproduce", "--publication", "students", "--format", "csv")
                        .code())
                .isZero();
    }

    @Test
    void the_summary_of_figures_has_a_column_a_verdict_that_together_hold_all_of_them() {
        List<String> lines = run("reproduce").out().lines().toList();
        int all = Integer.parseInt(lines.get(0).replaceAll(".*: ", ""));
        assertThat(lines.get(1)).matches(" +reproduced +of which fitted +differ +not reproducible +compared with");
        List<int[]> counts = lines.stream()
                .skip(2)
                .takeWhile(line -> line.startsWith("  "))
                .map(line -> Stream.of(line.strip().split(" +"))
                        .skip(1)
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        int[] together = counts.get(counts.size() - 1);
        assertThat(together[0] + together[2] + together[3] + together[4]).isEqualTo(all);
        assertThat(together[4]).isGreaterThanOrEqualTo(61);
        for (int column = 0; column < together.length; column++) {
            int of = column;
            assertThat(counts.subList(0, counts.size() - 1).stream()
                            .mapToInt(row -> row[of])
                            .sum())
                    .isEqualTo(together[of]);
        }
    }

    @Test
    void the_audit_exits_with_one_because_it_finds_something() {
        Run run = run("audit", "--format", "csv");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("severity,check,ids,finding\n")
                .contains("impossible,rank-bounds,")
                .contains("39% of 790 cannot have chosen");
    }

    @Test
    void a_comparison_prints_its_test() throws IOException {
        String[] words = "compare pcss unsafe_local --where student=yes --group sex=female --than sex=male".split(" ");
        Run text = run(words);
        assertThat(text.out())
                .contains("Practice data")
                .contains("percentage points")
                .contains("significant at 95%");
        String[] json = Arrays.copyOf(words, words.length + 2);
        json[words.length] = "--format";
        json[words.length + 1] = "json";
        assertThat(new ObjectMapper()
                        .readTree(run(json).out())
                        .at("/rows/0/difference")
                        .asDouble())
                .isPositive();
    }

    @Test
    void practice_data_report_what_was_achieved() {
        Run run = run("practice-data");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Practice data of pcss: 61,750 invented respondents")
                .contains("54 published shares, 54 of them print as published")
                .contains("Practice data of victims: 2,000 invented respondents")
                .contains("2 published shares, 2 of them print as published")
                .contains("largest gap")
                .contains("design effect");
    }

    @Test
    void practice_data_of_the_named_studies_only() {
        Run run = run("practice-data", "victims");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Practice data of victims").doesNotContain("Practice data of pcss");
        assertThat(run("practice-data", "residents").err())
                .contains("There is no study with practice data \"residents\"")
                .contains("Allowed: pcss, victims");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estimate pcss safe_locl                          | There is no measure \"safe_locl\". Did you mean \"safe_local\"?",
                "estimate pccs safe_local                         | There is no study \"pccs\". Did you mean \"pcss\"?",
                "estimate pcss safe_local --by sx                 | There is no variable \"sx\". Did you mean \"sex\"?",
                "estimate pcss safe_local --where sex=femal       | There is no category of sex \"femal\". Did you mean \"female\"?",
                "estimate pcss safe_local --waves 2021Q5          | There is no wave \"2021Q5\".",
                "estimate pcss safe_local --waves 2022Q1..2021Q1  | run backwards",
                "estimate pcss safe_local --by sex,age_band,wave  | at most 2 variables; 3 were given",
                "estimate pcss safe_local --data pcss=nothing.csv | The data file \"nothing.csv\" does not exist.",
                "estimate pcss safe_local --where sex=female,male | \"male\" is not a filter. Write variable=category; several categories of one variable with a slash, such as sex=female/male.",
                "estimate pcss safe_local --where male            | \"male\" is not a filter. Write variable=category; several categories of one variable with a slash, such as sex=female/male.",
                "estimate pcss safe_local --where =               | \"=\" is not a filter. Write variable=category;",
                "estimate pcss safe_local --where sex=            | \"sex=\" is not a filter. Write variable=category;",
                "compare pcss safe_local --group sex=female,other | \"other\" is not a filter. Write variable=category; several categories of one variable with a slash, such as sex=female/other.",
                "estimate pcss safe_local.very_safe               | There is no answer of safe_local \"very_safe\": it has one value. Ask for safe_local_scale.very_safe.",
                "estimate pcss safe_local --data residents=x.csv  | The study \"residents\" has published counts only, so no file of respondents can be read for it.",
                "estimate pcss safe_local --data pccs=x.csv       | --data \"pccs=x.csv\" names neither a study, \"pccs\", nor a file of that name.",
                "codebook --search police                         | --search does not say in which study.",
                "codebook pccs                                    | Did you mean \"pcss\"?",
                "practice-data residents                          | There is no study with practice data \"residents\"",
                "reproduce --publication studnets                 | Did you mean \"students\"?",
            })
    void a_mistake_is_one_clear_message_and_exit_code_two(String line, String message) {
        Run run = run(line.strip().split("\\s+"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "reproduce",
                "audit",
                "estimate",
                "compare",
                "codebook",
                "practice-data",
                "notebook",
                "notebook install"
            })
    void every_command_has_a_help_text(String command) {
        Run run = run((command + " --help").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: deepdive " + command);
    }

    @Test
    void a_bad_code_in_line_40001_is_told_with_its_place_and_nothing_is_left_behind() throws IOException {
        List<String> lines = Files.readAllLines(practiceFile());
        String header = lines.get(0);
        int sex = List.of(header.split(",")).indexOf("sex");
        String[] fields = lines.get(40_000).split(",", -1);
        fields[sex] = "femal";
        lines.set(40_000, String.join(",", fields));
        Path file = Files.write(folder.resolve("survey.csv"), lines);
        Run run = run("estimate", "pcss", "safe_local", "--data", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("survey.csv, line 40001, column sex: \"femal\" is not allowed; allowed: ")
                .contains("female")
                .doesNotContain("\tat ");
        assertThat(folder.toFile().list()).containsExactly("survey.csv");
    }

    @Test
    void a_truncated_gzip_is_told() throws IOException {
        Path whole = folder.resolve("whole.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(Files.readAllBytes(practiceFile()), 0, 500_000);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        Run run = run("estimate", "pcss", "safe_local", "--data", half.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("ends too early: the gzip file is truncated")
                .doesNotContain("\tat ");
    }

    @Test
    void a_real_file_needs_no_code_and_loses_the_practice_label() throws IOException {
        List<String> lines = Files.readAllLines(practiceFile());
        int label = List.of(lines.get(0).split(",")).indexOf("data_label");
        List<String> without = lines.stream()
                .map(line -> {
                    String[] fields = line.split(",", -1);
                    fields[label] = null;
                    fields[0] = fields[0].replace("PRACTICE-", "");
                    return String.join(
                            ",", Arrays.stream(fields).filter(f -> f != null).toList());
                })
                .toList();
        Path file = folder.resolve("survey.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", without) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String practice = run(QUERY.split(" ")).out();
        Run real = run((QUERY + " --data pcss=" + file).split(" "));
        assertThat(practice).contains(",practice");
        assertThat(real.out()).isEqualTo(practice.replace(",practice", ",real"));
    }

    @Test
    void a_taken_port_says_so_and_names_the_way_out() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = run("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains(String.valueOf(taken.getLocalPort()))
                    .contains("something else listens there")
                    .contains("--port");
            assertThat(run.err().strip().lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port -1                      | --port: There is no port -1.",
                "--host nosuchhost.invalid      | There is no address \"nosuchhost.invalid\".",
                "--host 192.0.2.1               | The address \"192.0.2.1\" is not one of this machine's.",
                "serve --port 70000             | --port: There is no port 70000.",
                "serve --host nosuchhost.invalid | There is no address \"nosuchhost.invalid\".",
            })
    void where_to_listen_is_checked_before_any_work(String line, String message) {
        Run run = run(line.strip().split("\\s+"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(message).doesNotContain("something else listens");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_option_that_would_do_nothing_is_refused() {
        assertThat(run("audit", "--data", "x.csv").err()).contains("Unknown options: '--data'");
        assertThat(run("codebook", "--data", "x.csv").code()).isEqualTo(2);
        Run before = run("--data", "pcss=x.csv", "reproduce");
        assertThat(before.code()).isEqualTo(2);
        assertThat(before.err())
                .startsWith("--data stands before reproduce and would do nothing there. Options follow their command.");
        assertThat(run("--help", "reproduce").code()).isZero();
    }

    @Test
    void what_may_be_a_mistake_in_the_data_is_noted_for_their_holder() throws IOException {
        Path data = folder.resolve("data");
        StudyFolder study = new StudyFolder(data, "small");
        study.study("""
                design: {weight: weight}
                measures: [{name: women, label: Women, kind: percentage, variable: sex, net: [female]}]
                """);
        study.codebook(StudyFolder.variable("sex", "nominal", List.of("female", "male")));
        study.withRulesAndFigures();
        Path file = Files.writeString(folder.resolve("people.csv"), "weight,sex\n" + "1,female\n1,male\n".repeat(30));
        System.setProperty("deepdive.data", data.toString());
        try {
            String[] words = {"estimate", "small", "women", "--data", "small=" + file};
            Run run = run(words);
            assertThat(run.code()).isZero();
            assertThat(run.err())
                    .isEqualTo("Note: The weight \"weight\" is 1 for every respondent, so that nothing is weighted."
                            + " Check that it is the survey's weight, unless all had the same chance.\n");
            assertThat(run(with(words, "--public")).err()).isEmpty();
            assertThat(run(with(words, "--format", "csv")).err()).isEmpty();
        } finally {
            System.clearProperty("deepdive.data");
        }
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void a_kind_of_interval_is_refused_where_it_would_do_nothing() {
        Run run = run("compare", "pcss", "safe_local", "--by", "sex", "--interval", "wilson");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("--interval says how the interval of an estimate is made; that of a difference is its t"
                        + " test's. Leave it out.");
    }

    @Test
    void what_a_model_or_a_window_cannot_be_is_refused() {
        Run model = run("model", "pcss", "safe_local", "--of", "sex", "--adjust-for", "age_band", "--interval", "wald");
        assertThat(model.code()).isEqualTo(2);
        assertThat(model.err())
                .startsWith("The intervals of a model are its own: logit for percentages, Wald for means.");
        for (String length : List.of("0", "1", "-2")) {
            Run window = run("compare", "pcss", "safe_local", "--rolling=" + length);
            assertThat(window.code()).as(length).isEqualTo(2);
            assertThat(window.err()).startsWith("A rolling window pools at least two waves, not " + length + ".");
        }
    }

    @Test
    void a_test_of_two_groups_and_two_answers_is_withheld_where_a_group_is() {
        String[] question =
                "compare pcss unsafe_local --by sex --where district=salford --waves 2020Q2..2020Q2 --association"
                        .split(" ");
        assertThat(run(question).err())
                .startsWith(
                        "The test is withheld [c]: with two groups and two answers it tells of a group that is withheld.");
    }

    @Test
    void a_file_at_the_root_is_named_in_errors() {
        for (String targets : List.of("/", "/nope.csv")) {
            Run run = run("weight", folder.resolve("a.csv").toString(), "--targets", targets, "--out", "b.csv");
            assertThat(run.code()).as(targets).isEqualTo(2);
            assertThat(run.err()).as(targets).doesNotContain("null").contains(targets);
        }
    }

    @Test
    void data_is_given_for_a_named_study_or_for_the_one_asked() throws IOException {
        Path file = Files.writeString(folder.resolve("a=b.csv"), "weight\n1\n");
        for (String given : List.of(file.toString(), "pcss=" + file)) {
            assertThat(run("estimate", "pcss", "safe_local", "--data", given).err())
                    .as(given)
                    .startsWith("The data file \"a=b.csv\" lacks the columns ");
        }
        Run twice = run("estimate", "pcss", "safe_local", "--data", "pcss=" + file, "--data", file.toString());
        assertThat(twice.err()).startsWith("--data names two files for the study \"pcss\". Name one.");
        Run ofWhich = run("reproduce", "--data", file.toString());
        assertThat(ofWhich.err())
                .startsWith("--data does not say of which study. Write --data STUDY=FILE. Allowed: pcss, victims.");
        Run nothing = run("estimate", "pcss", "safe_local", "--data", "");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("--data names no file.");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Run isFolder = run("estimate", "pcss", "safe_local", "--data", empty.toString());
        assertThat(isFolder.err()).contains("is a folder without a CSV file. Name a file, or a folder with files");
    }

    @Test
    void the_studies_are_listed_in_every_format() throws IOException {
        assertThat(run("codebook").out().lines())
                .startsWith(
                        "partners     Partners' consultation survey on the Police and Crime Plan",
                        "pcss         Policing and Community Safety Survey");
        assertThat(run("codebook", "--format", "csv").out())
                .startsWith("slug,title\npartners,Partners' consultation survey on the Police and Crime Plan\n"
                        + "pcss,Policing and Community Safety Survey\n");
        JsonNode json =
                new ObjectMapper().readTree(run("codebook", "--format", "json").out());
        assertThat(json.get(1).get("slug").asText()).isEqualTo("pcss");
        assertThat(json.get(2).get("title").asText()).startsWith("Residents' consultation");
    }

    @Test
    void a_search_without_a_match_says_so() {
        Run run = run("codebook", "pcss", "--search", "zzz\u001b[31m");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Nothing matches \"zzz[31m\".");
        assertThat(run("codebook", "pcss").out()).doesNotContain("Nothing matches");
    }

    @Test
    void help_names_every_exit_code() {
        assertThat(run("--help").out().replaceAll("\\s+", " "))
                .contains("0 all is well", "1 something was found", "2 a mistake", "3 a mistake in the program");
    }

    @Test
    void a_mistake_in_the_configuration_is_told_as_one() throws IOException {
        Files.createDirectories(folder.resolve("studies"));
        System.setProperty("deepdive.data", folder.toString());
        try {
            Run run = run("audit");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("disclosure.yaml\" does not exist").doesNotContain("\tat ");
            assertThat(run.err().strip().lines()).hasSize(1);
        } finally {
            System.clearProperty("deepdive.data");
        }
    }

    private static Path practiceFile() {
        Workspace workspace = PackagedStudies.workspace();
        workspace.estimates("pcss");
        return workspace.practice().file(workspace.study("pcss"));
    }

    private static Run run(String... words) {
        return Run.of(words);
    }
}
