package org.deepdive.notebook.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.deepdive.study.InputException;

/**
 * Finds notebooks by a path, or by the name of one of this project's: in the folder {@code notebooks} of the folder that it
 * looks from, else among those in this program.
 *
 * @param from the folder to look from
 */
public record NotebookFinder(Path from) {

    /**
     * A notebook that was found.
     *
     * @param name its name without folder and ending
     * @param file its file; empty for one in this program
     * @param notebook what is in it
     */
    public record Found(String name, Optional<Path> file, Notebook notebook) {}

    /**
     * Finds a notebook.
     *
     * @param given a path that ends in {@code .ipynb}, or a name
     * @throws InputException where there is none, with the names there are, or where it cannot be read
     */
    public Found find(String given) {
        Path path = from.resolve(given);
        if (given.endsWith(PackagedNotebooks.SUFFIX) || Files.isRegularFile(path)) {
            return new Found(name(path), Optional.of(path), NotebookReader.read(path));
        }
        List<String> names = names();
        if (!names.contains(given)) {
            throw InputException.unknown("notebook", given, names);
        }
        Path own = from.resolve("notebooks").resolve(given + PackagedNotebooks.SUFFIX);
        return Files.isRegularFile(own)
                ? new Found(given, Optional.of(own), NotebookReader.read(own))
                : new Found(given, Optional.empty(), packaged(given));
    }

    private static String name(Path path) {
        String file = path.getFileName().toString();
        return file.endsWith(PackagedNotebooks.SUFFIX)
                ? file.substring(0, file.length() - PackagedNotebooks.SUFFIX.length())
                : file;
    }

    private static Notebook packaged(String name) {
        return NotebookReader.read(name + PackagedNotebooks.SUFFIX, PackagedNotebooks.text(name));
    }

    /** The names that can be given, sorted. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(namesIn(from.resolve("notebooks")));
        names.addAll(PackagedNotebooks.names());
        return new ArrayList<>(names);
    }

    private static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(PackagedNotebooks.SUFFIX))
                    .map(NotebookFinder::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder cannot be listed: " + folder, e);
        }
    }
}
