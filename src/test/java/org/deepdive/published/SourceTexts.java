package org.deepdive.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The published documents as text. They are not the project's to publish, so they are kept beside it, or where the
 * environment variable {@code DEEPDIVE_SOURCES} says. Where the folder is missing the tests say what they did not test;
 * where it is there, a document missing from it is an error.
 */
final class SourceTexts {

    private static final Path FOLDER =
            Path.of(Objects.requireNonNullElse(System.getenv("DEEPDIVE_SOURCES"), "../shared/sources"));

    static {
        if (!Files.isDirectory(FOLDER)) {
            System.err.println("NOT TESTED, because there is no folder " + FOLDER
                    + ": that quotes and numbers are those of the published documents.");
        }
    }

    private SourceTexts() {}

    /** The file of a document; nothing where the documents are not at hand. */
    static Optional<Path> file(String document) {
        return Files.isDirectory(FOLDER) ? Optional.of(FOLDER.resolve(document)) : Optional.empty();
    }

    /** A document with runs of white space made one space; nothing where the documents are not at hand. */
    static Optional<String> of(String document) throws IOException {
        Optional<Path> file = file(document);
        return file.isEmpty() ? Optional.empty() : Optional.of(collapsed(Files.readString(file.get())));
    }

    static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
