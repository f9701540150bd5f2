package org.deepdive.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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

    private Fingerprints() {}

    /** The hash of files, and of all files of folders, in the order of their names. */
    static String of(List<Path> places) {
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
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(MessageDigest sha256, String name, Path file) throws IOException {
        sha256.update((name.replace('\\', '/') + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The hash of the program: of its archive, or of its compiled classes. */
    static String ofProgram() {
        try {
            return of(List.of(Path.of(Fingerprints.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program does not know where it is", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
