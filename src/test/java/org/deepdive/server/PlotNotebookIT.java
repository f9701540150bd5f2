package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Question;
import org.deepdive.analysis.Retraceable;
import org.deepdive.analysis.Studies;
import org.deepdive.notebook.ProgramRuns;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebook of a plot, opened from its page and run by the packaged program, has the numbers of that page. */
class PlotNotebookIT extends ProgramRuns {

    /** The outputs of the notebook that a page links to, as text and as the rows of its tables. */
    private Document run(ServedSite site, String page) throws Exception {
        String link = site.page(page).select("a:contains(Open in notebook)").attr("href");
        assertThat(link).contains(".ipynb");
        Path notebook =
                Files.writeString(temp.resolve("plot.ipynb"), site.get(link).body());
        Ran ran = run(temp, notebook.toString(), "--out", "executed.ipynb");
        assertThat(ran.status()).as(ran.output()).isZero();
        StringBuilder html = new StringBuilder();
        for (JsonNode cell : new ObjectMapper()
                .readTree(temp.resolve("executed.ipynb").toFile())
                .path("cells")) {
            for (JsonNode shown : cell.path("outputs")) {
                JsonNode lines = shown.path("data").path("text/html");
                lines.forEach(line -> html.append(line.asText()));
                html.append(lines.isTextual() ? lines.asText() : "");
            }
        }
        return Jsoup.parseBodyFragment(html.toString());
    }

    static List<String> plots() {
        OpenStudy study = Studies.open(PackagedStudies.workspace(), "pcss");
        Question safe = study.measure("safe_local");
        Stream<Retraceable> results = Stream.of(
                safe.by("sex").estimate(),
                safe.model("sex").adjustedFor("age_band").fit(),
                safe.where("sex", "female").minus(safe.where("sex", "male")));
        return results.map(result -> result.doors().path().orElseThrow()).toList();
    }

    @ParameterizedTest
    @MethodSource("plots")
    void it_runs_and_finds_the_numbers_of_the_page(String plot) throws Exception {
        try (ServedSite site = new ServedSite(PackagedStudies.workspace())) {
            List<String> printed = site.page(plot).select("table.dd-table tbody td").eachText().stream()
                    .filter(cell -> cell.matches("[0-9]+%( to [0-9]+%)?|[0-9]+\\.[0-9]+ to .*"))
                    .toList();
            assertThat(printed).hasSizeGreaterThan(1);
            Document notebook = run(site, plot);
            assertThat(notebook.select("figure.dd-figure img.dd-picture")).isNotEmpty();
            assertThat(notebook.select("td").eachText()).containsAll(printed);
            assertThat(notebook.text()).contains("Practice data");
        }
    }
}
