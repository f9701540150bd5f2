package org.deepdive.notebook;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.Workspace;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.RunRecord;

/** When the project's notebooks were run, and on which data. */
final class RunRecords {

    private static final Pattern OPENED = Pattern.compile("Studies\\.open\\(\"([a-z]+)\"\\)");

    private RunRecords() {}

    /** The notebook, with the record of being run today on the packaged studies. */
    static Notebook today(Notebook notebook) {
        return new RunRecord(LocalDate.now(), of(notebook)).in(notebook);
    }

    /** The data that a notebook asks: of the studies that it opens; of all, where it recomputes figures and opens none. */
    static List<RunRecord.Data> of(Notebook notebook) {
        Workspace workspace = PackagedStudies.workspace();
        String code = notebook.cells().stream()
                .filter(Cell.Code.class::isInstance)
                .map(Cell::source)
                .collect(Collectors.joining("\n"));
        List<String> opened = OPENED.matcher(code)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
        boolean all = opened.isEmpty() && code.contains("Studies.reproduce()");
        return workspace.studies().stream()
                .filter(study -> all || opened.contains(study.slug()))
                .map(study -> new RunRecord.Data(
                        study.slug(),
                        workspace.estimates(study.slug()).label(),
                        workspace.fingerprints(study.slug()).data()))
                .toList();
    }
}
