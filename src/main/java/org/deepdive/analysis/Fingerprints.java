package org.deepdive.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.study.Sha256;

/** Hashes of files: the name of each below its folder, and its bytes. */
final class Fingerprints {

    private Fingerprints() {}

    /**
     * The hash of files, of all files of folders in the order of their names, and of words beside them. A place where
     * nothing is adds nothing: a data folder of one's own need not hold every kind of document.
     */
    static String of(List<Path> places, String... words) {
        MessageDigest sha256 = Sha256.digest();
        try {
            for (Path place : places.stream().filter(Files::exists).toList()) {
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
        return Sha256.hex(sha256);
    }

    private static void add(MessageDigest sha256, String name, Path file) throws IOException {
        sha256.update((name.replace('\\', '/') + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        Sha256.feed(sha256, file);
    }

    /** The program does not change while it runs. */
    private static final class Program {
        static final String CODE = ofPackages(List.of("study", "estimate", "disclosure"));
        static final String ALL = ofPackages(List.of(""));
    }

    /** The hash of the classes that read, compute and clear; a change of how pages look leaves it as it is. */
    static String ofCode() {
        return Program.CODE;
    }

    /** The hash of all that the program is made of, beside its libraries. */
    static String ofProgram() {
        return Program.ALL;
    }

    private static String ofPackages(List<String> names) {
        try {
            Path program = Path.of(Fingerprints.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(program)) {
                return of(packages(program, names));
            }
            try (FileSystem archive = FileSystems.newFileSystem(program)) {
                return of(packages(archive.getPath("/"), names));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program does not know where it is", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own classes cannot be read", e);
        }
    }

    private static List<Path> packages(Path root, List<String> names) {
        return names.stream().map(root.resolve("org/deepdive")::resolve).toList();
    }
}
