package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.deepdive.Installed;

/** A real Jupyter, with the kernel registered through the packaged program, in folders of a test. */
final class Jupyter {

    private static final String NEEDED = "import nbconvert, nbclient, jupyter_client";

    private final String python;
    private final Path temp;

    private Jupyter(String python, Path temp) {
        this.python = python;
        this.temp = temp;
    }

    /**
     * Jupyter with the kernel registered. Where this machine has no Jupyter it is empty, and the error stream says what was
     * not tested; the build server has one, so there that is a failure.
     */
    static Optional<Jupyter> withKernel(Path temp, String whatIsTested) throws Exception {
        Optional<String> python = python(temp);
        if (python.isEmpty()) {
            Installed.missing(
                    "Python with Jupyter (on Debian: apt-get install jupyter-nbconvert jupyter-client python3-nbclient)",
                    whatIsTested);
            return Optional.empty();
        }
        Jupyter jupyter = new Jupyter(python.get(), temp);
        jupyter.install();
        return Optional.of(jupyter);
    }

    private static Optional<String> python(Path temp) throws Exception {
        for (String candidate : List.of("/usr/bin/python3", "python3", "python")) {
            try {
                if (run(temp, Map.of(), List.of(candidate, "-c", NEEDED)).status() == 0) {
                    return Optional.of(candidate);
                }
            } catch (IOException notThere) {
                // The next one, then.
            }
        }
        return Optional.empty();
    }

    private void install() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Run run = run(
                temp,
                Map.of(),
                List.of(
                        java.toString(),
                        "-jar",
                        System.getProperty("deepdive.jar"),
                        "notebook",
                        "install",
                        "--prefix",
                        temp.toString()));
        assertThat(run.status()).as(run.output()).isZero();
        Path spec = temp.resolve("share/jupyter/kernels/java/kernel.json");
        assertThat(run.output())
                .contains("Registered the kernel \"java\" (Java (Deepdive)) with Jupyter.", spec.toString());
        assertThat(spec).exists();
    }

    /** Executes a notebook in a folder of its own, where no practice data have been made yet. */
    NotebookFile execute(Path notebook, String... options) throws Exception {
        Path folder = Files.createTempDirectory(temp, "run");
        Path copy = Files.copy(notebook, folder.resolve("notebook.ipynb"));
        List<String> command = new ArrayList<>(List.of(python, "-m", "jupyter", "nbconvert", "--to", "notebook"));
        command.addAll(List.of("--execute", "--ExecutePreprocessor.timeout=300"));
        command.addAll(List.of(options));
        command.addAll(List.of("--output", "fresh.ipynb", copy.toString()));
        Run run = run(folder, environment(), command);
        assertThat(run.status()).as(run.output()).isZero();
        return NotebookFile.read(folder.resolve("fresh.ipynb"));
    }

    private Map<String, String> environment() {
        return Map.of(
                "JUPYTER_PATH", temp.resolve("share/jupyter").toString(),
                "JUPYTER_CONFIG_DIR", temp.resolve("config").toString(),
                "XDG_CACHE_HOME", temp.resolve("cache").toString());
    }

    private record Run(int status, String output) {}

    private static Run run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        Path output = Files.createTempFile(folder, "run", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail("Ten minutes were not enough for " + command + ":\n" + Files.readString(output));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
