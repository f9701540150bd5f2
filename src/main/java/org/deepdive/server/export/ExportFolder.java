package org.deepdive.server.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.study.InputException;

/**
 * A folder that is filled as a whole: its files are written beside it, and take its place once all of them are there. What
 * stands in its way is never deleted, except an earlier export where that is asked for.
 */
public final class ExportFolder {

    /** The file by which an earlier export is known. */
    static final String MANIFEST = "deepdive-export.json";

    private final Path folder;
    private final boolean force;

    /**
     * @param folder the folder; made if it does not exist
     * @param force whether an earlier export in it may be replaced
     */
    public ExportFolder(Path folder, boolean force) {
        this.folder = folder.toAbsolutePath().normalize();
        this.force = force;
    }

    /** Where files go. */
    interface Writer {
        /** @param path its path below the folder, with slashes */
        void write(String path, byte[] content) throws IOException;
    }

    /** Writes the files of a folder. */
    interface Filling {
        void into(Writer files) throws IOException;
    }

    /**
     * Refuses what cannot be filled, before anything is computed.
     *
     * @throws InputException where it is no folder, or has files of its own
     */
    public void requireFree() {
        if (folder.getParent() == null) {
            throw refused("\"" + folder + "\" is not a folder that can be replaced.", "Name a folder below it.");
        }
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refused("\"" + folder + "\" is a file, not a folder.", "Name a folder.");
        }
        boolean earlier = Files.isRegularFile(folder.resolve(MANIFEST));
        if (!isEmpty() && !(earlier && force)) {
            throw refused(
                    "The folder \"" + folder + "\" is not empty.",
                    earlier
                            ? "It holds an earlier export: add --force to replace it, or name another folder."
                            : "It holds files that are no export, which are never deleted: name another folder.");
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** @return how many files were written */
    int fill(Filling filling) {
        requireFree();
        Path part = beside("part");
        try {
            Files.createDirectories(folder.getParent());
            delete(part);
            Files.createDirectory(part);
            int[] count = {0};
            filling.into((path, content) -> {
                Path file = part.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
                count[0]++;
            });
            replace(part);
            return count[0];
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            deleteIfThere(part);
        }
    }

    /** Moves what stands there away, and puts it back where the new folder cannot take its place. */
    private void replace(Path part) throws IOException {
        if (!Files.exists(folder)) {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path before = beside("before");
        delete(before);
        Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(before);
    }

    private Path beside(String what) {
        return folder.resolveSibling("." + folder.getFileName() + "." + what);
    }

    private void deleteIfThere(Path part) {
        try {
            delete(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private InputException unwritable(IOException e) {
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : "it is not writable";
        InputException refused = refused(
                "The folder \"" + folder + "\" cannot be written: " + reason + ".", "Name a folder that is writable.");
        refused.initCause(e);
        return refused;
    }

    private InputException refused(String problem, String remedy) {
        return InputException.of("output-folder", problem, folder, remedy);
    }
}
