package org.deepdive.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.Workspace;
import org.deepdive.study.DataLabel;
import org.deepdive.study.Study;

/** How to cite what commands write: made today, by the program that runs. */
final class Citations {

    private Citations() {}

    /** The citation of what no server shows. */
    static Citation of(Workspace workspace, Study study, String title, DataLabel label) {
        return of(workspace, study, title, Set.of(label), Optional.empty());
    }

    /** @param address where a server shows it */
    static Citation of(
            Workspace workspace, Study study, String title, Set<DataLabel> labels, Optional<String> address) {
        return new Citation(
                title, study, labels, workspace.fingerprints(study.slug()), address, LocalDate.now(), version());
    }

    private static String version() {
        String packaged = Citations.class.getPackage().getImplementationVersion();
        return packaged == null ? "development version" : packaged;
    }
}
