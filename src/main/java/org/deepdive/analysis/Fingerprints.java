package org.deepdive.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Hashes of files: the name of each below its folder, and its bytes. */
final class Fingerprints {

    /** The packages that read, compute and clear. */
    private static final List<String> COMPUTING = List.of("study", "estimate", "disclosure");

    private Fingerprints() {}

    /** The hash of files, of all files of folders in the order of their names, and of words beside them. */
    static String of(List<Path> places, String... words) {
        MessageDigest sha256 = sha256();
        try {
            for (Path place : places) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        add(sha256, place.relativize(file).toString(), file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file cannot be read for its fingerprint", e);
        }
        Stream.of(words).forEach(word -> sha256.update(word.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(MessageDigest sha256, String name, Path file) throws IOException {
        sha256.update((name.replace('\\', '/') + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The hash of the program's classes that decide numbers; a change of how pages look leaves it as it is. */
    static String ofProgram() {
        try {
            Path program = Path.of(Fingerprints.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(program)) {
                return of(computing(program));
            }
            try (FileSystem archive = FileSystems.newFileSystem(program)) {
                return of(computing(archive.getPath("/")));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program does not know where it is", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own classes cannot be read", e);
        }
    }

    private static List<Path> computing(Path root) {
        Path packages = root.resolve("org/deepdive");
        return COMPUTING.stream().map(packages::resolve).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
