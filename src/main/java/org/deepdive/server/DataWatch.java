package org.deepdive.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deepdive.study.Sha256;

/**
 * How data files are at one moment: size, time of change and, where these are not those of an earlier look, a hash of the
 * content.
 *
 * @param files what is known of each file
 */
record DataWatch(Map<Path, Seen> files) {

    /**
     * A file as it was seen.
     *
     * @param size its size in bytes
     * @param changed when it was last changed
     * @param hash the SHA-256 of its content; empty at the first look, which reads no file
     */
    record Seen(long size, FileTime changed, String hash) {

        boolean sameContent(Seen other) {
            boolean alike = size == other.size && changed.equals(other.changed);
            return alike || !hash.isEmpty() && hash.equals(other.hash);
        }
    }

    DataWatch {
        files = Map.copyOf(files);
    }

    /** The first look, which reads no file, however large. */
    static DataWatch first(List<Path> sources) {
        return look(sources, file -> see(file, new Seen(-1, FileTime.fromMillis(0), ""), ignored -> ""));
    }

    /**
     * Looks at files, and at those in folders. What looks like it did is not read again.
     *
     * @param sources files and folders; one that is not there is seen as missing
     */
    DataWatch look(List<Path> sources) {
        Seen unseen = new Seen(-1, FileTime.fromMillis(0), "");
        return look(sources, file -> see(file, files.getOrDefault(file, unseen), DataWatch::hash));
    }

    private static DataWatch look(List<Path> sources, Function<Path, Seen> eye) {
        Map<Path, Seen> seen = new TreeMap<>();
        for (Path source : sources) {
            try (Stream<Path> below = Files.walk(source)) {
                below.filter(Files::isRegularFile).forEach(file -> seen.put(file, eye.apply(file)));
            } catch (NoSuchFileException e) {
                seen.put(source, new Seen(0, FileTime.fromMillis(0), "missing"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new DataWatch(seen);
    }

    private static Seen see(Path file, Seen before, Function<Path, String> hash) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            boolean alike = before.size() == now.size() && before.changed().equals(now.lastModifiedTime());
            return alike ? before : new Seen(now.size(), now.lastModifiedTime(), hash.apply(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try {
            MessageDigest sha256 = Sha256.digest();
            Sha256.feed(sha256, file);
            return Sha256.hex(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the same files had the same content. */
    boolean sameContent(DataWatch other) {
        return files.keySet().equals(other.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> file.getValue().sameContent(other.files.get(file.getKey())));
    }
}
