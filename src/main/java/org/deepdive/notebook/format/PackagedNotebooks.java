package org.deepdive.notebook.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;

/** The notebooks that come with this program. */
public final class PackagedNotebooks {

    /** How a notebook's file name ends. */
    public static final String SUFFIX = ".ipynb";

    private PackagedNotebooks() {}

    /** Their names, without ending, in alphabetical order. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("This program's own notebooks cannot be listed", e);
        }
    }

    /**
     * The text of a notebook's file.
     *
     * @throws InputException where there is none of that name, with the nearest
     */
    public static String text(String name) {
        if (!names().contains(name)) {
            throw InputException.unknown("notebook", name, names());
        }
        try {
            return Files.readString(folder().resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("This program's own notebook cannot be read: " + name, e);
        }
    }

    /** It lies beside the packaged data, in the archive as in a folder of classes. */
    private static Path folder() {
        return DataFolder.packaged().root().resolveSibling("deepdive-notebooks");
    }
}
