package org.deepdive.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.Workspace;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import picocli.CommandLine.Option;

/** The options that say which data a command works on. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "[STUDY=]FILE",
            description = {
                "Respondents to use instead of the usual ones: a CSV file, plain or gzip, with the codebook's columns.",
                "May be given once a study."
            })
    private List<String> files = List.of();

    /** Opens the workspace, with a progress bar at a terminal where practice data have to be made. */
    Workspace open() {
        DataFolder data = DataFolder.find();
        return Workspace.open(data, files(data), new TerminalProgress());
    }

    private Map<String, Path> files(DataFolder data) {
        Map<String, Path> byStudy = new HashMap<>();
        for (String file : files) {
            int equals = file.indexOf('=');
            if (equals > 0) {
                byStudy.put(file.substring(0, equals), Path.of(file.substring(equals + 1)));
            } else {
                byStudy.put(onlySurvey(data), Path.of(file));
            }
        }
        return byStudy;
    }

    private static String onlySurvey(DataFolder data) {
        List<String> surveys = new StudyReader(data)
                .readAll().stream()
                        .filter(study -> study.design().isPresent())
                        .map(Study::slug)
                        .toList();
        if (surveys.size() == 1) {
            return surveys.get(0);
        }
        throw new InputException(
                "data-option", "--data does not say of which study.", "", surveys, "Write --data STUDY=FILE.");
    }
}
