package org.deepdive.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.notebook.JupyterFolders;
import org.deepdive.notebook.NotebookInstall;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookWriter;
import org.deepdive.notebook.page.NotebookHtml;
import org.deepdive.notebook.run.KernelSpec;
import org.deepdive.notebook.run.KernelSpecs;
import org.deepdive.notebook.run.NotebookFinder;
import org.deepdive.notebook.run.NotebookRunner;
import org.deepdive.notebook.run.Parameter;
import org.deepdive.notebook.run.Parameters;
import org.deepdive.notebook.run.RunFailure;
import org.deepdive.notebook.run.RunListener;
import org.deepdive.notebook.run.RunOptions;
import org.deepdive.notebook.run.RunResult;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;
import org.deepdive.study.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deepdive notebook run}. */
@Command(
        name = "run",
        description = {
            "Executes a notebook with its kernel, without Python, and writes it with its outputs.",
            "",
            "The kernel is the installed one that the notebook asks for. Where no kernel \"java\" is installed, the one in this "
                    + "program runs, and nothing of Jupyter is needed. A cell that fails stops the run; what ran is written, "
                    + "with the error, and the exit code is 1.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java -jar deepdive.jar notebook run students",
            "  java -jar deepdive.jar notebook run mine.ipynb -p wave=2022Q1 --out mine-2022Q1.ipynb"
        },
        mixinStandardHelpOptions = true)
final class NotebookRunCommand implements Callable<Integer> {

    @picocli.CommandLine.Parameters(
            paramLabel = "NAME|FILE",
            description = {
                "A notebook's file, or the name of one of this project's: of ./notebooks, else of this program.",
            })
    private String given;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = {
                "Set a variable of the cell tagged \"parameters\". Repeat for more.",
                "Numbers, true and false are values of Java, unless the variable is a text."
            })
    private List<String> parameters = List.of();

    @Option(
            names = {"-r", "--parameter-raw"},
            paramLabel = "NAME=TEXT",
            description = "The same, as a text whatever it looks like.")
    private List<String> texts = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "Write the executed notebook to this file. Default: its name with .executed.ipynb, in the current folder.",
                "A file that is there is replaced, but never the notebook that runs."
            })
    private Path out;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write it also as one page that opens without a network.")
    private Path html;

    @Option(names = "--inplace", description = "Write the outputs into the notebook's own file.")
    private boolean inPlace;

    @Option(names = "--kernel", paramLabel = "NAME", description = "Another kernel than the one the notebook asks for.")
    private String kernel;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "The most time for a cell; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int cellSeconds;

    @Option(
            names = "--timeout-all",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "The most time for all cells together; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int wholeSeconds;

    @Option(
            names = "--max-output",
            paramLabel = "MB",
            defaultValue = "10",
            description = {
                "The most that is kept of a cell's output; the rest is cut with a note, and the cell runs on.",
                "Default: ${DEFAULT-VALUE}."
            })
    private int outputMegabytes;

    @Option(names = "--allow-errors", description = "Go on after cells that fail.")
    private boolean allowErrors;

    @Option(
            names = "--no-timestamps",
            description = "Leave out when each cell ran, so that equal outputs make equal files.")
    private boolean noTimestamps;

    @Override
    public Integer call() {
        NotebookFinder.Found found = new NotebookFinder(Path.of("")).find(given);
        Path target = target(found);
        Parameters.Applied applied = Parameters.apply(found.notebook(), values());
        applied.warnings().forEach(System.err::println);
        KernelSpec spec = KernelSpecs.of(JupyterFolders.ofThisUser())
                .get(kernel != null ? kernel : found.notebook().kernelName().orElse(NotebookInstall.DEFAULT_NAME));
        return BeforeTheEnd.finish(() -> {
            RunResult result = run(applied.notebook(), new NotebookRunner(spec, options(found)));
            NotebookWriter.write(result.notebook(), target);
            if (html != null) {
                writePage(found.name(), result.notebook());
            }
            return told(found, spec, result, target);
        });
    }

    private List<Parameter> values() {
        return Stream.concat(
                        parameters.stream().map(value -> Parameter.parse(value, false)),
                        texts.stream().map(value -> Parameter.parse(value, true)))
                .toList();
    }

    /** Where the executed notebook goes, checked before anything runs. */
    private Path target(NotebookFinder.Found found) {
        if (inPlace && (out != null || found.file().isEmpty())) {
            throw InputException.of(
                    "inplace",
                    out != null ? "--inplace and --out contradict each other." : "The notebook has no file of its own.",
                    given,
                    out != null ? "Choose one." : "Name a file with --out.");
        }
        Path target = inPlace
                ? found.file().orElseThrow()
                : Optional.ofNullable(out).orElse(Path.of(found.name() + ".executed.ipynb"));
        Path whole = target.toAbsolutePath().normalize();
        boolean own = found.file()
                .map(file -> file.toAbsolutePath().normalize().equals(whole))
                .orElse(false);
        if (own && !inPlace) {
            throw InputException.of(
                    "overwrite",
                    "The executed notebook would replace the notebook that runs: " + target + ".",
                    target,
                    "Name another file with --out, or say --inplace.");
        }
        requireFolder(whole);
        if (html != null) {
            requireFolder(html.toAbsolutePath());
        }
        return target;
    }

    private static void requireFolder(Path file) {
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw InputException.of("folder", "There is no folder " + folder + ".", folder, "Make it first.");
        }
    }

    private void writePage(String name, Notebook executed) {
        try {
            WholeFile.writeReadable(html, half -> Files.writeString(half, NotebookHtml.of(name, executed)));
        } catch (IOException e) {
            throw InputException.of(
                    "page-write",
                    "The page " + html + " cannot be written (" + e + ").",
                    html,
                    "Name a file that you may write.");
        }
    }

    private RunOptions options(NotebookFinder.Found found) {
        Path folder = found.file()
                .map(file -> file.toAbsolutePath().getParent())
                .orElse(Path.of("").toAbsolutePath());
        return RunOptions.DEFAULTS
                .in(folder)
                .withCell(Duration.ofSeconds(cellSeconds))
                .withWhole(Duration.ofSeconds(wholeSeconds))
                .withOutputBytes(outputMegabytes * 1_000_000L)
                .allowingErrors(allowErrors)
                .withTimestamps(!noTimestamps);
    }

    private static RunResult run(Notebook notebook, NotebookRunner runner) {
        try (TerminalProgress bar = new TerminalProgress("Notebook")) {
            return runner.run(notebook, new RunListener() {
                @Override
                public void starting(KernelSpec spec) {
                    bar.at("starts " + spec.displayName(), 0);
                }

                @Override
                public void running(Cell.Code cell, int number, int count) {
                    bar.at("cell " + number + " of " + count, (number - 1.0) / count);
                }

                @Override
                public void ran(Cell.Code cell, int number, int count) {
                    bar.at("cell " + number + " of " + count, (double) number / count);
                }
            });
        }
    }

    private int told(NotebookFinder.Found found, KernelSpec spec, RunResult result, Path target) {
        List<String> lines = new ArrayList<>();
        lines.add("Ran %d code cells of %s with the kernel \"%s\" (%s) in %.1f s."
                .formatted(
                        result.ran(),
                        found.name(),
                        spec.name(),
                        spec.displayName(),
                        result.took().toMillis() / 1000.0));
        if (!result.cut().isEmpty()) {
            lines.add("Outputs were cut in the cells " + String.join(", ", result.cut())
                    + "; --max-output keeps more of them.");
        }
        lines.add("  notebook  " + target);
        if (html != null) {
            lines.add("  page      " + html);
        }
        lines.forEach(System.out::println);
        if (result.failure().isEmpty()) {
            return ExitCodes.OK;
        }
        RunFailure failure = result.failure().get();
        System.err.printf(
                "Cell %d (%s) stopped the run: %s%nWhat ran is written, with the error.%n",
                failure.number(),
                failure.cellId(),
                failure.message().lines().map(Quote::harmless).collect(Collectors.joining("\n")));
        return ExitCodes.FINDINGS;
    }
}
