package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.table.SmallSurvey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of gaps between two groups: which gaps it names, what is said around it, and labels that stay labels. */
class GapPlotTest {

    private static final String SCRIPT = "</script><script>alert(1)</script>";

    private static SmallSurvey survey;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readTheSurvey() throws Exception {
        survey = SmallSurvey.in(Files.createDirectories(folder.resolve("plain")));
    }

    private static GapPlot.Gap gap(String label, String first, String second) {
        return new GapPlot.Gap(label, survey.ask(first), survey.ask(second), survey.compare(first, second));
    }

    private static GapPlot plot(String label) {
        return GapPlot.of(
                "Students and others " + label,
                "Area",
                "students",
                "others",
                List.of(
                        gap("All " + label, "measure=safe&where=student:yes", "measure=safe&where=student:no"),
                        gap("Port against Isle", "measure=safe&where=area:port", "measure=safe&where=area:isle"),
                        gap("The same twice", "measure=safe&where=area:port", "measure=safe&where=area:port/isle")));
    }

    @Test
    void a_gap_is_named_where_its_adjusted_test_is_significant_and_nowhere_else() {
        GapPlot plot = plot("");
        List<String> texts = Payloads.texts(plot.svg());
        for (int row = 0; row < plot.gaps().size(); row++) {
            var test = plot.gaps().get(row).test().orElseThrow().value();
            assertThat(plot.adjusted().get(row)).isGreaterThanOrEqualTo(test.p());
            assertThat(plot.isSignificant(row)).isEqualTo(plot.adjusted().get(row) < 0.05);
        }
        long named = texts.stream()
                .filter(t -> t.matches(".* points (higher|lower)"))
                .count();
        assertThat(named)
                .isEqualTo(List.of(0, 1, 2).stream().filter(plot::isSignificant).count());
        assertThat(plot.isSignificant(2)).as("two groups that hardly differ").isFalse();
    }

    @Test
    void both_values_have_their_intervals_and_the_first_row_names_the_groups() {
        GapPlot plot = plot("");
        assertThat(Payloads.texts(plot.svg()))
                .anyMatch(t -> t.matches("\\d\\d% students"))
                .anyMatch(t -> t.matches("\\d\\d% others.*"));
        JsonNode spec = Payloads.json(plot.json());
        assertThat(spec.path("data")).hasSize(2);
        assertThat(spec.at("/data/0/error_x/array")).hasSize(3);
        assertThat(spec.at("/data/0/name").asText()).isEqualTo("students");
    }

    @Test
    void the_words_say_how_gaps_were_tested_and_what_data_they_are_of() {
        GapPlot plot = plot("");
        assertThat(plot.footnotes())
                .anyMatch(line -> line.startsWith("Practice data."))
                .anyMatch(
                        line -> line.contains("significant at 95% (design-based t test, Holm-adjusted over the rows)"));
        assertThat(plot.altText()).contains("students, ").contains("Practice data");
        assertThat(plot.tableHtml()).contains("Gap, where significant");
    }

    @Test
    void a_withheld_side_has_a_mark_and_no_gap() {
        String few = "measure=safe&where=sex:x";
        String many = "measure=safe&where=sex:female";
        GapPlot plot = GapPlot.of("Few", "Group", "few", "many", List.of(gap("Row", few, many)));
        assertThat(plot.gaps().get(0).test()).isEmpty();
        assertThat(plot.isSignificant(0)).isFalse();
        assertThat(Payloads.texts(plot.svg())).anyMatch(t -> t.contains("[c]"));
        assertThat(plot.svg()).doesNotContain("points higher", "points lower", "NaN");
        assertThat(plot.json()).doesNotContain("NaN");
    }

    @Test
    void hostile_labels_stay_text_in_pictures_pages_and_scripts() {
        GapPlot plot = plot(SCRIPT);
        Map<String, String> pages = new HashMap<>();
        pages.put("html", plot.html());
        pages.put("table", plot.tableHtml());
        pages.forEach((name, html) -> {
            Document page = Jsoup.parse("<main>" + html + "</main><footer>end</footer>");
            assertThat(page.select("script")).as(name).isEmpty();
            assertThat(page.select("body > footer")).as(name).hasSize(1);
        });
        for (int width : List.of(Drawing.WIDE, Drawing.NARROW)) {
            assertThat(Payloads.xml(plot.svg(width))
                            .getElementsByTagName("script")
                            .getLength())
                    .isZero();
        }
        assertThat(plot.json()).doesNotContain("<", ">", "&");
        assertThat(plot.figure().asJavascript("here")).doesNotContain("<script>alert");
    }
}
