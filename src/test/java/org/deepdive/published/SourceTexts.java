package org.deepdive.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The published documents as text. They are kept beside the project, and not everywhere. */
final class SourceTexts {

    static final Path FOLDER = Path.of("..", "shared", "sources");

    private SourceTexts() {}

    /** A document with runs of white space made one space; nothing where it is not at hand. */
    static Optional<String> of(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        return Files.exists(path) ? Optional.of(collapsed(Files.readString(path))) : Optional.empty();
    }

    static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
