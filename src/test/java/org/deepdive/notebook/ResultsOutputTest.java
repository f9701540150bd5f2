package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.deepdive.analysis.Description;
import org.deepdive.plot.Plot;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Descriptions, and several results at once, as outputs of a cell. */
class ResultsOutputTest extends SmallStudyTests {

    private static Document html(Object value) {
        return Jsoup.parseBodyFragment(RichDisplay.of(value).html().orElseThrow());
    }

    @Test
    void a_description_is_its_title_its_facts_and_a_table_of_its_parts() {
        Description description = study.describe();
        Document page = html(description);
        assertThat(page.select(".dd-title").text()).isEqualTo(description.title());
        assertThat(page.select("table").first().text()).contains("Data", "Practice data", "Population");
        assertThat(page.select("table").last().select("thead th").eachText())
                .containsExactly("measure", "label", "kind");
        assertThat(page.select("table").last().select("tbody tr"))
                .hasSize(description.tablesaw().rowCount());
        assertThat(RichDisplay.of(description).text())
                .isEqualTo(description.toString().stripTrailing());
        assertThat(html(study.variable("area")).text())
                .isEqualTo(html(study.describe("area")).text());
    }

    @Test
    void words_of_a_description_are_words_and_not_html() {
        Description hostile = new Description(
                "<b>title</b>",
                List.of("Fact: <script>alert(1)</script>", "no colon <i>"),
                Table.create("<u>", StringColumn.create("<s>", "<img src=x>")));
        Document page = html(hostile);
        assertThat(page.select("b, i, u, s, img")).isEmpty();
        assertThat(page.select("td, th").eachText())
                .contains("<script>alert(1)</script>", "no colon <i>", "<img src=x>");
    }

    @Test
    void several_plots_stand_below_one_another() {
        Plot plot = study.measure("agree").by("area").estimate().plot();
        Document page = html(List.of(plot, plot, study.measure("agree").estimate()));
        assertThat(page.select("figure.dd-figure")).hasSize(2);
        assertThat(page.select(".dd-out")).hasSize(3);
        assertThat(RichDisplay.of(List.of(plot, plot)).text())
                .isEqualTo(RichDisplay.of(plot).text() + "\n\n"
                        + RichDisplay.of(plot).text());
    }

    @Test
    void of_very_many_results_the_first_are_shown_and_how_many_more_there_are_is_said() {
        Plot plot = study.measure("agree").estimate().plot();
        Document page = html(Collections.nCopies(30, plot));
        assertThat(page.select("figure.dd-figure")).hasSize(24);
        assertThat(page.text()).endsWith("The first 24 of 30 results; 6 more are not shown.");
    }

    @Test
    void words_stand_line_by_line_also_beside_a_result() {
        assertThat(html(List.of("one", "two")).select("li").eachText()).containsExactly("one", "two");
        assertThat(html(List.of("one", study.measure("agree").estimate())).select("li"))
                .hasSize(2);
    }
}
