package org.deepdive.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.ExhibitWorkbook;
import org.deepdive.plot.StandaloneFigure;
import org.deepdive.study.InputException;
import picocli.CommandLine.Option;

/** The options that write an answer's plot and tables as files. */
final class FileOptions {

    private static final String SVG = ".svg";
    private static final String PNG = ".png";
    private static final String ODS = ".ods";

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg|FILE.png",
            description = "Also write the plot with its title and caption, with bases rounded to 10.")
    private Optional<Path> plot = Optional.empty();

    @Option(
            names = "--ods",
            paramLabel = "FILE.ods",
            description = "Also write the tables as an accessible spreadsheet, with bases rounded to 10.")
    private Optional<Path> ods = Optional.empty();

    /** Refuses files that cannot be written, before anything is computed. */
    void requireWritable() {
        plot.ifPresent(file -> requireFile("plot", file, SVG, PNG));
        ods.ifPresent(file -> requireFile("spreadsheet", file, ODS));
    }

    private static void requireFile(String what, Path file, String... endings) {
        Path folder = file.toAbsolutePath().getParent();
        String name = String.valueOf(file.getFileName());
        if (Arrays.stream(endings).noneMatch(name::endsWith) || !Files.isDirectory(folder)) {
            throw refused(
                    what,
                    file,
                    "Name a file that ends in " + String.join(" or ", endings) + ", in a folder that exists.");
        }
    }

    /**
     * Writes what was asked for.
     *
     * @param exhibit makes what anyone may see
     * @param citation makes how to cite it
     */
    void write(Supplier<Exhibit> exhibit, Supplier<Citation> citation) {
        if (plot.isEmpty() && ods.isEmpty()) {
            return;
        }
        Exhibit shown = exhibit.get();
        plot.ifPresent(file -> {
            StandaloneFigure figure = shown.drawing().orElseThrow().standalone();
            boolean pixels = file.toString().endsWith(PNG);
            write("plot", file, pixels ? figure.png() : figure.svg().getBytes(StandardCharsets.UTF_8));
        });
        ods.ifPresent(file -> write(
                "spreadsheet", file, ExhibitWorkbook.of(shown, citation.get()).ods()));
    }

    private static void write(String what, Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            InputException refused = refused(what, file, "Name a file that may be written.");
            refused.initCause(e);
            throw refused;
        }
    }

    private static InputException refused(String what, Path file, String remedy) {
        return InputException.of(
                what + "-file", "The " + what + " cannot be written to \"" + file + "\".", file, remedy);
    }
}
