package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepdive.notebook.format.NotebookReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged program is ended from outside while it runs a notebook, as by Ctrl-C. */
class EndedRunIT extends ProgramRuns {

    private static final int MOST_SECONDS = 60;

    private Process program;
    private List<ProcessHandle> kernels = List.of();

    @AfterEach
    void leave_nothing() {
        program.destroyForcibly();
        kernels.forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts a run and waits until its second cell does. */
    private void start() throws Exception {
        Path begun = temp.resolve("begun");
        Path notebook = Files.writeString(temp.resolve("long.ipynb"), """
                {"cells": [
                  {"cell_type": "code", "id": "first", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "1 + 1"},
                  {"cell_type": "code", "id": "long", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "System.out.println(\\"halfway\\");\\njava.nio.file.Files.createFile(java.nio.file.Path.of(\\"begun\\"));\\nThread.sleep(300_000);"},
                  {"cell_type": "code", "id": "never", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "3"}
                 ],
                 "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
                 "nbformat": 4, "nbformat_minor": 5}
                """);
        ProcessBuilder builder = program(temp, temp.resolve("output"), notebook.toString());
        // Whoever runs the tests in the background has them ignore Ctrl-C, and a program inherits that.
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        program = builder.start();
        for (int i = 0; i < MOST_SECONDS * 10 && !Files.exists(begun); i++) {
            Thread.sleep(100);
        }
        assertThat(begun).as(output()).exists();
        kernels = program.descendants().toList();
        assertThat(kernels).hasSize(1);
    }

    private String output() throws IOException {
        return Files.readString(temp.resolve("output"));
    }

    private void send(String signal, ProcessHandle... processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.of(processes).forEach(process -> command.add(String.valueOf(process.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private void assertSavedAndGone(int status) throws Exception {
        assertThat(program.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(output()).isEqualTo(status);
        assertThat(kernels).noneMatch(ProcessHandle::isAlive);
        assertThat(output())
                .contains(
                        "Ran 2 code cells of long with the kernel \"java\" (Java (Deepdive)) in ",
                        "  notebook  long.executed.ipynb",
                        "Cell 2 (long) stopped the run: The run was interrupted.",
                        "What ran is written, with the error.");
        Path saved = temp.resolve("long.executed.ipynb");
        assertThat(NotebookReader.read(saved).cells()).hasSize(3);
        NotebookFile notebook = NotebookFile.read(saved);
        assertThat(notebook.text("first")).isEqualTo("2");
        JsonNode interrupted = notebook.root().path("cells").get(1).path("outputs");
        assertThat(interrupted).hasSize(2);
        assertThat(interrupted.get(0).path("text").get(0).asText()).isEqualTo("halfway\n");
        assertThat(interrupted.get(1).path("ename").asText()).isEqualTo("Cancelled");
        assertThat(interrupted.get(1).path("evalue").asText()).isEqualTo("The run was interrupted.");
        assertThat(notebook.root().path("cells").get(2).path("outputs")).isEmpty();
        assertNoFolderIsLeft();
    }

    @Test
    void an_interrupted_run_saves_what_ran_and_leaves_no_kernel() throws Exception {
        start();
        send("INT", program.toHandle());
        assertSavedAndGone(130);
    }

    /** A terminal sends Ctrl-C to all that runs in it. */
    @Test
    void so_it_does_where_the_kernel_is_interrupted_too() throws Exception {
        start();
        send("INT", program.toHandle(), kernels.get(0));
        assertSavedAndGone(130);
    }

    @Test
    void a_run_that_is_told_to_end_saves_what_ran_and_leaves_no_kernel() throws Exception {
        start();
        send("TERM", program.toHandle());
        assertSavedAndGone(143);
    }

    @Test
    void the_kernel_of_a_killed_program_ends_by_itself() throws Exception {
        start();
        send("KILL", program.toHandle());
        assertThat(program.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        kernels.get(0).onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(kernels).noneMatch(ProcessHandle::isAlive);
        assertThat(temp.resolve("long.executed.ipynb")).doesNotExist();
    }
}
