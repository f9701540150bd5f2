package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.deepdive.study.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What a study says of itself, and how its questions are found. */
class DescriptionTest {

    @TempDir
    Path folder;

    private OpenStudy study;

    @BeforeEach
    void open() {
        study = new Town(folder).open();
    }

    @Test
    void a_variable_is_described_with_its_question_and_the_bases_that_may_be_shown() {
        Description area = study.describe("area");
        assertThat(area.title()).isEqualTo("area: Area");
        assertThat(area.facts()).contains("Kind: nominal", "Question: Where?", "Asked of: everyone");
        assertThat(area.tablesaw().stringColumn("code").asList()).containsExactly("a", "b", "c", "d", "e");
        assertThat(area.tablesaw().stringColumn("respondents").asList())
                .containsExactly("100", "100", "100", "40", "12");
        assertThat(study.describe("trust").tablesaw().stringColumn("status").asList())
                .containsExactly("valid", "valid", "dont know");
        assertThat(study.describe("answer").facts()).contains("Measure: answers (The answer)");
        assertThatThrownBy(() -> study.describe("areas")).hasMessageContaining("Did you mean \"area\"?");
    }

    @Test
    void a_measure_is_described_with_what_it_counts() {
        Description trusting = study.measure("trusting").describe();
        assertThat(trusting.title()).isEqualTo("trusting: Trusting");
        assertThat(trusting.facts())
                .contains("Values: Percentage", "Variable: trust, asked of everyone", "Answers counted together: yes");
        assertThat(trusting.toString()).contains("dont_know", "Don’t know");
        assertThat(study.measure("base").describe().tablesaw().rowCount()).isZero();
    }

    @Test
    void a_study_is_described_with_its_population_and_label() {
        assertThat(study.describe().facts())
                .contains(
                        "Population: Invented people",
                        "Data: Practice data",
                        "Respondents, unweighted: 352",
                        "Weight: weight");
        assertThat(study.describe().toString()).contains("trusting");
    }

    @Test
    void a_variable_of_the_list_is_had_by_its_name_with_its_label_kind_question_and_answers() {
        StudyVariable area = study.variable("area");
        assertThat(area.name()).isEqualTo("area");
        assertThat(area.label()).isEqualTo("Area");
        assertThat(area.question()).isEqualTo("Where?");
        assertThat(area.codes()).containsExactly("a", "b", "c", "d", "e");
        assertThat(area.describe().facts()).isEqualTo(study.describe("area").facts());
        assertThat(area.toString()).isEqualTo(study.describe("area").toString());
        assertThat(study.variables().stringColumn("variable").asList().stream()
                        .filter(name -> !study.variable(name).kind().equals(Variable.Kind.ID))
                        .map(name -> study.variable(name).label()))
                .isSubsetOf(study.variables().stringColumn("label").asList())
                .isNotEmpty();
        assertThatThrownBy(() -> study.variable("areas"))
                .hasMessageContaining("There is no variable \"areas\". Did you mean \"area\"?");
    }

    @Test
    void what_a_search_finds_says_the_java_that_asks_it() {
        Table found = study.search("Where?");
        assertThat(found.stringColumn("variable").asList()).containsExactly("area");
        assertThat(found.stringColumn("question").asList()).containsExactly("Where?");
        assertThat(found.stringColumn("java").get(0)).as("nothing measures it").isEmpty();
        assertThat(study.search("answer")
                        .where(t -> t.stringColumn("variable").isEqualTo("answer"))
                        .stringColumn("java")
                        .asList())
                .as("of one variable's measures the one with all answers")
                .containsExactly("Studies.open(\"town\").measure(\"answers\").estimate()");
    }

    @Test
    void a_question_is_found_by_name_label_or_wording() {
        assertThat(study.question("agree").query().measure()).isEqualTo("agree");
        assertThat(study.question("mean agreement").query().measure()).isEqualTo("score");
        assertThat(study.question("Why?").query().measure()).isEqualTo("reasons");
        assertThat(study.question("this</i> so").query().measure())
                .as("of one variable's measures the one with all answers")
                .isEqualTo("answers");
        assertThat(study.question("reasons").by("age").estimate().tablesaw().rowCount())
                .isPositive();
        assertThatThrownBy(() -> study.question("trustng"))
                .hasMessageContaining("There is no question \"trustng\". Did you mean \"trusting\"?");
        assertThatThrownBy(() -> study.question("e"))
                .hasMessageContaining("Several questions are meant by \"e\".")
                .hasMessageContaining("Name one of them.");
    }
}
