package org.deepdive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.analysis.ModelAnswer;
import org.deepdive.analysis.Studies;
import org.deepdive.notebook.MimeBundle;
import org.deepdive.notebook.RichDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code deepdive model}, run as a user runs it, and the same question in Java and in a notebook. */
class ModelCommandTest {

    private static final String QUESTION = "model pcss confident_emergency --terms ethnicity,deprivation,age_band";

    @TempDir
    Path folder;

    private static ModelAnswer answer() {
        return Studies.open("pcss")
                .measure("confident_emergency")
                .model("ethnicity")
                .adjustedFor("deprivation", "age_band")
                .fit();
    }

    @Test
    void the_text_says_what_a_reader_needs() {
        Run run = run(QUESTION.split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "Very or fairly confident of getting help from GMP in an emergency, by Ethnic group, adjusted for"
                                + " Deprivation quintile and Age.")
                .contains("Practice data: Invented respondents")
                .contains("Ethnic group: the groups are up to ")
                .containsPattern("Base \\(unweighted\\): 6\\d,\\d{3}\n")
                .containsPattern("Left out: \\d+  Ethnic group: no answer, or \"Prefer not to say\"\n")
                .containsPattern("Mixed or multiple ethnic groups +6\\d% +\\d\\d% +\\d\\d% ")
                .containsPattern("Coefficient +Estimate +SE +Low +High +Odds ratio +Low +High +t +p\n")
                .containsPattern("Deprivation quintile: Least deprived fifth +-0\\.\\d{4}")
                .containsPattern("Term \\(Wald test\\) +F +df +p\n")
                .contains("Coefficients are against Ethnic group: White; Deprivation quintile: Most deprived fifth")
                .contains("average marginal predictions")
                .endsWith("  query  study=pcss&measure=confident_emergency&terms=ethnicity,deprivation,age_band\n");
    }

    @Test
    void every_format_has_the_digits_of_the_library_and_the_label() throws IOException {
        ModelAnswer answer = answer();
        double estimate = answer.cleared().value().coefficients().get(1).estimate();
        Run csv = run((QUESTION + " --format csv").split(" "));
        assertThat(csv.out())
                .startsWith(
                        "table,item,estimate,se,low,high,odds_ratio,odds_low,odds_high,statistic,df,ddf,p,base,flags,data\n")
                .contains("coefficient,ethnicity=mixed," + estimate + ",");
        assertThat(csv.out().strip().lines().skip(1)).allMatch(line -> line.endsWith(",practice"));
        JsonNode json = new ObjectMapper()
                .readTree(run((QUESTION + " --format json").split(" ")).out());
        assertThat(json.at("/coefficient/1/estimate").doubleValue()).isEqualTo(estimate);
        assertThat(json.at("/coefficient/1/odds_ratio").doubleValue()).isEqualTo(Math.exp(estimate));
        assertThat(json.at("/data/label").asText()).isEqualTo("practice");
        assertThat(json.at("/cli").asText()).isEqualTo("deepdive " + QUESTION);
        assertThat(json.at("/java").asText()).isEqualTo(answer.java());
        assertThat(json.at("/adjusted")).hasSize(5);
        assertThat(json.at("/unadjusted/0/item").asText()).isEqualTo("white");
        assertThat(answer.cli()).isEqualTo("deepdive " + QUESTION);
        assertThat(answer).hasToString(answer.table().text());
        assertThat(answer.coefficients().doubleColumn("estimate").get(1)).isEqualTo(estimate);
        assertThat(answer.adjusted().columnNames()).contains("unadjusted", "adjusted", "difference_p", "data");
        assertThat(answer.tests().stringColumn("term").asList())
                .containsExactly("ethnicity", "deprivation", "age_band");
        assertThat(answer.tests().name()).contains("practice data");
    }

    @Test
    void the_compared_variable_can_be_named_apart() {
        String expected = run((QUESTION + " --format csv").split(" ")).out();
        for (String words : List.of(
                "--of ethnicity --adjust-for deprivation,age_band",
                "--terms deprivation,age_band,ethnicity --of ethnicity",
                "--terms ethnicity --adjust-for deprivation,age_band")) {
            assertThat(run(("model pcss confident_emergency " + words + " --format csv").split(" "))
                            .out())
                    .as(words)
                    .isEqualTo(expected);
        }
    }

    @Test
    void filters_waves_kind_and_references_reach_the_model() throws IOException {
        Run run = run(
                ("model pcss safe_local --terms age_band,sex,wave.trend --where district=bury/bolton,sex=female/male"
                                + " --waves 2021Q2..2023Q2 --kind linear --reference age_band=25_34 --format json")
                        .split(" "));
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/query").asText())
                .isEqualTo(
                        "study=pcss&measure=safe_local&where=district:bolton/bury,sex:female/male&waves=2021Q2..2023Q2"
                                + "&terms=age_band,sex,wave.trend&kind=linear&reference=age_band:25_34");
        assertThat(json.at("/kind").asText()).isEqualTo("linear");
        assertThat(json.at("/coefficient").findValuesAsText("item"))
                .startsWith("(intercept)", "age_band=16_24", "age_band=35_44")
                .endsWith("sex=male", "wave.trend");
        assertThat(json.at("/coefficient/1").has("odds_ratio")).isFalse();
    }

    @Test
    void the_plot_is_written_with_rounded_bases_and_the_label() throws IOException {
        Path file = folder.resolve("out.svg");
        assertThat(run((QUESTION + " --plot " + file).split(" ")).code()).isZero();
        String svg = Files.readString(file);
        assertThat(svg).startsWith("<svg").contains("Practice data.").contains("unadjusted");
        assertThat(svg.replaceAll("<[^>]*>|\\s", "")).containsPattern("Base\\(unweighted\\):6\\d,\\d\\d0[.;]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model pcss confident_emergency --terms ethnicty | Did you mean \"ethnicity\"?",
                "model pcss confident_emergency | The model has no terms.",
                "model pcss confident_emergency --terms ethnicity,disability | \"disability\" allows several answers",
                "model pcss confident_emergency --terms ethnicity --kind probit | There is no kind of model \"probit\".",
                "model pcss confident_emergency --terms ethnicity --reference white | \"white\" is not a reference category",
                "model pcss confident_emergency --terms ethnicity --by sex | A model's outcome has no breakdown",
                "model pcss confident_emergency --terms ethnicity --plot out.gif | Name a file that ends in .svg or .png",
                "model pcss confident_emergency --terms ethnicity --plot none/out.svg | in a folder that exists",
                "model pcss safe_local_score --terms ethnicity --kind logistic | A logistic model needs a percentage",
                "model residents q2_concerns --terms district | has published counts only",
                "model pcss community_issue --terms ethnicity,orientation --waves 2023Q1 --where district=bury | The model is withheld [c]"
            })
    void mistakes_are_told_in_words(String line, String message) {
        Run run = run(line.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_notebook_shows_the_answer_and_its_plot_with_the_label() {
        ModelAnswer answer = answer();
        for (Object value : List.of(answer, answer.plot())) {
            MimeBundle bundle = RichDisplay.of(value);
            assertThat(bundle.text()).contains("Practice data").contains("Ethnic group");
            assertThat(bundle.html().orElseThrow()).contains("Practice data").contains("Asian or Asian British");
        }
        assertThat(RichDisplay.of(answer.plot()).svg().orElseThrow()).startsWith("<svg");
        assertThat(RichDisplay.of(Studies.open("pcss").measure("safe_local").model("sex"))
                        .text())
                .isEqualTo("study=pcss&measure=safe_local&terms=sex\nNot fitted yet: .fit() gives its answer.");
    }

    private static Run run(String... words) {
        return Run.of(words);
    }
}
