package org.deepdive.notebook;

import java.nio.file.Path;
import org.deepdive.analysis.OpenStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask the {@link SmallStudy}. */
abstract class SmallStudyTests {

    @TempDir
    Path temp;

    OpenStudy study;

    @BeforeEach
    void open() {
        study = new SmallStudy(temp).open();
    }
}
