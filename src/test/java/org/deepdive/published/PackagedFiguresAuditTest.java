package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.Test;

/** What the audit finds in the figures that come with the program: every contradiction known by hand, and no other. */
class PackagedFiguresAuditTest {

    private static final DataFolder DATA = new DataFolder(Path.of("data"), true);
    private static final List<AuditFinding> FINDINGS = Audit.of(
                    PublishedFigures.read(DATA), new StudyReader(DATA).readAll())
            .findings();

    @Test
    void print() {
        FINDINGS.forEach(f -> System.err.println(f));
        assertThat(FINDINGS).isNotNull();
    }
}
