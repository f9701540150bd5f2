package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.table.ResultTable;
import org.deepdive.table.SmallSurvey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a codebook holds is shown as text and never read as markup, script, template or formula. */
class HostileLabelsTest {

    private static final String SCRIPT = "</script><script>alert(1)</script>";
    private static final String QUOTES = "\"Don't\" 'quote' `me` %{x} ${y} {{z}}";
    private static final String NEWLINE = "first line\nsecond line";
    private static final String BACKSLASH = "ends with a backslash \\";
    private static final String RIGHT_TO_LEFT = "شمال المدينة (أ)";
    private static final String BOLD = "<b>x</b> & <a href=\"javascript:alert(1)\">y</a>";

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() {
        Map<String, String> labels = new HashMap<>();
        labels.put("area", "Area " + SCRIPT);
        labels.put("area.north", SCRIPT);
        labels.put("area.south", QUOTES);
        labels.put("area.coast", NEWLINE);
        labels.put("area.moor", BACKSLASH);
        labels.put("area.port", RIGHT_TO_LEFT);
        labels.put("area.isle", BOLD);
        labels.put("safe.very_safe", SCRIPT);
        labels.put("safe.fairly_safe", BOLD);
        labels.put("student.yes", SCRIPT);
        labels.put("student.no", BOLD);
        labels.put("measure:safe", "Feel safe " + SCRIPT + " \\ \" ' " + "\n" + "]]> --> \u2028");
        survey = SmallSurvey.in(folder, labels, true);
    }

    private static final List<String> LABELS =
            List.of(SCRIPT, QUOTES, "first line second line", BACKSLASH, RIGHT_TO_LEFT, BOLD);

    private static final String BARS = "measure=safe&by=area";
    private static final String LIKERT = "measure=safe_scale&by=area";
    private static final String LINE = "measure=safe&by=wave,student";

    @Test
    void labels_come_back_from_the_svg_as_they_are() {
        for (int width : List.of(Plot.WIDE, Plot.NARROW)) {
            assertThat(spaceless(Payloads.texts(Plot.of(survey.ask(BARS)).svg(width))))
                    .containsAll(spaceless(LABELS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BARS, LIKERT, LINE})
    void an_svg_holds_nothing_that_runs_or_is_fetched(String query) {
        String svg = Plot.of(survey.ask(query)).svg();
        org.w3c.dom.NodeList all = Payloads.xml(svg).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getNodeName())
                    .isIn("svg", "title", "desc", "style", "text", "tspan", "rect", "path", "defs", "pattern", "g");
            for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
                org.w3c.dom.Node attribute = all.item(i).getAttributes().item(j);
                assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotEqualTo("href");
                assertThat(attribute.getNodeValue().replaceAll("url\\(#dd-[a-z0-9-]+\\)", ""))
                        .doesNotContain("url(");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BARS, LIKERT, LINE})
    void an_svg_within_a_page_stays_one_element(String query) {
        Plot plot = Plot.of(survey.ask(query));
        Document page = Jsoup.parse("<main>" + plot.html() + "</main><footer>end</footer>");
        assertThat(page.select("script, a, b, iframe, img")).isEmpty();
        assertThat(page.select("main svg")).hasSize(2);
        assertThat(page.select("body > footer")).hasSize(1);
        assertThat(page.select("figcaption").text()).contains("Practice data");
    }

    @Test
    void labels_come_back_from_the_html_of_figure_and_table() {
        Plot plot = Plot.of(survey.ask(BARS));
        for (String html : List.of(plot.html(), ResultTable.of(plot.cleared()).html())) {
            Document page = Jsoup.parse(html);
            assertThat(page.select("tbody th[scope=row]").eachText()).containsExactlyInAnyOrderElementsOf(LABELS);
            assertThat(page.select("thead th").first().text()).isEqualTo("Area " + SCRIPT);
        }
    }

    @Test
    void a_title_in_an_attribute_stays_in_its_attribute() {
        Document page = Jsoup.parse(ResultTable.of(survey.ask(BARS)).html());
        Element region = page.selectFirst("[role=group]");
        assertThat(region.attr("aria-label")).contains(SCRIPT).contains("\\ \" '");
        assertThat(region.attributes().asList()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {BARS, LIKERT, LINE})
    void the_specification_stands_in_a_script_element_and_reads_back(String query) {
        String json = Plot.of(survey.ask(query)).json();
        Document page = Jsoup.parse("<script type=\"application/json\">" + json + "</script><p>end</p>");
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("body > p")).hasSize(1);
        JsonNode spec = Payloads.json(page.selectFirst("script").data());
        assertThat(spec.fieldNames()).toIterable().containsExactly("data", "layout", "config", "themes");
        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {BARS, LIKERT, LINE})
    void plotly_is_given_no_markup_but_line_breaks_and_bold(String query) {
        for (int width : List.of(Plot.WIDE, Plot.NARROW)) {
            List<String> texts = new ArrayList<>();
            collect(Payloads.json(Plot.of(survey.ask(query)).json(width)), texts);
            assertThat(texts)
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(
                                    text.replace("<br>", "").replace("<b>", "").replace("</b>", ""))
                            .doesNotContain("<", ">"));
        }
    }

    @Test
    void plotly_is_given_the_labels_with_entities() {
        JsonNode ticks = Payloads.json(Plot.of(survey.ask(BARS)).json())
                .path("layout")
                .path("yaxis")
                .path("ticktext");
        List<String> labels = new ArrayList<>();
        ticks.forEach(tick ->
                labels.add(Jsoup.parse(tick.asText().replace("<br>", "")).text()));
        assertThat(spaceless(labels)).containsExactlyInAnyOrderElementsOf(spaceless(LABELS));
    }

    @Test
    void the_script_of_a_figure_is_one_element_and_its_id_a_string() {
        String script = Plot.of(survey.ask(BARS)).figure().asJavascript("a'b</script>");
        Document page = Jsoup.parse(script + "<p>end</p>");
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("p")).hasSize(1);
        assertThat(page.selectFirst("script").data()).contains("getElementById(\"a'b\\u003C/script\\u003E\")");
    }

    @Test
    void every_trace_writes_itself_without_ending_its_script() {
        for (var trace : Plot.of(survey.ask(LIKERT)).figure().getTraces()) {
            assertThat(trace.asJavascript(0)).startsWith("var trace0 = {").doesNotContain("<");
        }
    }

    @Test
    void a_table_of_text_keeps_one_line_a_row() {
        String text = ResultTable.of(survey.ask(BARS)).text();
        assertThat(text).contains("first line second line").contains(BOLD).contains(SCRIPT);
    }

    @Test
    void the_json_of_a_table_reads_back() {
        String json = ResultTable.of(survey.ask(BARS)).json();
        assertThat(json).doesNotContain("<");
        assertThat(Payloads.json(json).path("rows").findValuesAsText("label"))
                .containsExactlyInAnyOrder(SCRIPT, QUOTES, NEWLINE, BACKSLASH, RIGHT_TO_LEFT, BOLD);
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }

    /** Labels without their spaces, since long words and lines are broken where there is no room. */
    private static List<String> spaceless(List<String> labels) {
        return labels.stream().map(label -> label.replaceAll("\\s", "")).toList();
    }
}
