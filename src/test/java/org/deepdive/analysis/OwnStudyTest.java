package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.practice.Progress;
import org.deepdive.study.Category;
import org.deepdive.study.DataFolder;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.deepdive.study.InvalidDataException;
import org.deepdive.study.StudyFolder;
import org.deepdive.study.SurveyDesign;
import org.deepdive.study.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A file of one's own, from CSV to plot. */
class OwnStudyTest {

    private static final List<String> ANSWERS = List.of("Very safe", "Fairly safe", "Not safe", "Don't know");

    @TempDir
    Path folder;

    /** 240 people in two areas of three places each, with a weight, an age, and some who do not know. */
    private Path people() {
        StringBuilder text = new StringBuilder("Respondent,Wt,Area,psu,Sex,How safe?,age,remarks\n");
        for (int i = 0; i < 240; i++) {
            text.append(String.join(
                            ",",
                            "r" + i,
                            i % 3 == 0 ? "1.5" : "0.75",
                            i < 120 ? "North" : "South",
                            "p" + i / 40,
                            i % 2 == 0 ? "Woman" : "Man",
                            i % 11 == 0 ? "" : ANSWERS.get(i * 7 / 3 % 4),
                            String.valueOf(16 + i % 70),
                            "\"remark, number " + i + "\""))
                    .append('\n');
        }
        return written("people.csv", text.toString());
    }

    private Path written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OwnStudy described(OwnStudy study) {
        return study.title("Our survey")
                .population("People of the town")
                .weight("Wt")
                .stratum("Area")
                .cluster("psu")
                .order("How safe?", "Very safe", "Fairly safe", "Not safe")
                .dontKnow("How safe?", "Don't know")
                .percentage("safe", "Feel safe", "How safe?", "Very safe", "fairly_safe")
                .mean("score", "Safety score", "How safe?", Map.of("Very safe", 3, "Fairly safe", 2, "Not safe", 1));
    }

    @Test
    void a_file_becomes_a_plot_in_three_lines() {
        OpenStudy own = OwnStudy.of(people()).practice().open();
        Answer answer = own.measure("how_safe.very_safe").by("Sex").estimate();
        assertThat(answer.plot().svg()).contains("Invented data", "Woman", "Man");
        assertThat(answer.tablesaw().rowCount()).isEqualTo(2);
        assertThat(own.label()).isEqualTo(DataLabel.INVENTED);
        assertThat(own.measures().stringColumn("measure").asList())
                .containsExactly("Wt", "Area", "psu", "Sex", "how_safe", "age", "base");
    }

    @Test
    void the_codebook_is_inferred_from_the_values() {
        OpenStudy own = OwnStudy.of(people()).weight("Wt").practice().open();
        assertThat(own.variables().stringColumn("variable").asList())
                .as("identifiers and free text are left out")
                .containsExactly("Wt", "Area", "psu", "Sex", "how_safe", "age");
        assertThat(own.variables().stringColumn("kind").asList())
                .containsExactly("weight", "nominal", "nominal", "nominal", "nominal", "numeric");
        Variable safe = own.study().codebook().variable("how_safe");
        assertThat(safe.label()).isEqualTo("How safe?");
        assertThat(safe.categories())
                .extracting(Category::label)
                .containsExactlyInAnyOrderElementsOf(ANSWERS)
                .startsWith("Not safe");
        assertThat(OwnStudy.of(people()).toString())
                .contains(
                        "240 respondents",
                        "nobody said yet whose data they are",
                        "Respondent: left out, 240 different");
    }

    @Test
    void it_answers_as_the_same_study_declared_by_files() {
        Path file = people();
        OpenStudy own = described(OwnStudy.of(file)).practice().named("town").open();
        OpenStudy declared = declared(file);
        for (String query : List.of(
                "study=town&measure=safe&by=Sex",
                "study=town&measure=safe&where=Area:North",
                "study=town&measure=score&by=Area",
                "study=town&measure=age")) {
            assertThat(practice(own.ask(query).estimate().table().csv()))
                    .as(query)
                    .isEqualTo(declared.ask(query).estimate().table().csv());
        }
        assertThat(practice(own.measure("safe").by("Sex").differences().table().csv()))
                .isEqualTo(
                        declared.measure("safe").by("Sex").differences().table().csv());
        assertThat(own.study().design()).isEqualTo(declared.study().design());
        assertThat(own.study().codebook().variables())
                .isEqualTo(declared.study().codebook().variables());
    }

    /** The same with the label of the file that is declared, since that one says practice of its respondents. */
    private static String practice(String csv) {
        assertThat(csv).contains(",invented").doesNotContain(",practice");
        return csv.replace(",invented", ",practice");
    }

    private OpenStudy declared(Path file) {
        Path data = folder.resolve("declared");
        new StudyFolder(data, "town").rawStudy("""
                slug: town
                title: Our survey
                population: People of the town
                provenance: {publisher: x, source: x, collected: x, licence: x, microdata: invented}
                design: {weight: Wt, strata: [Area], cluster: psu}
                measures:
                  - {name: safe, label: Feel safe, kind: percentage, variable: how_safe, net: [very_safe, fairly_safe]}
                  - name: score
                    label: Safety score
                    kind: mean
                    variable: how_safe
                    scores: {very_safe: 3, fairly_safe: 2, not_safe: 1}
                  - {name: age, label: age, kind: mean, variable: age}
                microdata:
                  columns: {how_safe: "How safe?"}
                  codes:
                    how_safe: {Very safe: very_safe, Fairly safe: fairly_safe, Not safe: not_safe, "Don't know": don_t_know}
                """).codebook("""
                Wt,weight,Wt,,everyone,,,
                Area,nominal,Area,,everyone,North,North,valid
                Area,,,,,South,South,valid
                Sex,nominal,Sex,,everyone,Woman,Woman,valid
                Sex,,,,,Man,Man,valid
                how_safe,ordinal,How safe?,,everyone,very_safe,Very safe,valid
                how_safe,,,,,fairly_safe,Fairly safe,valid
                how_safe,,,,,not_safe,Not safe,valid
                how_safe,,,,,don_t_know,Don't know,dont_know
                age,numeric,age,,everyone,,,
                """).withRulesAndFigures();
        try {
            List<String> lines = Files.readAllLines(file);
            StringBuilder text = new StringBuilder("data_label," + lines.get(0) + "\n");
            lines.stream()
                    .skip(1)
                    .forEach(line -> text.append("practice,").append(line).append('\n'));
            Path labelled = Files.writeString(folder.resolve("labelled.csv"), text);
            return Studies.open(
                    Workspace.open(new DataFolder(data, true), Map.of("town", labelled), Progress.NONE), "town");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_saved_study_is_there_for_the_server_and_the_command_line() throws Exception {
        Path data = folder.resolve("data");
        OwnStudy own = described(OwnStudy.of(people())).practice().named("town");
        Path saved = own.save(data);
        assertThat(saved).isEqualTo(data.toAbsolutePath().resolve("studies/town"));
        Workspace workspace = Workspace.open(new DataFolder(data, true), Map.of(), Progress.NONE);
        assertThat(workspace.studies()).extracting(study -> study.slug()).contains("town", "pcss", "residents");
        assertThat(workspace.programAndDocuments())
                .as("all that a server shows")
                .isNotEmpty();
        OpenStudy again = Studies.open(workspace, "town");
        assertThat(again.label()).isEqualTo(DataLabel.INVENTED);
        assertThat(again.measure("safe").by("Sex").estimate().table().csv())
                .isEqualTo(
                        own.open().measure("safe").by("Sex").estimate().table().csv());
        assertThat(own.save(data)).as("the cell is run again").isEqualTo(saved);

        Files.writeString(saved.resolve("study.yaml"), "slug: town\n");
        assertThatThrownBy(() -> own.save(data))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("was written by hand")
                .hasMessageContaining("another name with .named");
    }

    @Test
    void real_respondents_stay_in_their_file() {
        Path file = people();
        Path saved = OwnStudy.of(file).weight("Wt").real().save(folder.resolve("data"));
        assertThat(saved.resolve("respondents")).doesNotExist();
        assertThat(saved.resolve("study.yaml"))
                .content()
                .contains(file.toAbsolutePath().toString());
        OpenStudy own = OwnStudy.of(file).weight("Wt").real().open();
        assertThat(own.measure("Sex").estimate().toString())
                .contains("Survey data")
                .doesNotContain("Practice", "Invented");
    }

    @Test
    void it_must_be_said_whose_data_they_are() {
        OwnStudy study = OwnStudy.of(people());
        assertThatThrownBy(study::open)
                .hasMessage("Nobody said whose data \"people.csv\" holds. Call .practice() for invented respondents, or"
                        + " .real() for answers of real people.");
        Path invented = written("invented.csv", "data_label,sex\npractice,a\npractice,b\n");
        assertThatThrownBy(() -> OwnStudy.of(invented).real())
                .hasMessageContaining("says that its respondents are invented")
                .hasMessageContaining("must never pass for real ones");
        assertThat(OwnStudy.of(invented).practice().open().study().codebook().has("data_label"))
                .isFalse();
    }

    @Test
    void small_groups_are_withheld_as_everywhere() {
        StringBuilder text = new StringBuilder("sex,safe\n");
        for (int i = 0; i < 100; i++) {
            text.append(i < 4 ? "other" : i % 2 == 0 ? "woman" : "man").append(i % 3 == 0 ? ",no\n" : ",yes\n");
        }
        OpenStudy own =
                OwnStudy.of(written("small.csv", text.toString())).practice().open();
        assertThat(own.measure("safe.yes").by("sex").estimate().toString()).contains("[c]");
        assertThat(own.describe("sex").tablesaw().stringColumn("respondents").asList())
                .as("as the gate lets through")
                .contains("[c]")
                .doesNotContain("4");
    }

    @Test
    void names_that_are_not_there_are_told_with_the_nearest() {
        OwnStudy study = OwnStudy.of(people());
        assertThatThrownBy(() -> study.weight("Wgt")).hasMessageContaining("Did you mean \"Wt\"?");
        assertThatThrownBy(() -> study.percentage("safe", "Safe", "How safe", "x"))
                .hasMessageContaining("There is no column of people.csv \"How safe\". Did you mean \"How safe?\"?");
        assertThatThrownBy(() -> study.percentage("safe", "Safe", "How safe?", "Fairly save"))
                .hasMessageContaining("There is no answer in the column How safe? \"Fairly save\".")
                .hasMessageContaining("Did you mean \"Fairly safe\"?");
        assertThatThrownBy(() -> study.percentage("safe", "Safe", "How safe?"))
                .hasMessageContaining("The measure \"safe\" counts no answer.");
        assertThatThrownBy(() -> study.named("My study")).hasMessageContaining("small letters, digits");
    }

    @Test
    void a_column_of_many_values_cannot_be_a_category() {
        OwnStudy study = OwnStudy.of(people()).practice();
        assertThatThrownBy(() -> study.stratum("remarks").open())
                .hasMessage(
                        "The column \"remarks\" cannot be a stratum: it has 240 different values, and a category at most"
                                + " 127. Group them in the file.");
        assertThat(study.category("age")
                        .open()
                        .measure("age.16")
                        .estimate()
                        .tablesaw()
                        .rowCount())
                .isEqualTo(1);
    }

    @Test
    void a_wrong_value_is_told_with_file_line_and_column() {
        Path file = written("wrong.csv", "w,age,sex\n1,20,a\nmany,30,b\n1,old,a\n");
        assertThatThrownBy(() -> OwnStudy.of(file).weight("w").practice().open())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("wrong.csv, line 3, column w")
                .hasMessageContaining("a number above 0");
        assertThatThrownBy(() ->
                        OwnStudy.of(file).mean("age", "Age", "age").practice().open())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("wrong.csv, line 4, column age");
        Path short_ = written("short.csv", "a,b\n1,2\n1\n");
        assertThatThrownBy(() -> OwnStudy.of(short_)).hasMessageContaining("short.csv, line 3");
    }

    @Test
    void waves_are_in_order_of_time() {
        StringBuilder text = new StringBuilder("wave,safe\n");
        for (int i = 0; i < 400; i++) {
            text.append(List.of("2024Q2", "2023Q4", "2024Q1").get(i % 3)).append(i % 4 == 0 ? ",no\n" : ",yes\n");
        }
        OpenStudy own = OwnStudy.of(written("waves.csv", text.toString()))
                .wave("wave")
                .lonely(SurveyDesign.Lonely.ADJUST)
                .practice()
                .open();
        assertThat(own.study().waves().orElseThrow().codes()).containsExactly("2023Q4", "2024Q1", "2024Q2");
        assertThat(own.measure("safe.yes").overTime().rows()).hasSize(2);
    }

    @Test
    void a_table_is_opened_as_its_file_would_be() {
        Table table = Table.create("My table")
                .addColumns(StringColumn.create("Sex"), StringColumn.create("safe"), DoubleColumn.create("w"));
        for (int i = 0; i < 120; i++) {
            table.stringColumn("Sex").append(i % 2 == 0 ? "Woman" : "Man");
            table.stringColumn("safe").append(i % 7 == 0 ? "" : i % 3 == 0 ? "=no, \"not\"" : "yes");
            table.doubleColumn("w").append(1 + i % 3 * 0.5);
        }
        OpenStudy own = OwnStudy.of(table).weight("w").practice().open();
        assertThat(own.study().slug()).isEqualTo("my_table");
        assertThat(own.study().codebook().variable("safe").categories())
                .extracting(Category::code, Category::label)
                .contains(org.assertj.core.groups.Tuple.tuple("no_not", "=no, \"not\""));
        assertThat(own.measure("base").estimate().toString()).contains("120");
        assertThat(own.measure("safe.yes").by("Sex").estimate().tablesaw().rowCount())
                .isEqualTo(2);
        Path saved = OwnStudy.of(table).weight("w").practice().save(folder.resolve("data"));
        assertThat(saved.resolve("respondents")).isNotEmptyDirectory();
    }

    @Test
    void answers_are_called_as_they_are_labelled() {
        Map<String, String> labels = new LinkedHashMap<>(Map.of("1", "Very", "2", "Not at all"));
        StringBuilder text = new StringBuilder("q1\n");
        for (int i = 0; i < 100; i++) {
            text.append(i % 3 == 0 ? "2\n" : i % 10 == 1 ? "-9\n" : "1\n");
        }
        OpenStudy own = OwnStudy.of(written("coded.csv", text.toString()))
                .labels("q1", labels)
                .label("q1", "Safety")
                .question("q1", "How safe do you feel?")
                .refused("q1", "-9")
                .practice()
                .open();
        Variable q1 = own.study().codebook().variable("q1");
        assertThat(q1.question()).isEqualTo("How safe do you feel?");
        assertThat(q1.label()).isEqualTo("Safety");
        assertThat(q1.categories())
                .containsExactly(
                        new Category("minus_9", "-9", Category.Status.REFUSED),
                        new Category("1", "Very", Category.Status.VALID),
                        new Category("2", "Not at all", Category.Status.VALID));
    }
}
