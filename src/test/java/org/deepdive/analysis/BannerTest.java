package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.notebook.MimeBundle;
import org.deepdive.notebook.RichDisplay;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerBlock;
import org.deepdive.table.BannerCell;
import org.deepdive.table.BannerColumn;
import org.deepdive.table.BannerRow;
import org.deepdive.table.BannerTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Banner tables hold the cells of single tables side by side, with letters that can be worked out by hand. */
class BannerTest {

    private static OpenStudy town;
    private static BannerTable banner;

    @BeforeAll
    static void make(@TempDir Path folder) {
        town = new Town(folder).open();
        banner = town.banner("answers").by("area", "age", "area>age").letters();
    }

    @Test
    void rows_are_the_answers_then_the_nets_then_the_mean_and_columns_the_total_and_the_breakdowns() {
        assertThat(banner.blocks().stream().map(block -> block.measure().name()))
                .containsExactly("answers", "agree", "score");
        assertThat(banner.blocks().get(0).rows().stream()
                        .map(row -> row.answer().orElseThrow().code()))
                .containsExactly("agree", "disagree");
        assertThat(banner.columns().stream().map(BannerColumn::code))
                .containsExactly(
                        "total", "a", "b", "c", "d", "e", "young", "old", "a>young", "a>old", "b>young", "b>old",
                        "c>young", "c>old", "d>young", "d>old", "e>young", "e>old");
        assertThat(banner.columns().stream().map(BannerColumn::letter))
                .containsExactly(
                        "", "A", "B", "C", "D", "E", "A", "B", "A", "B", "A", "B", "A", "B", "A", "B", "A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "agree", "score"})
    void every_cell_is_the_cell_of_the_single_table(String measure) {
        BannerBlock block = block(banner, measure);
        List<EstimateTable> singles = List.of(
                single(measure), single(measure, "area"), single(measure, "age"), single(measure, "area", "age"));
        int column = 0;
        for (EstimateTable single : singles) {
            List<List<Category>> groups =
                    single.rows().stream().map(EstimateRow::groups).distinct().toList();
            for (List<Category> group : groups) {
                for (BannerRow row : block.rows()) {
                    Cell there = single.rows().stream()
                            .filter(r -> r.groups().equals(group) && r.answer().equals(row.answer()))
                            .findFirst()
                            .orElseThrow()
                            .cell();
                    assertThat(row.cells().get(column).cell())
                            .as(measure + ", " + banner.columns().get(column).label())
                            .isEqualTo(there);
                    assertThat(text(banner, measure, row, column))
                            .startsWith(CellText.of(block.measure()).marked(there));
                }
                column++;
            }
        }
        assertThat(column).isEqualTo(banner.columns().size());
    }

    @Test
    void letters_are_those_worked_out_by_hand() {
        // 60% of 100 less 40% of 100: t = 0.2 / sqrt(0.24 / 100 + 0.24 / 100) = 2.89. With 50%: t = 0.1 / 0.0700 =
        // 1.43.
        assertThat(significance("answers", "agree", "a", "b", "c", "d", "e")).containsExactly("C", "", "", "", "");
        assertThat(significance("answers", "disagree", "a", "b", "c", "d", "e")).containsExactly("", "", "A", "", "");
        assertThat(significance("agree", "", "a", "b", "c", "d", "e")).containsExactly("C", "", "", "", "");
        assertThat(significance("score", "", "a", "b", "c")).containsExactly("C", "", "");
    }

    @Test
    void nested_groups_are_compared_within_the_same_outer_group() {
        // In area A 76% of 50 young and 44% of 50 old agree: t = 0.32 / sqrt(0.1824 / 50 + 0.2464 / 50) = 3.46.
        // In B 56% and 44%: t = 0.12 / sqrt(2 * 0.2464 / 50) = 1.21.
        assertThat(significance("answers", "agree", "a>young", "a>old", "b>young", "b>old", "c>young", "c>old"))
                .containsExactly("B", "", "", "", "", "");
        assertThat(significance("answers", "disagree", "a>young", "a>old")).containsExactly("", "A");
    }

    @Test
    void withheld_groups_are_not_among_the_tests_adjusted_for() {
        // p = 0.004. Of three shown areas and two answers there are 6 tests: 6p = 0.025. With D and E it would be 20:
        // 0.08.
        BannerTable holm =
                town.banner("answers").by("area").adjusted(Adjustment.HOLM).letters();
        assertThat(cell(holm, "answers", "agree", "d").cell()).isInstanceOf(Cell.Withheld.class);
        assertThat(cell(holm, "answers", "agree", "e").cell()).isInstanceOf(Cell.Withheld.class);
        assertThat(cell(holm, "answers", "agree", "a").significance()).isEqualTo("C");
        assertThat(holm.text()).contains("adjusted within each measure and breakdown (holm)");
    }

    @Test
    void arrows_compare_a_group_with_the_rest_of_its_breakdown() {
        // Of 176 young 99 agree, of 176 old 77: t = 0.125 / sqrt(2 * 0.2461 / 176) = 2.36.
        BannerTable arrows = town.banner("answers").by("area", "age").arrows();
        assertThat(List.of(
                        cell(arrows, "agree", "", "young").significance(),
                        cell(arrows, "agree", "", "old").significance()))
                .containsExactly("↑", "↓");
        assertThat(cell(arrows, "agree", "", "a").significance()).isEqualTo("↑");
        assertThat(cell(arrows, "agree", "", "b").significance()).isEmpty();
        assertThat(arrows.columns().stream().map(BannerColumn::letter)).containsOnly("");
        assertThat(arrows.text()).contains("↑ or ↓ beside a value");
    }

    @Test
    void groups_that_overlap_have_letters_and_no_arrows() {
        assertThat(town.banner("answers").by("reason").letters().columns().stream()
                        .map(BannerColumn::letter))
                .containsExactly("", "A", "B");
        assertThat(town.banner("answers").by("reason").arrows().blocks().get(0).rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(BannerCell::significance))
                .containsOnly("");
    }

    @Test
    void a_plain_banner_has_neither() {
        BannerTable plain = town.banner("answers").by("area").plain();
        assertThat(plain.csv()).doesNotContain(",A,");
        assertThat(plain.text()).doesNotContain("significantly");
    }

    @Test
    void bases_are_those_of_the_question_with_kishs_effective_base_and_marked_where_low() {
        BannerBlock first = banner.blocks().get(0);
        Cell.Estimate total = (Cell.Estimate) first.bases().get(0);
        assertThat(total.base()).isEqualTo(352);
        assertThat(total.effectiveBase()).isEqualTo(352.0);
        assertThat(CellText.marks(first.bases().get(at(banner, "a>young")).flags()))
                .isEqualTo("[low]");
        assertThat(CellText.marks(first.bases().get(at(banner, "a")).flags())).isEmpty();
        assertThat(first.bases().get(at(banner, "e"))).isInstanceOf(Cell.Withheld.class);
        assertThat(banner.text()).contains("50 [low]").contains("76% [low] B");
    }

    @Test
    void for_anyone_bases_are_rounded_to_ten() {
        BannerTable shown = town.banner("answers").by("area").forAnyone().letters();
        assertThat(((Cell.Estimate) shown.blocks().get(0).bases().get(0)).base())
                .isEqualTo(350);
        assertThat(((Cell.Estimate) cell(shown, "answers", "agree", "total").cell()).base())
                .isEqualTo(350);
        assertThat(shown.text()).contains("rounded to the nearest 10");
        assertThat(cell(shown, "answers", "agree", "a").significance()).isEqualTo("C");
    }

    @Test
    void dont_knows_are_in_the_base_or_out_of_it() {
        BannerTable in = town.banner("trust").by("age").withDontKnows().letters();
        BannerTable out = town.banner("trust").by("age").withoutDontKnows().letters();
        assertThat(in.blocks().get(0).rows()).hasSize(3);
        assertThat(out.blocks().get(0).rows()).hasSize(2);
        Cell.Estimate with = (Cell.Estimate) cell(in, "trusting", "", "total").cell();
        Cell.Estimate without =
                (Cell.Estimate) cell(out, "trusting", "", "total").cell();
        assertThat(without.base()).isLessThan(with.base());
        assertThat(without.value() * without.base())
                .isEqualTo(with.value() * with.base(), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(out.text()).contains("Without don’t knows").doesNotContain("Don’t know  ");
        assertThat(town.banner("trust").withoutDontKnows().plain().question().cli())
                .isEqualTo("deepdive table town trust --dont-knows out --plain");
    }

    @Test
    void a_filter_and_waves_are_told_in_the_caption() {
        BannerTable young =
                town.banner("answers").by("area").where("age", "young").letters();
        assertThat(young.text()).startsWith("Answer, by Area. Young. A small survey.");
        assertThat(((Cell.Estimate) cell(young, "answers", "agree", "a").cell()).value())
                .isEqualTo(0.76);
    }

    @Test
    void the_lines_of_the_csv_are_the_cells_with_their_uncertainty_and_the_letters_of_the_page() {
        List<NamedCsvRecord> lines = csv(banner);
        assertThat(lines.get(0).getHeader())
                .containsExactly(
                        "question",
                        "measure",
                        "answer",
                        "breakdown",
                        "group",
                        "letter",
                        "statistic",
                        "estimate",
                        "se",
                        "low",
                        "high",
                        "base",
                        "effective_base",
                        "deff",
                        "df",
                        "flags",
                        "significance",
                        "data");
        int cells = banner.blocks().stream()
                        .mapToInt(block -> block.rows().size() + 1)
                        .sum()
                * banner.columns().size();
        assertThat(lines).hasSize(cells);
        Cell.Estimate agree =
                (Cell.Estimate) cell(banner, "answers", "agree", "a").cell();
        NamedCsvRecord line = lines.stream()
                .filter(l -> l.getField("measure").equals("answers")
                        && l.getField("answer").equals("agree")
                        && l.getField("group").equals("a"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(line.getField("estimate"))).isEqualTo(agree.value());
        assertThat(Double.parseDouble(line.getField("low"))).isEqualTo(agree.low());
        assertThat(line.getField("base")).isEqualTo("100");
        assertThat(line.getField("significance")).isEqualTo("C");
        assertThat(line.getField("data")).isEqualTo("practice");
        List<String> ofCsv = lines.stream()
                .filter(l -> !l.getField("statistic").equals("Base"))
                .map(l -> l.getField("significance"))
                .toList();
        assertThat(lettersOfPage(Jsoup.parse(banner.html()))).isEqualTo(ofCsv);
    }

    @Test
    void a_withheld_cell_has_no_number_in_any_form() throws Exception {
        for (NamedCsvRecord line : csv(banner)) {
            if (line.getField("flags").equals("[c]")) {
                for (String number : List.of("estimate", "se", "low", "high", "base", "effective_base", "deff", "df")) {
                    assertThat(line.getField(number)).as(number).isEmpty();
                }
                assertThat(line.getField("significance")).isEmpty();
            }
        }
        assertThat(csv(banner).stream().filter(l -> l.getField("group").equals("e")))
                .isNotEmpty()
                .allMatch(l -> l.getField("flags").equals("[c]"));
        JsonNode json = new ObjectMapper().readTree(banner.json());
        int e = at(banner, "e");
        for (JsonNode measure : json.path("measures")) {
            assertThat(measure.path("bases").path(e).path("base").isNull()).isTrue();
            for (JsonNode row : measure.path("rows")) {
                assertThat(row.path("cells").path(e).toString())
                        .doesNotContainPattern("[0-9]")
                        .contains("[c]");
            }
        }
        Document page = Jsoup.parse(banner.html());
        for (Element row : page.select("tbody tr:has(td)")) {
            assertThat(row.select("td").get(e).text()).isEqualTo("[c]");
        }
        Table table = banner.tablesaw();
        for (int i = 0; i < table.rowCount(); i++) {
            if (table.stringColumn("flags").get(i).equals("[c]")) {
                assertThat(table.doubleColumn("estimate").isMissing(i)).isTrue();
                assertThat(table.intColumn("base").isMissing(i)).isTrue();
            }
        }
    }

    @Test
    void the_html_has_a_caption_and_headers_whose_scopes_cover_the_cells() {
        Document page = Jsoup.parse(banner.html());
        assertThat(page.select("table")).hasSize(1);
        assertThat(page.select("table > caption").text())
                .startsWith("Answer, by Area, Age, Age within Area. A small survey.")
                .contains("Practice data: Invented respondents");
        assertThat(page.select("[role=group][tabindex=0]").attr("aria-label")).startsWith("Answer, by Area");
        assertThat(page.select("thead th[scope=col]")).hasSize(banner.columns().size());
        assertThat(page.select("thead th[scope=colgroup]").eachText())
                .containsExactly("Area", "Age", "Age within Area", Town.HOSTILE, "B", "C", "D", "E");
        int spanned = page.select("thead tr").first().select("th").stream()
                .mapToInt(th -> th.hasAttr("colspan") ? Integer.parseInt(th.attr("colspan")) : 1)
                .sum();
        assertThat(spanned).isEqualTo(banner.columns().size());
        assertThat(page.select("thead th:not([scope]), tbody th:not([scope])")).isEmpty();
        for (Element row : page.select("tbody tr:has(td)")) {
            assertThat(row.select("th[scope=row]")).hasSize(1);
            assertThat(row.select("td")).hasSize(banner.columns().size());
        }
        assertThat(page.select("tbody th[scope=rowgroup]").text()).isEqualTo("The answer (percentage)");
    }

    @Test
    void hostile_labels_are_text_in_every_form() throws Exception {
        for (String html :
                List.of(banner.html(), banner.page(), display(banner).html().orElseThrow())) {
            Document page = Jsoup.parse(html);
            // Below a cell, the program's own script sorts the table; no word of the data is in it.
            assertThat(page.select("script").eachAttr("src")).isEmpty();
            assertThat(page.select("script")).noneMatch(script -> script.data().contains("onerror"));
            assertThat(page.select("img, b, i")).isEmpty();
            assertThat(page.select("table")).hasSize(1);
            assertThat(page.select("thead th").eachText()).anyMatch(text -> text.startsWith(Town.HOSTILE));
        }
        assertThat(banner.json()).doesNotContain("<", ">", "&");
        assertThat(new ObjectMapper().readTree(banner.json()).path("columns").findValuesAsText("label"))
                .contains(Town.HOSTILE);
        assertThat(banner.tablesaw().stringColumn("group").unique().asList()).contains(Town.HOSTILE);
        assertThat(banner.csv()).doesNotContain(Town.HOSTILE);
        assertThat(banner.text(200)).contains("onerror");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 200})
    void no_line_of_the_text_is_longer_than_asked_and_every_column_is_there(int width) {
        List<String> lines = banner.text(width).lines().toList();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        long bases = lines.stream()
                .filter(line -> line.startsWith("Unweighted base "))
                .mapToLong(line -> line.replace("Unweighted base", "")
                        .replaceAll(" \\[low]", "")
                        .strip()
                        .split(" +")
                        .length)
                .sum();
        assertThat(bases).isEqualTo(banner.columns().size());
    }

    @Test
    void a_notebook_shows_the_table_and_how_to_ask_for_it_again() {
        MimeBundle shown = display(banner);
        assertThat(shown.text()).isEqualTo(banner.text().stripTrailing());
        assertThat(Jsoup.parse(shown.html().orElseThrow()).select("code").eachText())
                .containsExactly(
                        "deepdive table town answer --by area,age,area/age",
                        "Studies.open(\"town\").banner(\"answer\").by(\"area\", \"age\", \"area>age\").letters()");
        assertThat(display(town.banner("answers")).text()).contains("Not made yet");
    }

    @Test
    void questions_are_the_variables_of_the_measures() {
        assertThat(town.questions().stream().map(Variable::name)).containsExactly("answer", "trust", "reason");
        assertThat(town.banner("reasons").by("age").letters().blocks().get(0).measure())
                .isInstanceOf(Measure.MultipleResponse.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "area>age>area | \"area>age>area\" is not a breakdown.",
                "area>         | \"area>\" is not a breakdown.",
                "aera          | There is no variable \"aera\". Did you mean \"area\"?",
                "area>area     | nests a variable within itself",
                "answer        | A question cannot be broken down by its own answers, \"answer\".",
                "weight        | There is no variable \"weight\".",
            })
    void a_wrong_breakdown_is_told(String breakdown, String message) {
        Banner question = town.banner("answers");
        assertThatThrownBy(() -> question.by(breakdown))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_breakdown_given_twice_and_an_unknown_question_are_told() {
        Banner question = town.banner("answers");
        assertThatThrownBy(() -> question.by("age", "age")).hasMessageContaining("breaks down twice by \"age\"");
        assertThatThrownBy(() -> town.banner("anwser"))
                .hasMessageContaining("There is no question \"anwser\". Did you mean \"answer\"?");
        assertThatThrownBy(() -> town.banner("base")).hasMessageContaining("There is no question \"base\"");
    }

    private static MimeBundle display(Object value) {
        return RichDisplay.of(value);
    }

    private static List<NamedCsvRecord> csv(BannerTable table) {
        return CsvReader.builder().ofNamedCsvRecord(table.csv()).stream().toList();
    }

    private static EstimateTable single(String measure, String... by) {
        return town.measure(measure).by(by).estimate().cleared().value();
    }

    private static BannerBlock block(BannerTable table, String measure) {
        return table.blocks().stream()
                .filter(block -> block.measure().name().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static int at(BannerTable table, String group) {
        return table.columns().stream().map(BannerColumn::code).toList().indexOf(group);
    }

    private static BannerCell cell(BannerTable table, String measure, String answer, String group) {
        return block(table, measure).rows().stream()
                .filter(row -> row.answer()
                        .map(Category::code)
                        .equals(answer.isEmpty() ? Optional.empty() : Optional.of(answer)))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(at(table, group));
    }

    private static List<String> significance(String measure, String answer, String... groups) {
        return List.of(groups).stream()
                .map(group -> cell(banner, measure, answer, group).significance())
                .toList();
    }

    /** What the page prints in a cell. */
    private static String text(BannerTable table, String measure, BannerRow row, int column) {
        String label = row.answer()
                .map(Category::label)
                .orElse(block(table, measure).measure().label());
        return Jsoup.parse(table.html()).select("tbody tr:has(td)").stream()
                .filter(tr -> tr.select("th").text().equals(label))
                .findFirst()
                .orElseThrow()
                .select("td")
                .get(column)
                .text();
    }

    /** The letters of every cell of an estimate, in the order of the page. */
    private static List<String> lettersOfPage(Document page) {
        List<String> letters = new ArrayList<>();
        for (Element row : page.select("tbody tr:has(td)")) {
            if (!row.select("th").text().matches("(Unweighted|Effective) base.*")) {
                for (Element cell : row.select("td")) {
                    letters.add(cell.select(".dd-marks")
                            .text()
                            .replaceAll("\\[[a-z]+]", "")
                            .strip());
                }
            }
        }
        return letters;
    }
}
