package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.AuditReport;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.Difference;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.analysis.SearchHit;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.Query;
import org.deepdive.plot.Chart;
import org.deepdive.published.AuditFinding;
import org.deepdive.published.PublishedFigure;
import org.deepdive.published.Severity;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import org.xml.sax.InputSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What the Rapaio kernel sends to the page, through the kernel's own types. */
class RapaioDisplayTest extends SmallStudyTests {

    private static final String PRACTICE =
            "Practice data: Invented respondents, calibrated to published figures. Not evidence about anyone.";

    /** As the kernel does it: the first renderer whose class fits, asked without a type. */
    private static Map<String, Object> shown(Object value) {
        DisplayRenderer renderer = new RapaioDisplay()
                .getDisplayRenderers().stream()
                        .filter(r -> r.rendererClass().isAssignableFrom(value.getClass()) && r.canRender(null))
                        .findFirst()
                        .orElseThrow();
        DisplayData data = renderer.render(null, value);
        return data.data();
    }

    private static String html(Object value) {
        return (String) shown(value).get("text/html");
    }

    private static String text(Object value) {
        return (String) shown(value).get("text/plain");
    }

    private Answer byArea() {
        return study.measure("agree").by("area").estimate();
    }

    /** Everything that one could end a cell on. */
    private Stream<Object> everything() {
        Difference difference = study.measure("agree")
                .where("area", "big")
                .minus(study.measure("agree").where("area", "middle"));
        return Stream.of(
                byArea(),
                byArea().plot(),
                byArea().table(),
                byArea().raw(),
                study.measure("answers").by("area").estimate().plot(),
                difference,
                study.reproduce("paper"),
                study.reproductions(),
                study);
    }

    @Test
    void the_kernel_finds_the_adapter_through_the_service_loader() {
        assertThat(ServiceLoader.load(DisplayProvider.class)).hasAtLeastOneElementOfType(RapaioDisplay.class);
    }

    @Test
    void every_kind_of_result_is_html_with_a_text_beside_it_and_plots_a_picture_too() {
        assertThat(EveryKind.of(study)).allSatisfy((name, value) -> {
            assertThat(shown(value)).as(name).isEqualTo(RichDisplay.of(value).data());
            assertThat(shown(value)).as(name).containsKeys("text/html", "text/plain");
            assertThat(shown(value).containsKey("image/svg+xml")).as(name).isEqualTo(name.endsWith("plot"));
        });
    }

    @Test
    void what_a_kernel_without_an_adapter_prints_is_readable_too() {
        assertThat(EveryKind.of(study)).allSatisfy((name, value) -> {
            assertThat(value.toString())
                    .as(name)
                    .isNotBlank()
                    .doesNotContainPattern("@[0-9a-f]{5,}|[a-z]=Optional|^[A-Z]\\w+\\[");
        });
        assertThat(byArea().plot().toString()).contains("Practice data. Invented respondents", "Middle 4");
        assertThat(byArea().table().toString()).contains(PRACTICE).containsPattern("Middle +4");
        assertThat(study.toString()).isEqualTo("A small survey\n" + PRACTICE);
        assertThat(study.reproduce("paper").toString()).contains("right", "reproduced");
    }

    @Test
    void a_plot_is_html_with_an_svg_twin_and_its_numbers_as_text() throws Exception {
        Map<String, Object> bundle = shown(byArea().plot());
        assertThat(bundle).containsOnlyKeys("text/html", "image/svg+xml", "text/plain");
        String svg = (String) bundle.get("image/svg+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        assertThat(factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat((String) bundle.get("text/plain")).contains(PRACTICE).containsPattern("Middle +4\\d%");
    }

    @Test
    void without_scripts_the_html_of_a_plot_still_shows_the_same_picture_and_fetches_nothing() {
        Map<String, Object> bundle = shown(byArea().plot());
        Document page = Jsoup.parse((String) bundle.get("text/html"));
        Element image = page.selectFirst("figure img");
        String source = image.attr("src");
        assertThat(source).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(Base64.getDecoder().decode(source.substring(26)), StandardCharsets.UTF_8))
                .isEqualTo(bundle.get("image/svg+xml"));
        assertThat(image.attr("alt")).contains("Middle 4").contains("Practice data");
        assertThat(page.select("svg, iframe, link, script[src], img:not([src^=data:])"))
                .isEmpty();
        assertThat(page.select("details table tbody tr")).hasSize(4);
    }

    @Test
    void a_plot_carries_its_picture_twice_and_no_specification_for_a_library_that_no_notebook_loads() {
        Map<String, Object> bundle = shown(byArea().plot());
        String html = (String) bundle.get("text/html");
        String svg = (String) bundle.get("image/svg+xml");
        assertThat(html).doesNotContainIgnoringCase("plotly");
        assertThat(html.length()).isLessThan(svg.length() * 4 / 3 + 9_500);
        assertThat(shown(byArea().plot())).isEqualTo(bundle);
    }

    @Test
    void an_output_carries_only_the_rules_and_scripts_that_it_uses() {
        Document table = Jsoup.parse(html(byArea()));
        assertThat(table.selectFirst("style").data()).contains(".dd-table").doesNotContain(".dd-figure", "\n");
        assertThat(table.selectFirst("script").data()).contains("aria-sort").doesNotContain("dd-picture");
        Document one = Jsoup.parse(html(study.measure("agree").estimate()));
        assertThat(one.select("tbody tr")).hasSize(1);
        assertThat(one.select("script")).isEmpty();
        Document plot = Jsoup.parse(html(byArea().plot()));
        assertThat(plot.selectFirst("style").data()).contains(".dd-tip", ".dd-figure", ".dd-table");
        assertThat(plot.select("script")).hasSize(1);
        assertThat(plot.selectFirst("script").data()).contains("dd-picture", "aria-sort");
        assertThat(Jsoup.parse(html(List.of("x"))).selectFirst("style").data()).doesNotContain(".dd-table");
    }

    @Test
    void a_plot_names_the_page_that_asks_its_question() {
        assertThat(figure(byArea().plot()).attr("data-path")).isEqualTo("/explore/small/agree?by=area");
        assertThat(figure(study.measure("answers").by("area").estimate().plot().withKind(Chart.BARS))
                        .attr("data-path"))
                .isEqualTo("/explore/small/answers?by=area&chart=bars");
    }

    private static Element figure(Object plot) {
        return Jsoup.parse(html(plot)).selectFirst("figure.dd-figure");
    }

    @Test
    void every_form_of_every_result_says_that_the_data_are_practice_data() {
        assertThat(everything())
                .allSatisfy(value -> assertThat(shown(value))
                        .as(value.getClass().getSimpleName())
                        .allSatisfy(
                                (mime, content) -> assertThat((String) content).contains("Practice data")));
    }

    @Test
    void labels_that_would_run_a_script_are_text_in_every_form() {
        assertThat(everything()).allSatisfy(value -> {
            Document page = Jsoup.parse(html(value));
            assertThat(page.select("[onerror], img[src=x], b, i")).isEmpty();
            assertThat(page.select("script")).hasSizeLessThanOrEqualTo(1);
            assertThat(html(value)).doesNotContain("<img src=x");
        });
        assertThat(Jsoup.parse(html(byArea())).select("tbody th").eachText()).contains(SmallStudy.HOSTILE);
        assertThat(html(study.measures())).contains("&lt;b&gt;strongly&lt;/b&gt;");
        assertThat((String) shown(byArea().plot()).get("image/svg+xml")).doesNotContain("<img");
    }

    @Test
    void a_withheld_value_is_shown_as_withheld_and_no_number_of_it_is_left_in_any_form() {
        Answer answer = byArea();
        List<String> numbers = answer.raw().rows().stream()
                .skip(2)
                .map(row -> ((Cell.Estimate) row.cell()).value())
                .flatMap(v -> Stream.of("%.0f%%".formatted(100 * v), "%.2f".formatted(100 * v), "%.3f".formatted(v)))
                .toList();
        assertThat(text(answer.raw())).contains(numbers.get(1), numbers.get(4)).doesNotContain("[c]");
        assertThat(Stream.of(answer, answer.plot(), answer.table())).allSatisfy(value -> {
            assertThat(text(value)).contains("[c]");
            assertThat(shown(value))
                    .allSatisfy((mime, content) ->
                            assertThat(content + decoded((String) content)).doesNotContain(numbers));
        });
        assertThat(Jsoup.parse(html(answer))
                        .select("tr:has(th:contains(Little)) td")
                        .eachText())
                .containsOnly("[c]");
    }

    /** Images within the HTML, as text. */
    private static String decoded(String html) {
        StringBuilder text = new StringBuilder();
        for (String part : html.split("base64,")) {
            int end = part.indexOf('"');
            if (end > 0 && part.substring(0, end).matches("[A-Za-z0-9+/=]{40,}")) {
                text.append(new String(Base64.getDecoder().decode(part.substring(0, end)), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void estimates_before_the_gate_say_that_they_are_not_for_passing_on() {
        assertThat(text(byArea().raw())).contains(RawOutput.WARNING);
        assertThat(html(byArea().raw())).contains("Not cleared");
    }

    @Test
    void a_difference_is_a_sentence_and_the_table_behind_it() {
        Difference difference = study.measure("agree")
                .where("area", "middle")
                .minus(study.measure("agree").where("area", "big"));
        assertThat(text(difference))
                .startsWith("Middle 41.7% against " + SmallStudy.HOSTILE + " 60.0%: a difference of -18.")
                .contains("Difference in percentage points, 95% interval", "significant at 95%.", PRACTICE);
        assertThat(Jsoup.parse(html(difference)).select("tbody tr")).hasSize(3);
    }

    @Test
    void a_small_difference_is_not_called_one() {
        Difference none = study.measure("agree")
                .where("area", "big")
                .minus(study.measure("agree").where("area", "big", "middle"));
        assertThat(none.isSignificant()).isTrue();
        Difference same = study.measure("agree")
                .where("area", "big", "middle", "little", "less")
                .minus(study.measure("agree"));
        assertThat(same.sentence()).contains("against everyone", "no significant difference: 0.0");
    }

    @Test
    void a_bare_comparison_says_that_it_does_not_know_its_data() {
        Difference difference = study.measure("agree")
                .where("area", "middle")
                .minus(study.measure("agree").where("area", "big"));
        assertThat(text(difference.test()))
                .contains("does not say what data it was computed from", "study=small&measure=agree&where=area:middle");
    }

    @Test
    void published_figures_are_shown_with_what_was_printed_what_was_computed_and_the_verdict() {
        Document page = Jsoup.parse(html(study.reproduce("paper")));
        assertThat(page.selectFirst(".dd-finding").text())
                .isEqualTo("3 figures and findings: 1 reproduced, 1 different, 1 not reproducible.");
        assertThat(page.select(".dd-heading").eachText())
                .containsExactly("“<b>60%</b> against 42% " + SmallStudy.HOSTILE + "”", "“A quarter”");
        assertThat(page.select("tr:has(th:contains(right)) td").eachText())
                .startsWith("60%", "60.0%")
                .contains("300", "yes")
                .last()
                .asString()
                .startsWith("reproduced. “higher”: supported: 60.0% against 41.7%");
        assertThat(page.select("tr:has(th:contains(wrong)) td").eachText())
                .startsWith("45%", "41.7%")
                .last()
                .asString()
                .startsWith("different: ");
        assertThat(page.select("tr:has(th:contains(hidden)) td").eachText()).startsWith("25%", "–", "–", "–");
    }

    @Test
    void an_answer_tells_the_other_doors_to_its_question() {
        assertThat(Jsoup.parse(html(byArea())).select("details code").eachText())
                .containsExactly(
                        "http://127.0.0.1:7070/explore/small/agree?by=area",
                        "deepdive estimate small agree --by area",
                        "Studies.open(\"small\").measure(\"agree\").by(\"area\").estimate()");
    }

    @Test
    void a_tablesaw_table_is_its_first_rows_and_how_many_there_are() {
        Table table = Table.create("Numbers <of> people")
                .addColumns(IntColumn.indexColumn("n", 1234, 1), StringColumn.create("word", 1234));
        table.stringColumn("word").set(0, "<i>one</i>");
        Document page = Jsoup.parse(html(table));
        assertThat(page.select("tbody tr")).hasSize(20);
        assertThat(page.select("i")).isEmpty();
        assertThat(page.selectFirst("caption").text()).isEqualTo("Numbers <of> people");
        assertThat(page.selectFirst(".dd-legend").text()).isEqualTo("The first 20 of 1,234 rows, 2 columns.");
        assertThat(text(study.respondents().first(1))).contains("practice data", "1 row, ");
    }

    @Test
    void plain_values_are_plain_text_instead_of_the_kernels_raw_html() {
        assertThat(shown("a <b>x</b>")).isEqualTo(Map.of("text/plain", "a <b>x</b>"));
        assertThat(shown(1.5)).isEqualTo(Map.of("text/plain", "1.5"));
        assertThat(shown(Optional.of("x"))).isEqualTo(Map.of("text/plain", "x"));
        assertThat(shown(LocalDate.EPOCH)).isEqualTo(Map.of("text/plain", "1970-01-01"));
        assertThat(shown(Query.parse("study=small&measure=agree&by=area")))
                .isEqualTo(Map.of("text/plain", "study=small&measure=agree&by=area"));
    }

    @Test
    void a_mistake_that_is_shown_as_a_value_is_its_words() {
        assertThat(shown(InputException.unknown("measure", "agre", List.of("agree"))))
                .isEqualTo(
                        Map.of("text/plain", "There is no measure \"agre\". Did you mean \"agree\"? Allowed: agree."));
    }

    @Test
    void a_value_that_cannot_be_drawn_is_the_text_of_why_and_not_an_exception() {
        Table broken = Table.create("broken").addColumns(StringColumn.create("word", 2));
        Table failing = new Table("failing") {
            @Override
            public int rowCount() {
                throw new IllegalStateException("no rows today");
            }
        };
        assertThat(text(broken)).contains("2 rows, 1 column.");
        assertThat(shown(failing)).isEqualTo(Map.of("text/plain", "This cannot be shown: no rows today"));
    }

    @Test
    void maps_are_tables_of_two_columns_and_lists_one_line_a_value() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("<b>first</b>", 12L);
        counts.put("second", 3L);
        assertThat(text(counts))
                .isEqualTo("2 entries\n\nName          Value\n<b>first</b>     12\nsecond            3");
        assertThat(Jsoup.parse(html(counts)).select("tbody tr").eachText())
                .containsExactly("<b>first</b> 12", "second 3");
        assertThat(text(List.of("<b>", 2))).isEqualTo("<b>\n2");
        assertThat(Jsoup.parse(html(List.of("<b>", 2))).select("li").eachText()).containsExactly("<b>", "2");
        assertThat(text(List.of())).isEqualTo("(an empty list)");
        assertThat(text(Collections.nCopies(250, "x"))).endsWith("x\nThe first 100 of 250.");
    }

    @Test
    void families_of_tests_are_sentences_and_the_table_behind_them() {
        Stream.of(
                        study.measure("agree").by("area").differences(),
                        study.measure("agree").gaps(),
                        study.measure("answers").by("area").association())
                .forEach(tests -> {
                    Document page = Jsoup.parse(html(tests));
                    assertThat(page.select(".dd-finding")).isNotEmpty();
                    assertThat(page.selectFirst("table")
                                    .select("caption .dd-data")
                                    .text())
                            .isEqualTo(PRACTICE);
                    assertThat(page.select("tbody tr")).isNotEmpty();
                    assertThat(text(tests)).contains(PRACTICE).containsPattern("p (<|=) 0[.]");
                });
        assertThat(text(study.measure("agree").gaps().findings())).startsWith("Area: ");
    }

    @Test
    void findings_of_an_audit_are_one_table_with_the_arithmetic_and_the_quotes() {
        PublishedFigure figure = study.reproductions().get(0).figure();
        AuditFinding finding = new AuditFinding(
                List.of(new AuditFinding.Reason(
                        Severity.IMPOSSIBLE, "granularity", "No count of 7 prints as 60% " + SmallStudy.HOSTILE)),
                List.of(figure));
        Stream.of(finding, List.of(finding), new AuditReport(List.of(finding))).forEach(value -> {
            Document page = Jsoup.parse(html(value));
            assertThat(page.selectFirst(".dd-finding").text()).isEqualTo("1 finding: 1 impossible.");
            assertThat(page.select("tbody tr").eachText())
                    .singleElement()
                    .asString()
                    .startsWith("impossible granularity No count of 7")
                    .contains("right", "“<b>60%</b>");
            assertThat(page.select("img, b")).isEmpty();
            assertThat(text(value))
                    .contains("impossible (granularity): No count of 7", "Figures: right", "Published figures: ");
        });
        assertThat(text(new AuditReport(List.of()))).startsWith("The audit finds nothing.");
    }

    @Test
    void what_a_search_finds_is_a_table_and_a_citation_its_words() {
        SearchHit hit =
                new SearchHit(SearchHit.Kind.MEASURE, "<b>Trust</b>", "How much?", "A study", "/explore/a", Set.of());
        assertThat(Jsoup.parse(html(List.of(hit, hit))).select("tbody tr").eachText())
                .hasSize(2)
                .startsWith("<b>Trust</b> Measures How much? A study /explore/a");
        Citation citation = new Citation(
                "Trust & <b>more</b>",
                study.study(),
                Set.of(DataLabel.PRACTICE),
                new Fingerprint("d".repeat(20), "r".repeat(20), "c".repeat(20)),
                Optional.empty(),
                LocalDate.EPOCH,
                "1");
        assertThat(text(citation))
                .startsWith("Deepdive (1970) Trust & <b>more</b> [Practice data")
                .contains("@misc{");
        assertThat(Jsoup.parse(html(citation)).select("b")).isEmpty();
    }
}
