package org.deepdive.notebook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.Output;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of notebooks with {@link FakeKernel}, well behaved and not. After each, nothing of its kernel is left. */
class NotebookRunnerTest {

    @TempDir
    Path temp;

    private Set<String> foldersBefore;

    @BeforeEach
    void note_what_is_there() throws IOException {
        foldersBefore = kernelFolders();
    }

    @AfterEach
    void nothing_of_the_kernel_is_left() throws IOException {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .as("processes")
                .isEmpty();
        assertThat(kernelFolders()).as("connection folders").isEqualTo(foldersBefore);
    }

    private static Set<String> kernelFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(
                            "deepdive-kernel-" + ProcessHandle.current().pid() + "-"))
                    .forEach(names::add);
            return names;
        }
    }

    private static KernelSpec kernel(String mode, KernelSpec.Interrupt interrupt) {
        return new KernelSpec(
                "fake",
                "Fake",
                "fake",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeKernel.class.getName(),
                        "{connection_file}",
                        mode),
                Map.of("FAKE", "home is ${HOME}, ${NOT_SET_ANYWHERE}"),
                interrupt,
                Optional.empty());
    }

    private RunOptions options() {
        return RunOptions.DEFAULTS
                .in(temp)
                .withTimestamps(false)
                .withStart(Duration.ofSeconds(30))
                .withCell(Duration.ofSeconds(40));
    }

    private RunResult run(RunOptions options, Cell... cells) {
        return run("plain", options, cells);
    }

    private RunResult run(String mode, RunOptions options, Cell... cells) {
        return new NotebookRunner(kernel(mode, KernelSpec.Interrupt.MESSAGE), options)
                .run(Notebook.of(JsonObject.EMPTY, List.of(cells)), RunListener.NONE);
    }

    private static Cell.Code code(String id, String source, String... tags) {
        var list = JsonNodeFactory.instance.arrayNode();
        Stream.of(tags).forEach(list::add);
        JsonObject metadata = tags.length == 0 ? JsonObject.EMPTY : JsonObject.EMPTY.with("tags", list);
        return new Cell.Code(id, metadata, source, OptionalInt.of(77), List.of(printed("old")));
    }

    private static Output.Stream printed(String text) {
        return new Output.Stream("stdout", text);
    }

    private static Output.DisplayData shown(String text) {
        return new Output.DisplayData(JsonObject.of("text/plain", text), JsonObject.EMPTY);
    }

    private static List<Output> outputs(RunResult result, int cell) {
        return ((Cell.Code) result.notebook().cells().get(cell)).outputs();
    }

    private static int count(RunResult result, int cell) {
        return ((Cell.Code) result.notebook().cells().get(cell))
                .executionCount()
                .orElse(-1);
    }

    private static RunFailure failure(RunResult result) {
        return result.failure().orElseThrow();
    }

    @Test
    void cells_run_in_order_and_their_messages_become_outputs() {
        List<String> told = new ArrayList<>();
        Notebook notebook = Notebook.of(
                JsonObject.of("kept", "yes"),
                List.of(
                        Cell.Markdown.of("text", "# Title"),
                        code("a", "print one\nprint two\nwarn three\nvalue 4"),
                        code("blank", " \n"),
                        code("skipped", "exit 1", "skip-execution"),
                        code("b", "folder\nenvironment FAKE")));
        RunResult result = new NotebookRunner(kernel("plain", KernelSpec.Interrupt.MESSAGE), options())
                .run(notebook, new RunListener() {
                    @Override
                    public void starting(KernelSpec spec) {
                        told.add("starts " + spec.name());
                    }

                    @Override
                    public void running(Cell.Code cell, int number, int count) {
                        told.add("runs " + cell.id() + " " + number + "/" + count);
                    }

                    @Override
                    public void ran(Cell.Code cell, int number, int count) {
                        told.add("ran " + cell.id() + " with " + cell.outputs().size());
                    }
                });
        assertThat(result.failure()).isEmpty();
        assertThat(outputs(result, 1))
                .containsExactly(
                        printed("one\ntwo\n"),
                        new Output.Stream("stderr", "three\n"),
                        new Output.ExecuteResult(
                                OptionalInt.of(1), JsonObject.of("text/plain", "4"), JsonObject.EMPTY));
        assertThat(outputs(result, 2)).as("left alone").containsExactly(printed("old"));
        assertThat(outputs(result, 3)).as("left alone").containsExactly(printed("old"));
        assertThat(outputs(result, 4))
                .containsExactly(printed(temp + "home is " + System.getenv("HOME") + ", ${NOT_SET_ANYWHERE}"));
        assertThat(count(result, 1)).isEqualTo(1);
        assertThat(count(result, 4)).isEqualTo(2);
        assertThat(result.ran()).isEqualTo(2);
        assertThat(result.notebook().metadata().text("kept")).contains("yes");
        assertThat(result.notebook().metadata().object("language_info").text("name"))
                .contains("fake");
        assertThat(told).containsExactly("starts fake", "runs a 1/2", "ran a with 3", "runs b 2/2", "ran b with 1");
    }

    @Test
    void timestamps_are_recorded_as_nbclient_does() {
        RunResult result = run(options().withTimestamps(true), code("a", "print one"));
        JsonObject execution = result.notebook().cells().get(0).metadata().object("execution");
        assertThat(execution.names())
                .containsExactlyInAnyOrder(
                        "iopub.status.busy", "iopub.execute_input", "iopub.status.idle", "shell.execute_reply");
        assertThat(execution.text("iopub.status.idle").orElseThrow())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @Test
    void outputs_are_cleared_and_displays_updated_across_cells() {
        RunResult result = run(
                options(),
                code("a", "show d first\nprint kept"),
                code("b", "print gone\nclear\nprint seen\nclear wait\nprint last"),
                code("c", "show - other\nupdate d second"),
                code("d", "print x\nclear wait"),
                code("e", "show d third"));
        assertThat(outputs(result, 0)).containsExactly(shown("third"), printed("kept\n"));
        assertThat(outputs(result, 1)).containsExactly(printed("last\n"));
        assertThat(outputs(result, 2)).containsExactly(shown("other"));
        assertThat(outputs(result, 3)).as("nothing came after it").containsExactly(printed("x\n"));
        assertThat(outputs(result, 4)).containsExactly(shown("third"));
    }

    @Test
    void a_failing_cell_stops_the_run_and_what_ran_is_kept() {
        RunResult result = run(
                options(),
                code("a", "print one"),
                code("b", "print two\nfail Wrong no such wave"),
                code("c", "print 3"));
        assertThat(failure(result))
                .isEqualTo(new RunFailure(RunFailure.Kind.CELL_ERROR, 2, "b", "Wrong: no such wave"));
        assertThat(outputs(result, 0)).containsExactly(printed("one\n"));
        assertThat(outputs(result, 1))
                .containsExactly(
                        printed("two\n"), new Output.Error("Wrong", "no such wave", List.of("Wrong: no such wave")));
        assertThat(count(result, 1)).isEqualTo(2);
        assertThat(outputs(result, 2)).as("it did not run").isEmpty();
        assertThat(count(result, 2)).isEqualTo(-1);
    }

    @Test
    void errors_may_be_expected_of_a_cell_or_allowed_for_all() {
        RunResult tagged =
                run(options(), code("a", "fail E expected", "raises-exception"), code("b", "fail E not expected"));
        assertThat(failure(tagged).cellId()).isEqualTo("b");
        RunResult allowed = run(options().allowingErrors(true), code("a", "fail E one"), code("b", "print two"));
        assertThat(allowed.failure()).isEmpty();
        assertThat(outputs(allowed, 0)).containsExactly(new Output.Error("E", "one", List.of("E: one")));
        assertThat(outputs(allowed, 1)).containsExactly(printed("two\n"));
    }

    @Test
    void a_cell_that_the_kernel_refuses_stops_the_run() {
        RunResult result = run(options(), code("a", "abort"), code("b", "print two"));
        assertThat(failure(result).kind()).isEqualTo(RunFailure.Kind.ABORTED);
        assertThat(outputs(result, 0)).singleElement().isInstanceOf(Output.Error.class);
    }

    @Test
    void a_kernel_that_dies_is_told_at_once_with_its_last_words() {
        RunResult result = run(options(), code("a", "print one\nchild"), code("b", "exit 7"), code("c", "print 3"));
        assertThat(failure(result))
                .isEqualTo(new RunFailure(
                        RunFailure.Kind.KERNEL_DIED,
                        2,
                        "b",
                        "The kernel died (exit code 7). It last said:\nearly words\nlast words"));
        assertThat(result.took()).isLessThan(Duration.ofSeconds(20));
        String said = ((Output.Stream) outputs(result, 0).get(0)).text();
        assertThat(said).startsWith("one\n");
        assertThat(outputs(result, 1)).singleElement().isInstanceOfSatisfying(Output.Error.class, error -> {
            assertThat(error.name()).isEqualTo("DeadKernel");
            assertThat(error.value()).endsWith("last words");
        });
        long child = Long.parseLong(said.substring("one\n".length()));
        CompletableFuture<ProcessHandle> gone =
                ProcessHandle.of(child).map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null));
        assertThat(gone).as("the end of what the kernel started").succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_kernel_that_is_killed_in_a_cell_is_told_at_once() {
        // The kill comes while the second cell runs, or before it does: either way the kernel is gone.
        RunResult result = new NotebookRunner(kernel("plain", KernelSpec.Interrupt.MESSAGE), options())
                .run(
                        Notebook.of(JsonObject.EMPTY, List.of(code("a", "print one"), code("b", "loop"))),
                        (cell, number, count) -> {
                            if (number == 2) {
                                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                                        .execute(child()::destroyForcibly);
                            }
                        });
        assertThat(failure(result).kind()).isEqualTo(RunFailure.Kind.KERNEL_DIED);
        assertThat(failure(result).message()).isEqualTo("The kernel died (signal 9); it said nothing.");
        assertThat(outputs(result, 0).get(0)).isEqualTo(printed("one\n"));
    }

    private static ProcessHandle child() {
        return ProcessHandle.current().children().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(KernelSpec.Interrupt.class)
    void an_endless_cell_is_interrupted_when_its_time_is_over(KernelSpec.Interrupt interrupt) {
        String mode = interrupt == KernelSpec.Interrupt.SIGNAL ? "signal" : "plain";
        RunResult result = new NotebookRunner(kernel(mode, interrupt), options().withCell(Duration.ofMillis(300)))
                .run(
                        Notebook.of(JsonObject.EMPTY, List.of(code("a", "print one\nloop"), code("b", "print 2"))),
                        RunListener.NONE);
        assertThat(failure(result))
                .isEqualTo(new RunFailure(
                        RunFailure.Kind.CELL_TIME, 1, "a", "The cell was stopped: it took longer than 300 ms."));
        assertThat(outputs(result, 0))
                .startsWith(
                        printed("one\n"), new Output.Error("Interrupted", "as asked", List.of("Interrupted: as asked")))
                .last()
                .isInstanceOfSatisfying(
                        Output.Error.class, error -> assertThat(error.name()).isEqualTo("TimeLimit"));
        assertThat(outputs(result, 1)).isEmpty();
    }

    @Test
    void a_kernel_that_heeds_no_interrupt_is_ended() {
        RunResult result = run("stubborn", options().withCell(Duration.ofMillis(300)), code("a", "child\nloop"));
        assertThat(failure(result).kind()).isEqualTo(RunFailure.Kind.CELL_TIME);
        assertThat(result.took()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void the_time_of_a_notebook_is_limited_too() {
        RunResult result = run(options().withWhole(Duration.ofSeconds(1)), code("a", "print one"), code("b", "loop"));
        assertThat(failure(result))
                .isEqualTo(new RunFailure(
                        RunFailure.Kind.WHOLE_TIME,
                        2,
                        "b",
                        "The cell was stopped: the notebook took longer than 1 s."));
    }

    @Test
    void a_flood_of_output_is_cut_with_a_note_and_the_cell_runs_on() {
        RunResult result = run(
                options().withOutputBytes(250_000),
                code("a", "print one\nflood 100\nshow - dropped\nvalue dropped"),
                code("b", "flood 1\nclear\nprint few"),
                code("c", "flood 1\nfail E told"));
        assertThat(result.cut()).containsExactly("a", "c");
        List<Output> cut = outputs(result, 0);
        assertThat(cut).hasSize(2);
        assertThat(((Output.Stream) cut.get(0)).text()).startsWith("one\nxxx").hasSizeBetween(230_000, 250_000);
        assertThat(cut.get(1))
                .isEqualTo(new Output.Stream(
                        "stderr",
                        "[The output of this cell was cut here: it is larger than 250000 bytes. The cell ran on.]\n"));
        assertThat(outputs(result, 1)).containsExactly(printed("few\n"));
        assertThat(outputs(result, 2)).last().isEqualTo(new Output.Error("E", "told", List.of("E: told")));
        assertThat(failure(result).cellId()).isEqualTo("c");
    }

    @Test
    void messages_with_a_wrong_signature_are_dropped() {
        RunResult result = run(options(), code("a", "forge"));
        assertThat(outputs(result, 0)).containsExactly(printed("genuine"));
    }

    @Test
    void a_cell_that_asks_for_input_is_stopped() {
        RunResult result = run(options(), code("a", "input"));
        assertThat(failure(result).message()).isEqualTo("The cell asks for input, and there is nobody to give it.");
        assertThat(failure(result).kind()).isEqualTo(RunFailure.Kind.INPUT);
    }

    @Test
    void a_run_is_cancelled_by_interrupting_who_waits_for_it() {
        Thread waiting = Thread.currentThread();
        RunResult result = new NotebookRunner(kernel("plain", KernelSpec.Interrupt.MESSAGE), options())
                .run(
                        Notebook.of(JsonObject.EMPTY, List.of(code("a", "print one\nloop"))),
                        (cell, number, count) -> waiting.interrupt());
        assertThat(Thread.interrupted()).as("the thread knows").isTrue();
        assertThat(failure(result).kind()).isEqualTo(RunFailure.Kind.CANCELLED);
    }

    @Test
    void a_kernel_that_dies_at_its_start_is_told_with_its_last_words() {
        assertThatThrownBy(() -> run("dies", options(), code("a", "print one")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "The kernel \"fake\" did not start: The kernel died (exit code 3). It last said:"
                                + " | first line | no such class: Kernel Its command: ");
    }

    @Test
    void a_kernel_that_never_answers_is_told_and_ended() {
        assertThatThrownBy(() -> run("silent", options().withStart(Duration.ofSeconds(2)), code("a", "print one")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "The kernel \"fake\" did not start: it did not answer within 2 s. It last said: | I am listening");
    }

    @Test
    void a_kernel_whose_program_is_missing_is_told() {
        KernelSpec missing = KernelSpec.parse(
                "gone", "kernel.json", "{\"argv\": [\"/no/such/program\", \"{connection_file}\"]}", Optional.empty());
        assertThatThrownBy(() -> new NotebookRunner(missing, options())
                        .run(Notebook.of(JsonObject.EMPTY, List.of()), RunListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "The kernel \"gone\" cannot be started (Cannot run program \"/no/such/program\"");
    }

    @Test
    void only_its_owner_can_read_a_connection_file() throws IOException {
        try (Connection connection = Connection.create("fake")) {
            assertThat(Files.getPosixFilePermissions(connection.file()).toString())
                    .contains("OWNER_READ")
                    .doesNotContain("GROUP", "OTHERS");
            assertThat(Files.readString(connection.file())).contains("\"ip\":\"127.0.0.1\"", connection.key());
            assertThat(connection.key()).hasSize(64);
        }
    }
}
