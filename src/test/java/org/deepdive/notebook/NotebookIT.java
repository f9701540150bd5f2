package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.deepdive.analysis.Answer;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Question;
import org.deepdive.analysis.Studies;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.NotebookWriter;
import org.deepdive.notebook.format.Output;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.deepdive.notebook.format.RunRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The notebooks, executed by a real Jupyter with the packaged kernel. With {@code -Dnotebooks.update=true} the outputs in the
 * repository are replaced by the fresh ones.
 */
class NotebookIT {

    private static final Path FOLDER = Path.of("notebooks");
    private static final int MOST_BYTES = 300_000;

    /** The cells that recompute a publication's figures. */
    private static final Map<String, Map<String, String>> FIGURES = Map.of(
            "students", Map.of("figures", "students"),
            "trust-and-confidence", Map.of("figures", "trust"),
            "victims", Map.of("figures", "victims"),
            "policing-survey", Map.of("figures", "pcss-headlines"));

    @TempDir
    static Path temp;

    static List<String> notebooks() {
        return PackagedNotebooks.names();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_runs_from_top_to_bottom_and_what_is_kept_of_it_is_what_comes_out(String name) throws Exception {
        Optional<Jupyter> jupyter = Jupyter.withKernel(temp, "that the notebooks run and are up to date");
        if (jupyter.isEmpty()) {
            return;
        }
        Path file = FOLDER.resolve(name + PackagedNotebooks.SUFFIX);
        NotebookFile fresh = jupyter.get().execute(file);
        if (Boolean.getBoolean("notebooks.update")) {
            NotebookWriter.write(RunRecords.today(fresh.notebook()), file);
        }
        everyCodeCellShowsOneResult(fresh);
        for (Map.Entry<String, String> cell :
                FIGURES.getOrDefault(name, Map.of()).entrySet()) {
            FigureLedger ledger = Studies.reproduce().of(cell.getValue());
            assertThat(fresh.text(cell.getKey()))
                    .startsWith(ledger.rows().size() + " figures and findings: " + ledger.count("reproduced")
                            + " reproduced");
        }
        if (name.equals("students")) {
            theStudentsNotebookShowsWhatJavaComputes(fresh);
        }
        theCommittedOutputsAreTheFreshOnes(file, fresh);
        assertThat(RunRecord.of(NotebookReader.read(file)).orElseThrow().data())
                .as("the data that it was run on")
                .isEqualTo(RunRecords.of(NotebookReader.read(file)));
    }

    private static void theStudentsNotebookShowsWhatJavaComputes(NotebookFile fresh) {
        OpenStudy pcss = Studies.open("pcss");
        theEstimateIsTheOneOfJava(fresh, pcss);
        theDifferencesAreThoseOfJava(fresh, pcss);
        theFiguresAreReproduced(fresh, pcss);
        everyPlotIsInteractiveWithATwin(fresh);
    }

    private static void everyCodeCellShowsOneResult(NotebookFile notebook) {
        for (JsonNode cell : notebook.root().path("cells")) {
            boolean givesValues = cell.at("/metadata/tags/0").asText().equals("parameters");
            if (cell.path("cell_type").asText().equals("code") && !givesValues) {
                JsonNode output = notebook.output(cell.path("id").asText());
                assertThat(output.path("output_type").asText())
                        .as(output.toString())
                        .isEqualTo("execute_result");
            }
        }
    }

    private static void theEstimateIsTheOneOfJava(NotebookFile notebook, OpenStudy pcss) {
        Answer safe = pcss.measure("safe_local")
                .by("sex")
                .where("student", "yes")
                .waves("2021Q2", "2023Q2")
                .estimate();
        assertThat(notebook.text("safe")).isEqualTo(safe.table().text().stripTrailing());
        Elements shown = Jsoup.parse(notebook.html("tablesaw")).select("tbody tr");
        List<EstimateRow> rows = safe.cleared().value().rows();
        assertThat(shown).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = shown.get(i).select("td").eachText();
            assertThat(shown.get(i).select("th").text()).isEqualTo(rows.get(i).label());
            if (rows.get(i).cell() instanceof Cell.Estimate estimate) {
                assertThat(row).contains(String.valueOf(estimate.value()), String.valueOf(estimate.se()));
            } else {
                assertThat(String.join("", row)).contains("[c]").doesNotContainPattern("\\d");
            }
        }
        assertThat(notebook.text("link"))
                .endsWith("/explore/pcss/unsafe_local?by=student,sex&where=sex:female/male&waves=2021Q2..2023Q2");
    }

    private static void theDifferencesAreThoseOfJava(NotebookFile notebook, OpenStudy pcss) {
        Question students = pcss.measure("unsafe_local").where("student", "yes").waves("2021Q2", "2023Q2");
        assertThat(notebook.text("women-men"))
                .startsWith(students.where("sex", "female")
                        .minus(students.where("sex", "male"))
                        .sentence());
        Question issue = pcss.measure("community_issue").waves("2021Q2", "2023Q2");
        assertThat(notebook.text("students-wider"))
                .startsWith(issue.where("student", "yes").minus(issue).sentence());
    }

    private static void theFiguresAreReproduced(NotebookFile notebook, OpenStudy pcss) {
        long figures = pcss.reproduce("students").rows().size();
        long reproduced = pcss.reproduce("students").count("reproduced");
        assertThat(reproduced).isGreaterThanOrEqualTo(28);
        assertThat(notebook.text("figures"))
                .startsWith(figures + " figures and findings: " + reproduced + " reproduced");
        Document page = Jsoup.parse(notebook.html("figures"));
        assertThat(page.select("tbody tr:not(:has(.dd-heading))")).hasSize((int) figures);
        assertThat(page.select("tr:has(th:contains(students-safe-study-reason-secure)) td")
                        .eachText())
                .startsWith("26%", "26.2%");
    }

    private static void everyPlotIsInteractiveWithATwin(NotebookFile notebook) {
        for (String plot : List.of("unsafe-plot", "scale-plot", "lines")) {
            JsonNode data = notebook.output(plot).path("data");
            assertThat(data.has("image/svg+xml")).as("SVG of " + plot).isTrue();
            Document page = Jsoup.parse(notebook.html(plot));
            assertThat(page.select("figure[data-path] img[src^=data:image/svg+xml;base64,]"))
                    .hasSize(1);
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select("script[src], link, iframe, img:not([src^=data:])"))
                    .isEmpty();
            assertThat(page.selectFirst("img").attr("alt")).contains("Practice data");
        }
    }

    private static void theCommittedOutputsAreTheFreshOnes(Path file, NotebookFile fresh) throws Exception {
        String how = "outputs of " + file + "; to renew them: mvn verify -Dit.test=NotebookIT -Dnotebooks.update=true";
        NotebookFile committed = NotebookFile.read(file);
        assertThat(committed.outputs().keySet())
                .as(how)
                .isEqualTo(fresh.outputs().keySet());
        fresh.outputs()
                .forEach((id, shown) -> assertThat(committed.outputs().get(id))
                        .as(id + ", one of the " + how)
                        .isEqualTo(shown));
        assertThat(committed.root().path("metadata")).isEqualTo(fresh.root().path("metadata"));
        String text = Files.readString(file);
        assertThat(text.length()).as("size of " + file).isLessThan(MOST_BYTES);
        assertThat(text)
                .doesNotContain(
                        System.getProperty("user.home") + "/",
                        System.getProperty("user.dir"),
                        System.getProperty("java.io.tmpdir") + "/",
                        "\"execution\"",
                        System.getProperty("java.version"));
    }

    @Test
    void a_mistake_in_a_cell_is_told_in_its_own_words_and_can_be_put_right() throws Exception {
        Optional<Jupyter> jupyter = Jupyter.withKernel(temp, "that a mistake in a cell can be read");
        if (jupyter.isEmpty()) {
            return;
        }
        Path notebook = Files.writeString(temp.resolve("mistakes.ipynb"), """
                {"cells": [
                  {"cell_type": "code", "id": "study", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "org.deepdive.analysis.Studies.open(\\"pcs\\")"},
                  {"cell_type": "code", "id": "measure", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "org.deepdive.analysis.Studies.open(\\"pcss\\").measure(\\"safe_locl\\")"},
                  {"cell_type": "code", "id": "compile", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "int one = 1;\\nint two = undeclared;"},
                  {"cell_type": "code", "id": "right", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "\\"a <b>plain</b> text\\""}
                 ],
                 "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
                 "nbformat": 4, "nbformat_minor": 5}
                """);
        NotebookFile fresh = jupyter.get().execute(notebook, "--allow-errors");
        assertThat(fresh.output("study").path("evalue").asText())
                .startsWith("There is no study \"pcs\". Did you mean \"pcss\"? Allowed: ");
        assertThat(fresh.output("measure").path("evalue").asText())
                .startsWith("There is no measure \"safe_locl\". Did you mean \"safe_local\"? Allowed: safe_local, ");
        assertThat(told(fresh, "measure"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("There is no measure \"safe_locl\". Did you mean \"safe_local\"? Allowed: ");
        assertThat(told(fresh, "measure").get(1))
                .isEqualTo("  cell [2], line 1: org.deepdive.analysis.Studies.open(\"pcss\").measure(\"safe_locl\")");
        assertThat(told(fresh, "compile"))
                .containsExactly(
                        "This does not compile: cannot find symbol",
                        "  symbol:   variable undeclared",
                        "  cell [3], line 2: int two = undeclared;",
                        "                              ^");
        assertThat(fresh.text("right")).isEqualTo("a <b>plain</b> text");
    }

    /** What the error of a cell shows, line by line and without colours. */
    private static List<String> told(NotebookFile notebook, String id) {
        return StreamSupport.stream(notebook.output(id).path("traceback").spliterator(), false)
                .map(line -> Output.withoutColours(line.asText()))
                .toList();
    }
}
