package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Cell;
import org.deepdive.table.ModelTable;
import org.deepdive.table.SmallSurvey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of unadjusted and adjusted values: what it shows, what is said around it, and labels that stay labels. */
class ModelPlotTest {

    private static final String SCRIPT = "</script><script>alert(1)</script>";
    private static final String BOLD = "<b>x</b> & <a href=\"javascript:alert(1)\">y</a>";
    private static final String QUOTES = "\"Don't\" 'quote' `me` %{x} ${y} {{z}}";
    private static final String QUESTION = "measure=safe&terms=area,age,student";

    private static SmallSurvey survey;
    private static SmallSurvey hostile;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurveys() throws Exception {
        survey = SmallSurvey.in(Files.createDirectories(folder.resolve("plain")));
        Map<String, String> labels = new HashMap<>();
        labels.put("area", "Area " + SCRIPT);
        labels.put("age", BOLD);
        labels.put("area.north", SCRIPT);
        labels.put("area.south", BOLD);
        labels.put("area.coast", QUOTES);
        labels.put("area.moor", "first line\nsecond line");
        labels.put("measure:safe", "Feel safe " + SCRIPT + " \\ \" ' \n ]]> --> \u2028");
        hostile = SmallSurvey.in(Files.createDirectories(folder.resolve("hostile")), labels, true);
    }

    private static ModelPlot plot() {
        return ModelPlot.of(survey.model(QUESTION));
    }

    private static Map<String, String> payloads(ModelPlot plot) {
        ModelTable table = ModelTable.of(plot.cleared());
        Map<String, String> payloads = new HashMap<>();
        payloads.put("svg", plot.svg());
        payloads.put("narrow svg", plot.svg(Plot.NARROW));
        payloads.put("plotly", plot.json());
        payloads.put("figure", plot.figure().asJavascript("here"));
        payloads.put("html", plot.html());
        payloads.put("alt text", plot.altText());
        payloads.put("caption", plot.caption());
        payloads.put("text", table.text());
        payloads.put("json", table.json());
        return payloads;
    }

    @Test
    void every_payload_carries_the_label_of_its_data() {
        payloads(plot()).forEach((name, payload) -> assertThat(payload).as(name).contains("Practice data"));
        assertThat(ModelTable.of(plot().cleared()).csv().strip().lines().skip(1))
                .allMatch(l -> l.endsWith(",practice"));
    }

    @Test
    void each_group_has_both_values_and_the_first_row_names_them() {
        ModelPlot plot = plot();
        List<String> texts = Payloads.texts(plot.svg());
        assertThat(texts)
                .filteredOn(t -> t.matches("\\d\\d%.*"))
                .filteredOn(t -> t.contains("adjusted"))
                .hasSize(2);
        assertThat(texts).anyMatch(t -> t.matches("\\d\\d% unadjusted")).anyMatch(t -> t.matches("\\d\\d% adjusted"));
        assertThat(texts).contains("North Smallshire", "Port", "Isle");
        List<Double> adjusted = plot.cleared().value().groups().adjusted().stream()
                .map(row -> ((Cell.Estimate) row.cell()).value())
                .toList();
        JsonNode spec = Payloads.json(plot.json());
        assertThat(spec.path("data")).hasSize(2);
        List<Double> drawn = new ArrayList<>();
        spec.at("/data/1/x").forEach(x -> drawn.add(x.asDouble()));
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(adjusted);
        assertThat(drawn).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(spec.at("/data/0/name").asText()).isEqualTo("unadjusted");
        assertThat(spec.at("/data/0/marker/symbol").asText()).isEqualTo("square");
        assertThat(spec.at("/data/1/marker/symbol").asText()).isEqualTo("circle");
        assertThat(spec.at("/data/1/marker/color").asText()).isEqualTo("#12436D");
        assertThat(spec.at("/data/1/error_x/array")).hasSameSizeAs(drawn);
    }

    @Test
    void ordered_groups_keep_their_order() {
        ModelPlot plot = ModelPlot.of(survey.model("measure=safe&terms=age,area"));
        assertThat(Payloads.texts(plot.svg())).containsSubsequence("16 to 29", "30 to 44", "45 to 64", "65 and over");
    }

    @Test
    void the_words_say_what_was_adjusted_for_and_how() {
        ModelPlot plot = plot();
        assertThat(plot.title())
                .isEqualTo("Feel very or fairly safe in the local area, by area, unadjusted and adjusted");
        assertThat(plot.subtitle())
                .isEqualTo("Percentage: Residents of Smallshire aged 16 and over, Q2 2021 to Q3 2023;"
                        + " adjusted for Age band and Student");
        assertThat(plot.caption())
                .startsWith("Practice data. Invented respondents")
                .containsPattern("Base \\(unweighted\\): [\\d,]+0; the same respondents for both values\\.")
                .containsPattern("Left out: \\d+0 \\(Feel safe locally: no answer, or not in the measure's base\\)\\.")
                .contains("Weighted estimates.")
                .contains("average marginal predictions of a survey-weighted logistic regression")
                .contains("everybody's mix of Age band and Student.")
                .contains("95% confidence intervals")
                .contains("Question (wording assumed): “How safe do you feel in your local area?”")
                .contains("Source: Small Safety Survey, Smallshire Council. Safety report 2023.");
        assertThat(plot.altText())
                .startsWith("Dot plot with intervals.")
                .containsPattern("Port \\d\\d%.* \\(\\d\\d% to \\d\\d%\\) unadjusted, \\d\\d%")
                .contains("once adjusted for Age band and Student");
        assertThat(plot.footnotes()).anyMatch(line -> line.contains("The axis does not start at zero."));
    }

    @Test
    void marks_of_reliability_reach_the_picture_and_its_notes() {
        ModelPlot plot = plot();
        assertThat(Payloads.texts(plot.svg())).anyMatch(t -> t.matches("\\d\\d% .*\\[low].*"));
        assertThat(plot.footnotes()).anyMatch(line -> line.contains("[low] base under 100"));
    }

    @Test
    void a_mean_is_drawn_on_its_own_axis() {
        ModelPlot plot =
                ModelPlot.of(survey.model("measure=safe_score&where=area:north/south/coast/moor&terms=area,age"));
        assertThat(plot.subtitle()).startsWith("Mean score: ");
        assertThat(Payloads.texts(plot.svg())).contains("Mean score");
        assertThat(plot.caption()).contains("linear regression");
    }

    @Test
    void hostile_labels_come_back_from_the_svg_as_they_are() {
        ModelPlot plot = ModelPlot.of(hostile.model(QUESTION));
        for (int width : List.of(Plot.WIDE, Plot.NARROW)) {
            String svg = plot.svg(width);
            assertThat(spaceless(Payloads.texts(svg)))
                    .containsAll(spaceless(List.of(SCRIPT, BOLD, QUOTES, "first line second line")));
            org.w3c.dom.NodeList all = Payloads.xml(svg).getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                assertThat(all.item(i).getNodeName())
                        .isIn("svg", "title", "desc", "style", "text", "tspan", "rect", "path", "defs", "pattern", "g");
            }
        }
    }

    @Test
    void hostile_labels_stay_text_in_pages_and_scripts() {
        ModelPlot plot = ModelPlot.of(hostile.model(QUESTION));
        Document page = Jsoup.parse("<main>" + plot.html() + "</main><footer>end</footer>");
        assertThat(page.select("script, a, b, iframe, img")).isEmpty();
        assertThat(page.select("main svg")).hasSize(2);
        assertThat(page.select("body > footer")).hasSize(1);
        assertThat(page.select("tbody th[scope=row]").eachText()).contains(SCRIPT, BOLD, QUOTES);
        for (String json : List.of(
                plot.json(),
                plot.json(Plot.NARROW),
                ModelTable.of(plot.cleared()).json())) {
            assertThat(json).doesNotContain("<", ">", "&", "\u2028");
            assertThat(Payloads.json(json).isObject()).isTrue();
        }
        List<String> texts = new ArrayList<>();
        collect(Payloads.json(plot.json()), texts);
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(
                                text.replace("<br>", "").replace("<b>", "").replace("</b>", ""))
                        .doesNotContain("<", ">"));
        assertThat(ModelTable.of(plot.cleared()).text())
                .contains("first line second line")
                .contains(SCRIPT);
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
