package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServedSite.Shared.class)
class NotebookPagesTest {

    private final ServedSite site;

    NotebookPagesTest(ServedSite site) {
        this.site = site;
    }

    static Stream<String> notebooks() {
        return PackagedNotebooks.names().stream();
    }

    @Test
    void the_list_has_every_notebook_with_what_it_is_about() {
        Document page = site.page("/notebooks");
        assertThat(page.select(".card h2 a").eachAttr("href"))
                .containsExactlyElementsOf(
                        notebooks().map(name -> "/notebooks/" + name).toList());
        assertThat(page.select(".card > p:not(.card-label, .card-note)").eachText())
                .allSatisfy(lead -> assertThat(lead.length()).isGreaterThan(80));
        assertThat(page.select("nav a[aria-current]").eachText()).contains("Notebooks");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_is_a_page_with_its_cells_and_what_they_showed(String name) {
        Notebook notebook = NotebookReader.read(name, PackagedNotebooks.text(name));
        Document page = site.page("/notebooks/" + name);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".nb-cell").eachAttr("id"))
                .containsExactlyElementsOf(notebook.cells().stream()
                        .filter(Cell.Code.class::isInstance)
                        .map(cell -> "cell-" + cell.id())
                        .toList());
        assertThat(page.select(".nb-cell:not(:has(.nb-output, .nb-note))"))
                .as("cells that show nothing")
                .isEmpty();
        assertThat(page.select("main script, main style, main [style], main [onclick], main iframe"))
                .isEmpty();
        assertThat(page.select("main img:not([src^=data:image/][alt])")).isEmpty();
        assertThat(page.select(".practice-strip")).hasSize(name.equals("consultation") ? 0 : 1);
        assertThat(page.select(".contents a").eachAttr("href"))
                .allSatisfy(anchor -> assertThat(page.select(anchor)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void its_file_is_what_is_packaged_and_can_be_read_again(String name) {
        HttpResponse<String> file = site.get("/notebooks/" + name + ".ipynb");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).contains("application/x-ipynb+json");
        assertThat(file.headers().firstValue("content-disposition"))
                .contains("inline; filename=\"" + name + ".ipynb\"");
        assertThat(file.body()).isEqualTo(PackagedNotebooks.text(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/notebooks/student", "/notebooks/student.ipynb", "/notebooks/..%2f..%2fpom", "/notebooks/.ipynb"
            })
    void a_notebook_that_there_is_not_is_told_with_the_nearest(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        if (path.contains("student")) {
            assertThat(answer.body()).contains("There is no notebook", "student", "Did you mean", "students");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/pcss/safe_local.ipynb?by=sex",
                "/model/pcss/confident_emergency.ipynb?terms=sex,age_band",
                "/compare/pcss.ipynb?title=Trust&of=Measure&first=women&second=men"
                        + "&row=trust;where=sex:female~trust;where=sex:male~Trust",
                "/deepdives/students/safety-1.ipynb"
            })
    void every_plot_has_a_notebook_that_asks_its_question(String path) {
        Notebook notebook = NotebookReader.read("plot.ipynb", site.get(path).body());
        assertThat(notebook.kernelName()).contains("java");
        String words = notebook.cells().get(0).source();
        assertThat(words).startsWith("# ").contains("**Practice data.**", "java -jar deepdive.jar notebook run");
        assertThat(notebook.cells().subList(1, notebook.cells().size()))
                .hasSizeGreaterThan(1)
                .allSatisfy(cell -> {
                    assertThat(cell).isInstanceOf(Cell.Code.class);
                    assertThat(cell.source().chars().filter(c -> c == '(').count())
                            .isEqualTo(
                                    cell.source().chars().filter(c -> c == ')').count());
                });
        assertThat(notebook.cells().get(1).source()).isEqualTo("import org.deepdive.analysis.*;");
    }

    @Test
    void a_plots_menu_leads_to_its_notebook() {
        Element link = site.page("/explore/pcss/safe_local?by=sex").selectFirst(".export-files a[href*=.ipynb]");
        assertThat(link.attr("href")).isEqualTo("/explore/pcss/safe_local.ipynb?by=sex");
        assertThat(link.ownText()).isEqualTo("Notebook");
    }
}
