package org.deepdive.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that nobody meets half of one: beside its place, and into it once it is whole. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes to the path that it is given. */
    public interface Writing {
        /** @throws IOException where the file cannot be written; what was there before stays */
        void to(Path half) throws IOException;
    }

    /**
     * Writes a file that only its owner may read, in place of one that is there. Where that fails, what was there stays, and
     * nothing beside it.
     */
    public static void write(Path file, Writing writing) throws IOException {
        Path whole = file.toAbsolutePath();
        write(whole, Files.createTempFile(whole.getParent(), "deepdive", ".part"), writing);
    }

    /** The same for a file without respondents, which may be read by whoever the user's new files may be read by. */
    public static void writeReadable(Path file, Writing writing) throws IOException {
        Path whole = file.toAbsolutePath();
        Path half = whole.resolveSibling("deepdive" + UUID.randomUUID() + ".part");
        write(whole, Files.createFile(half), writing);
    }

    private static void write(Path whole, Path half, Writing writing) throws IOException {
        try {
            writing.to(half);
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
