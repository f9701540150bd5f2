package org.deepdive.notebook.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.study.InputException;

/**
 * Finds notebooks by a path, or by the name of one of this project's: in the folder {@code notebooks} of the folder that it
 * looks from, else among those in this program.
 *
 * @param from the folder to look from
 */
public record NotebookFinder(Path from) {

    private static final String SUFFIX = ".ipynb";
    private static final String PACKAGED = "/deepdive-notebooks";

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
        if (given.endsWith(SUFFIX) || Files.isRegularFile(path)) {
            return new Found(name(path), Optional.of(path), NotebookReader.read(path));
        }
        List<String> names = names();
        if (!names.contains(given)) {
            throw InputException.unknown("notebook", given, names);
        }
        Path own = from.resolve("notebooks").resolve(given + SUFFIX);
        return Files.isRegularFile(own)
                ? new Found(given, Optional.of(own), NotebookReader.read(own))
                : new Found(given, Optional.empty(), packaged(given));
    }

    private static String name(Path path) {
        String file = path.getFileName().toString();
        return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    }

    private static Notebook packaged(String name) {
        String resource = PACKAGED + "/" + name + SUFFIX;
        try (InputStream in = NotebookFinder.class.getResourceAsStream(resource)) {
            return NotebookReader.read(name + SUFFIX, in);
        } catch (IOException e) {
            throw new UncheckedIOException("This program's own notebook cannot be read: " + resource, e);
        }
    }

    /** The names that can be given, sorted. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(namesIn(from.resolve("notebooks")));
        names.addAll(packagedNames());
        return new ArrayList<>(names);
    }

    private static List<String> packagedNames() {
        URL folder = NotebookFinder.class.getResource(PACKAGED);
        if (folder == null) {
            return List.of();
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return namesIn(Path.of(place));
            }
            try (FileSystem archive = FileSystems.newFileSystem(place, Map.of())) {
                return namesIn(archive.getPath(PACKAGED));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("This program's own notebooks cannot be listed", e);
        }
    }

    private static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(NotebookFinder::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder cannot be listed: " + folder, e);
        }
    }
}
