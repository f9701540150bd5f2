package org.deepdive.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of studies and published figures.
 *
 * <p>It is the first of: the folder named by the system property {@code deepdive.data} or the environment variable
 * {@code DEEPDIVE_DATA}; {@code data/} below the current folder where that holds {@code studies/}, as in a checkout;
 * the copy packaged with the program.
 *
 * @param root the folder
 * @param checkout whether it is an ordinary folder that practice data may be cached in
 */
public record DataFolder(Path root, boolean checkout) {

    private static final String PACKAGED = "/deepdive-data/studies";

    /** The folder in force. */
    public static DataFolder find() {
        String named = System.getProperty("deepdive.data", System.getenv().getOrDefault("DEEPDIVE_DATA", ""));
        if (!named.isBlank()) {
            Path folder = Path.of(named);
            if (!Files.isDirectory(folder.resolve("studies"))) {
                throw InputException.of(
                        "data-folder",
                        "The data folder \"" + folder + "\" has no folder \"studies\".",
                        folder,
                        "Name a folder laid out as data/ of the repository, or unset DEEPDIVE_DATA.");
            }
            return new DataFolder(folder, true);
        }
        Path here = Path.of("data");
        return Files.isDirectory(here.resolve("studies")) ? new DataFolder(here, true) : packaged();
    }

    /** The copy packaged with the program. */
    public static DataFolder packaged() {
        URL url = DataFolder.class.getResource(PACKAGED);
        if (url == null) {
            throw new IllegalStateException("The program was packaged without its data folder.");
        }
        try {
            return new DataFolder(path(url.toURI()).getParent(), false);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The packaged data folder has no usable address: " + url, e);
        }
    }

    private static synchronized Path path(URI uri) {
        if (!"jar".equals(uri.getScheme())) {
            return Path.of(uri);
        }
        try {
            FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException opened) {
            return Path.of(uri);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own archive cannot be read: " + uri, e);
        }
        return Path.of(uri);
    }

    /** A file or folder below it. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** The slugs of all studies, in alphabetical order. */
    public List<String> studies() {
        try (Stream<Path> folders = Files.list(resolve("studies"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("study.yaml")))
                    .map(folder -> folder.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of studies cannot be listed: " + resolve("studies"), e);
        }
    }
}
