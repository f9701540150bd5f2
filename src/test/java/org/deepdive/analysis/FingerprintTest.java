package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.PackagedStudies;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    private Path folder;

    @Test
    void the_same_data_rules_and_program_have_the_same_hashes_wherever_they_lie() throws IOException {
        assertThat(copy("a").fingerprints("residents"))
                .isEqualTo(copy("b").fingerprints("residents"))
                .satisfies(print -> assertThat(print.data()).matches("[0-9a-f]{64}"))
                .satisfies(print -> assertThat(print.rules()).matches("[0-9a-f]{64}"))
                .satisfies(print -> assertThat(print.code()).matches("[0-9a-f]{64}"));
    }

    @Test
    void a_changed_count_changes_the_hash_of_the_data_alone() throws IOException {
        Fingerprint before = copy("a").fingerprints("partners");
        copy("b");
        Path counts = folder.resolve("b/studies/partners/study.yaml");
        Files.writeString(counts, Files.readString(counts) + "\n# looked at again\n");
        Fingerprint after = open("b").fingerprints("partners");
        assertThat(after.data()).isNotEqualTo(before.data());
        assertThat(after.rules()).isEqualTo(before.rules());
        assertThat(after.code()).isEqualTo(before.code());
    }

    @Test
    void a_changed_rule_changes_the_hash_of_the_rules_alone() throws IOException {
        Fingerprint before = copy("a").fingerprints("partners");
        copy("b");
        Path rules = folder.resolve("b/disclosure.yaml");
        Files.writeString(rules, Files.readString(rules) + "\n# looked at again\n");
        Fingerprint after = open("b").fingerprints("partners");
        assertThat(after.rules()).isNotEqualTo(before.rules());
        assertThat(after.data()).isEqualTo(before.data());
    }

    @Test
    void studies_have_hashes_of_their_own() {
        Workspace workspace = PackagedStudies.workspace();
        assertThat(workspace.fingerprints("residents").data())
                .isNotEqualTo(workspace.fingerprints("partners").data());
        assertThat(workspace.fingerprints("pcss").data())
                .isNotEqualTo(workspace.fingerprints("victims").data());
    }

    private Workspace copy(String name) throws IOException {
        Path from = DataFolder.find().root();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> !from.relativize(f).startsWith("practice"))
                    .toList()) {
                Path to = folder.resolve(name).resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return open(name);
    }

    private Workspace open(String name) {
        return Workspace.open(new DataFolder(folder.resolve(name), true), Map.of(), Progress.NONE);
    }
}
