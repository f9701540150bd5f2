package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.deepdive.notebook.page.RenderedNotebook;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program runs this project's notebooks, from an empty folder, and they come out as they are kept. */
class RunnerNotebooksIT extends ProgramRuns {

    static List<String> notebooks() {
        return PackagedNotebooks.names();
    }

    /** NotebookIT shows that what is kept is what a real Jupyter makes. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_comes_out_as_it_is_kept_which_is_as_jupyter_makes_it(String name) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("own"));
        Ran ran = run(folder, name, "--html", name + ".html");
        assertThat(ran.status()).as(ran.output()).isZero();
        NotebookFile kept = NotebookFile.read(Path.of("notebooks", name + ".ipynb"));
        NotebookFile fresh = NotebookFile.read(folder.resolve(name + ".executed.ipynb"));
        assertThat(fresh.outputs()).isEqualTo(kept.outputs());
        assertThat(fresh.root()).isEqualTo(kept.root());
        String title = RenderedNotebook.of(name, NotebookReader.read(folder.resolve(name + ".executed.ipynb")))
                .title();
        assertThat(Jsoup.parse(Files.readString(folder.resolve(name + ".html"))).title())
                .isEqualTo(title);
        assertNoFolderIsLeft();
    }
}
