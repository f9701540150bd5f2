package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernelspec, and the folders that Jupyter looks in. */
class NotebookInstallTest {

    private static final NotebookInstall PROGRAM =
            new NotebookInstall(Path.of("/opt/a jdk/bin/java"), Path.of("/opt/deepdive.jar"));

    @TempDir
    Path temp;

    private Path install(String name, boolean force) {
        return PROGRAM.install(temp, name, "Java (Deepdive)", force);
    }

    private Path foreign() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("kernels/java"));
        return Files.writeString(
                folder.resolve("kernel.json"), "{\"argv\":[\"java\",\"other.Kernel\"],\"display_name\":\"Other\"}");
    }

    @Test
    void the_kernelspec_starts_the_kernel_of_the_packaged_program() throws IOException {
        Path folder = install("java", false);
        assertThat(folder).isEqualTo(temp.resolve("kernels/java"));
        JsonNode spec = new ObjectMapper().readTree(Files.readString(folder.resolve("kernel.json")));
        assertThat(spec.at("/argv"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "/opt/a jdk/bin/java",
                        "-cp",
                        "/opt/deepdive.jar",
                        "org.deepdive.notebook.KernelMain",
                        "{connection_file}");
        assertThat(spec.at("/display_name").asText()).isEqualTo("Java (Deepdive)");
        assertThat(spec.at("/language").asText()).isEqualTo("java");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void its_own_kernelspec_is_replaced_without_a_word() {
        install("java", false);
        assertThat(install("java", false)).isDirectory();
    }

    @Test
    void another_programs_kernelspec_is_left_alone_unless_forced() throws IOException {
        Path file = foreign();
        assertThatThrownBy(() -> install("java", false))
                .isInstanceOf(InputException.class)
                .hasMessage("Another program's kernel (Other) is registered as \"java\": " + file
                        + ". Choose another name with --name, or replace it with --force.");
        assertThat(Files.readString(file)).contains("other.Kernel");
        install("java", true);
        assertThat(Files.readString(file)).contains("org.deepdive.notebook.KernelMain");
    }

    @Test
    void a_kernelspec_that_is_not_json_counts_as_another_programs() throws IOException {
        Files.writeString(foreign(), "not json");
        assertThatThrownBy(() -> install("java", false))
                .hasMessageStartingWith("Another program's kernel is registered as \"java\"");
    }

    @Test
    void a_name_that_leaves_the_folder_is_refused() {
        assertThatThrownBy(() -> install("../java", false))
                .hasMessage("\"../java\" cannot be the name of a kernel."
                        + " Jupyter's names have small letters, digits, dots, hyphens and underscores,"
                        + " a letter or digit first.");
        assertThatThrownBy(() -> install("..", false)).hasMessageContaining("cannot be the name of a kernel");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_named() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> PROGRAM.install(file, "java", "Java", false))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The kernelspec cannot be written to " + file)
                .hasMessageEndingWith("Name a folder that you may write to with --prefix.");
    }

    @Test
    void classes_that_are_not_packaged_cannot_be_registered() {
        assertThatThrownBy(NotebookInstall::ofThisProgram)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("Jupyter can only start the packaged program, and this one runs from the folder"
                        + " of classes ")
                .hasMessageEndingWith("run java -jar target/deepdive.jar notebook install.");
    }

    @Test
    void the_data_folder_is_where_jupyter_looks_on_each_system() {
        Path home = Path.of("/home/me");
        assertThat(new JupyterFolders("Linux", Map.of(), home).data()).isEqualTo(home.resolve(".local/share/jupyter"));
        assertThat(new JupyterFolders("Linux", Map.of("XDG_DATA_HOME", "/x"), home).data())
                .isEqualTo(Path.of("/x/jupyter"));
        assertThat(new JupyterFolders("Mac OS X", Map.of("XDG_DATA_HOME", "/x"), home).data())
                .isEqualTo(home.resolve("Library/Jupyter"));
        assertThat(new JupyterFolders("Windows 11", Map.of("APPDATA", "/roaming"), home).data())
                .isEqualTo(Path.of("/roaming/jupyter"));
        assertThat(new JupyterFolders("Linux", Map.of("JUPYTER_DATA_DIR", "/mine"), home).data())
                .isEqualTo(Path.of("/mine"));
        assertThat(JupyterFolders.dataBelow(Path.of("/venv"))).isEqualTo(Path.of("/venv/share/jupyter"));
    }
}
