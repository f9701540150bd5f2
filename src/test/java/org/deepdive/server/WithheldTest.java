package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A base under ten shows [c], and no number of it leaves the server in any form. */
@ExtendWith(ServedSite.Shared.class)
class WithheldTest {

    private static final Query QUESTION =
            Query.parse("study=pcss&measure=safe_local&by=district,orientation&where=student:yes");

    private final ServedSite site;
    private final List<EstimateRow> raw;
    private final List<EstimateRow> cleared;

    WithheldTest(ServedSite site) {
        this.site = site;
        EstimateTable exact = site.workspace().estimates("pcss").estimate(QUESTION);
        this.raw = exact.rows();
        this.cleared =
                site.workspace().answer(QUESTION, Audience.PUBLIC).value().rows();
    }

    private static boolean withheld(EstimateRow row) {
        return row.cell() instanceof Cell.Withheld;
    }

    @Test
    void the_question_has_groups_under_ten_and_groups_that_are_shown() {
        assertThat(raw)
                .anySatisfy(
                        row -> assertThat(((Cell.Estimate) row.cell()).base()).isBetween(1, 9));
        assertThat(cleared).anyMatch(WithheldTest::withheld).anyMatch(row -> !withheld(row));
    }

    @Test
    void the_page_shows_the_mark_in_the_table_and_beside_every_missing_bar() {
        Document page = site.page(QUESTION.path());
        long count = cleared.stream().filter(WithheldTest::withheld).count();
        assertThat(page.select("td.dd-withheld").stream().filter(td -> td.text().equals("[c]")))
                .hasSize((int) count);
        assertThat(page.select(".plot-wide svg text").eachText().stream().filter("[c]"::equals))
                .hasSize((int) count);
        assertThat(page.select("main").text()).contains("suppressed to protect confidentiality");
    }

    @Test
    void csv_and_json_have_the_mark_and_no_number_in_the_rows_withheld() throws Exception {
        var rows = CsvReader.builder()
                .ofNamedCsvRecord(site.get(QUESTION.path(".csv")).body())
                .stream()
                .toList();
        JsonNode json = new ObjectMapper()
                .readTree(site.get(QUESTION.path(".json")).body())
                .path("rows");
        assertThat(rows).hasSameSizeAs(cleared);
        assertThat(json).hasSameSizeAs(cleared);
        for (int i = 0; i < rows.size(); i++) {
            if (withheld(cleared.get(i))) {
                assertThat(rows.get(i).getField("flags")).isEqualTo("[c]");
                for (String column : List.of("estimate", "se", "low", "high", "base", "effective_base", "deff", "df")) {
                    assertThat(rows.get(i).getField(column)).as(column).isIn("", "[c]");
                }
                assertThat(json.get(i).toString()).contains("[c]");
                assertThat(json.get(i).findValues("estimate")).allMatch(JsonNode::isNull);
                assertThat(json.get(i).findValues("base")).allMatch(JsonNode::isNull);
            }
        }
    }

    @Test
    void no_form_of_the_answer_holds_a_number_of_a_group_withheld() {
        List<String> forms = Stream.of("", ".csv", ".json", ".svg")
                .map(extension -> site.get(QUESTION.path(extension)).body())
                .toList();
        for (int i = 0; i < raw.size(); i++) {
            if (withheld(cleared.get(i))) {
                for (String secret : secrets((Cell.Estimate) raw.get(i).cell())) {
                    assertThat(forms).as(raw.get(i).label() + ", " + secret).noneMatch(form -> form.contains(secret));
                }
            }
        }
    }

    /** Numbers of an estimate with so many digits that no other number has them. */
    private static List<String> secrets(Cell.Estimate estimate) {
        List<String> secrets = new ArrayList<>();
        for (double number :
                new double[] {estimate.value(), estimate.se(), estimate.low(), estimate.high(), estimate.effectiveBase()
                }) {
            if (Double.isFinite(number) && number != Math.rint(number)) {
                String digits = String.format(Locale.ROOT, "%.8f", number);
                secrets.add(digits.substring(0, digits.length() - 1));
            }
        }
        return secrets;
    }
}
