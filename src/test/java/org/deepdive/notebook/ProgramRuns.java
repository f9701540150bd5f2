package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** Runs of notebooks by the packaged program, in folders that are empty but for them. */
public abstract class ProgramRuns {

    /** What a Java says where the tests' environment has options for it. */
    private static final Pattern NOTE = Pattern.compile("^NOTE: Picked up JDK_JAVA_OPTIONS: .*\\R");

    @TempDir
    protected Path temp;

    /**
     * A run that has ended.
     *
     * @param status the program's exit code
     * @param output what it said, on both streams
     * @param seconds how long it took
     */
    public record Ran(int status, String output, double seconds) {}

    /** The command with no kernel installed anywhere: the one in the program is all there is. */
    final ProcessBuilder program(Path folder, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + own(),
                "-jar",
                System.getProperty("deepdive.jar"),
                "notebook",
                "run"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JUPYTER_DATA_DIR", temp.resolve("nothing").toString());
        builder.environment().remove("JUPYTER_PATH");
        return builder.redirectErrorStream(true).redirectOutput(output.toFile());
    }

    /** Runs the command to its end. */
    protected final Ran run(Path folder, String... arguments) throws Exception {
        Path output = Files.createTempFile(temp, "run", ".txt");
        ProcessBuilder builder = program(folder, output, arguments);
        long start = System.nanoTime();
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as("five minutes are enough")
                .isTrue();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Ran(
                process.exitValue(), NOTE.matcher(Files.readString(output)).replaceFirst(""), seconds);
    }

    static Path write(Path file, String... sources) throws IOException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            cells.add(
                    "{\"cell_type\": \"code\", \"id\": \"c%d\", \"metadata\": {%s}, \"execution_count\": null, \"outputs\": [], \"source\": %s}"
                            .formatted(
                                    i,
                                    sources[i].startsWith("// Defaults") ? "\"tags\": [\"parameters\"]" : "",
                                    new ObjectMapper().writeValueAsString(sources[i])));
        }
        return Files.writeString(
                file,
                "{\"cells\": [" + String.join(",", cells) + "], \"metadata\": {\"kernelspec\": {\"name\": \"java\","
                        + " \"display_name\": \"Java\", \"language\": \"java\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}");
    }

    /** The folder for the program's temporary files. */
    private Path own() throws IOException {
        return Files.createDirectories(temp.resolve("temporary"));
    }

    void assertNoFolderIsLeft() throws IOException {
        try (var files = Files.list(own())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("deepdive-kernel"));
        }
    }
}
