package org.deepdive.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.deepdive.estimate.Estimates;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.DataFolder;

/** Hashes of what numbers are computed from. */
final class Fingerprints {

    private static final String CODE = code();

    private Fingerprints() {}

    static Fingerprint of(DataFolder folder, String slug, Estimates estimates) {
        MessageDigest data = sha256();
        files(folder.resolve("studies/" + slug)).forEach(file -> add(data, file));
        if (estimates instanceof SurveyEstimates survey) {
            data.update(survey.data().fingerprint().getBytes(StandardCharsets.UTF_8));
        }
        MessageDigest rules = sha256();
        add(rules, folder.resolve("disclosure.yaml"));
        return new Fingerprint(hex(data), hex(rules), CODE);
    }

    /** The hash of the program: its archive, or its classes where it runs from a build. */
    private static String code() {
        MessageDigest code = sha256();
        try {
            Path program = Path.of(Fingerprints.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            files(program).forEach(file -> add(code, file));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program has no usable address", e);
        }
        return hex(code);
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + root + " cannot be listed", e);
        }
    }

    private static void add(MessageDigest digest, Path file) {
        try {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
