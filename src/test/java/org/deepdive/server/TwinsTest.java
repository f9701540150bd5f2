package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xml.sax.InputSource;

/** The data beside the pages. */
@ExtendWith(ServedSite.Shared.class)
class TwinsTest {

    private static final String QUESTION = "?by=sex&where=student:yes&waves=2021Q2..2023Q2";

    private final ServedSite site;

    TwinsTest(ServedSite site) {
        this.site = site;
    }

    private static List<NamedCsvRecord> csv(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    @Test
    void an_answer_is_csv_with_its_uncertainty_and_its_data_label() {
        HttpResponse<String> answer = site.get("/explore/pcss/safe_local.csv" + QUESTION);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("inline; filename=\"pcss-safe_local-sex-student-yes-2021Q2..2023Q2.csv\"");
        List<NamedCsvRecord> rows = csv(answer.body());
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows.get(0).getHeader()).contains("sex", "estimate", "low", "high", "base", "flags", "data");
        assertThat(rows).allSatisfy(row -> assertThat(row.getField("data")).isEqualTo("practice"));
        assertThat(Double.parseDouble(rows.get(0).getField("base")) % 10).isZero();
    }

    @Test
    void an_answer_is_json_with_the_query_that_asked_for_it() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(site.get("/explore/pcss/safe_local.json" + QUESTION).body());
        assertThat(json.toString())
                .contains("study=pcss&measure=safe_local&by=sex&where=student:yes&waves=2021Q2..2023Q2")
                .contains("practice");
    }

    @Test
    void an_answer_is_a_picture_that_needs_nothing_else() throws Exception {
        HttpResponse<String> answer = site.get("/explore/pcss/safe_local.svg" + QUESTION);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(answer.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'none'")
                .contains("sandbox");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getDocumentElement().getTextContent()).contains("Practice data");
    }

    @Test
    void the_ledger_has_one_row_a_figure_on_the_page_in_csv_and_in_json() throws Exception {
        int figures = site.workspace().published().figures().size();
        assertThat(csv(site.get("/figures.csv").body())).hasSize(figures);
        assertThat(new ObjectMapper().readTree(site.get("/figures.json").body()))
                .hasSize(figures);
        assertThat(site.page("/figures").select(".reproduction")).hasSize(figures);
    }

    @Test
    void the_ledger_shows_one_verdict_when_asked_for_it() {
        long differing = csv(site.get("/figures.csv").body()).stream()
                .filter(row -> row.getField("verdict").equals("differs"))
                .count();
        assertThat(site.page("/figures?verdict=differs").select(".reproduction"))
                .hasSize((int) differing)
                .allSatisfy(row -> assertThat(row.select(".verdict").text()).isEqualTo("Differs"));
    }

    @Test
    void the_audit_has_one_entry_a_finding_on_the_page_in_csv_and_in_json() throws Exception {
        int findings = site.workspace().audit().size();
        assertThat(csv(site.get("/audit.csv").body())).hasSize(findings);
        assertThat(new ObjectMapper().readTree(site.get("/audit.json").body())).hasSize(findings);
        assertThat(site.page("/audit").select(".audit-finding")).hasSize(findings);
    }
}
