package org.deepdive.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.study.CsvText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Every form of a table carries the same rows, with their intervals, bases, marks and data label. */
class ResultTableTest {

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        survey = SmallSurvey.in(folder);
    }

    private static ResultTable table(String query) {
        return ResultTable.of(survey.ask(query));
    }

    @Test
    void a_csv_has_codes_numbers_as_cleared_marks_and_the_data_label() {
        List<String> lines = table("measure=safe&by=age,student").csv().lines().toList();
        assertThat(lines.get(0)).isEqualTo("age,student,estimate,se,low,high,base,effective_base,deff,df,flags,data");
        assertThat(lines).hasSize(9);
        assertThat(lines.get(1)).matches("a16,yes,0\\.\\d{2,4},0\\.\\d{2,4},.*,,practice");
        Cell.Estimate first = (Cell.Estimate)
                survey.ask("measure=safe&by=age,student").value().rows().get(0).cell();
        assertThat(Double.parseDouble(lines.get(1).split(",")[2])).isEqualTo(first.value());
    }

    @Test
    void a_csv_of_answers_has_their_codes() {
        assertThat(table("measure=safe_scale&by=age").csv())
                .startsWith("age,answer,estimate,")
                .contains("\na16,very_safe,0.")
                .doesNotContain("\r");
    }

    @Test
    void a_withheld_row_of_a_csv_is_empty_but_for_its_mark() {
        assertThat(table("measure=safe&by=sex").csv()).contains("\nx,,,,,,,,,[c],practice\n");
    }

    @Test
    void a_csv_of_published_counts_has_counts() {
        String csv = ResultTable.of(SmallSurvey.ofResidents().ask("measure=district"))
                .csv();
        assertThat(csv)
                .startsWith("answer,count,base,value,data\nbolton,118,790,0.149")
                .contains(",published\n");
    }

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+x, '''+x'", "-x, '''-x'", "@x, '''@x'", "-0.5, -0.5", "female, female"})
    void texts_that_a_spreadsheet_would_run_are_made_inert(String text, String written) {
        assertThat(CsvText.of(List.of("name"), List.of(List.of(text)))).isEqualTo("name\n" + written + "\n");
    }

    @Test
    void the_text_is_aligned_and_says_what_the_marks_mean() {
        String text = table("measure=safe&by=sex").text();
        List<String> lines = text.lines().toList();
        assertThat(lines.get(1)).startsWith("Practice data: Invented respondents");
        assertThat(lines.get(3)).isEqualTo("Sex          Estimate  Low  High   Base  Effective base  Marks");
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Female {11,}\\d\\d%  \\d\\d%   \\d\\d%  .*"));
        assertThat(text).contains("[c] suppressed to protect confidentiality").contains("95% confidence intervals");
    }

    @Test
    void the_html_has_a_caption_scoped_headers_and_no_styles_or_scripts() {
        Document page = Jsoup.parse(table("measure=safe&by=sex").html());
        assertThat(page.select("table > caption").text())
                .contains("Feel very or fairly safe in the local area, by Sex")
                .contains("Practice data: Invented respondents");
        assertThat(page.select("thead th").eachAttr("scope"))
                .containsOnly("col")
                .hasSize(7);
        assertThat(page.select("tbody th[scope=row]").eachText()).containsExactly("Female", "Male", "Another way");
        assertThat(page.select("[style], style, script")).isEmpty();
        assertThat(page.select("td.dd-withheld").eachText()).contains("[c]");
        assertThat(page.select("td.dd-number").first().text()).matches("\\d\\d%");
        assertThat(page.select(".dd-legend").text()).contains("[c] suppressed to protect confidentiality.");
    }

    @Test
    void the_json_has_codes_labels_and_what_the_numbers_are() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(table("measure=safe_scale&by=sex").json());
        assertThat(json.path("query").asText()).isEqualTo("study=small&measure=safe_scale&by=sex");
        assertThat(json.path("data").path("label").asText()).isEqualTo("practice");
        assertThat(json.path("data").path("explanation").asText()).startsWith("Invented respondents");
        assertThat(json.path("fingerprint").asText()).hasSize(64);
        assertThat(json.path("interval").asText()).isEqualTo("logit");
        assertThat(json.path("level").asDouble()).isEqualTo(0.95);
        assertThat(json.path("flags").path("[c]").asText()).contains("suppressed");
        JsonNode first = json.path("rows").path(0);
        assertThat(first.path("groups").path("sex").path("code").asText()).isEqualTo("female");
        assertThat(first.path("answer").path("label").asText()).isEqualTo("Very safe");
        assertThat(first.path("estimate").isDouble()).isTrue();
        assertThat(first.path("base").isIntegralNumber()).isTrue();
        JsonNode last = json.path("rows").path(json.path("rows").size() - 1);
        assertThat(last.path("estimate").isNull()).isTrue();
        assertThat(last.path("base").isNull()).isTrue();
        assertThat(last.path("flags").path(0).asText()).isEqualTo("[c]");
    }

    @Test
    void tablesaw_gets_the_columns_of_the_csv_with_labels() {
        Table table = table("measure=safe&by=sex").tablesaw();
        assertThat(table.name()).contains("practice data");
        assertThat(table.columnNames())
                .containsExactly(
                        "sex",
                        "estimate",
                        "se",
                        "low",
                        "high",
                        "base",
                        "effective_base",
                        "deff",
                        "df",
                        "flags",
                        "data");
        assertThat(table.stringColumn("sex").asList()).containsExactly("Female", "Male", "Another way");
        assertThat(table.intColumn("base").isMissing(2)).isTrue();
        assertThat(table.doubleColumn("estimate").isMissing(2)).isTrue();
        assertThat(table.stringColumn("data").unique().asList()).containsExactly("practice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"measure=safe&by=sex", "measure=safe", "measure=base&by=age"})
    void a_tablesaw_table_written_to_csv_and_read_again_is_equal(String query) {
        Table table = table(query).tablesaw();
        StringWriter csv = new StringWriter();
        table.write().csv(csv);
        Table again = Table.read()
                .usingOptions(CsvReadOptions.builderFromString(csv.toString())
                        .columnTypes(table.typeArray())
                        .tableName(table.name()));
        assertThat(again.columnNames()).isEqualTo(table.columnNames());
        assertThat(again.columns())
                .zipSatisfy(
                        table.columns(),
                        (read, written) -> assertThat(read.asList()).isEqualTo(written.asList()));
    }

    @Test
    void a_count_of_respondents_has_no_interval() {
        assertThat(table("measure=base&by=age").text()).contains("Respondents").doesNotContain("confidence");
        assertThat(table("measure=base&by=age").csv()).contains("\na16,");
    }
}
