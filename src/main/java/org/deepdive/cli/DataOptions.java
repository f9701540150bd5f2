package org.deepdive.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.Workspace;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Quote;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import picocli.CommandLine.Option;

/** The options that say which data a command works on. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "[STUDY=]FILE",
            description = {
                "Respondents to use instead of the usual ones: a CSV file, plain or gzip, with the codebook's columns,",
                "or a folder of such files, read as one.",
                "May be given once a study."
            })
    private List<String> files = List.of();

    /** Opens the workspace, with a progress bar at a terminal where practice data have to be made. */
    Workspace open() {
        return open("");
    }

    /** As {@link #open()}, for a question to one study: a file without a study's name is for that one. */
    Workspace open(String asked) {
        DataFolder data = DataFolder.find();
        return Workspace.open(data, files(data, asked), new TerminalProgress());
    }

    /** As {@link #open()}, with files for studies that neither this command line nor the environment has one for. */
    Workspace openFor(Map<String, Path> settings) {
        DataFolder data = DataFolder.find();
        Map<String, Path> all = new HashMap<>(settings);
        all.keySet().removeIf(Workspace::isNamedInEnvironment);
        all.values().forEach(MicrodataReader::requireFile);
        all.putAll(files(data, ""));
        return Workspace.open(data, all, new TerminalProgress());
    }

    private Map<String, Path> files(DataFolder data, String asked) {
        if (files.isEmpty()) {
            return Map.of();
        }
        List<Study> studies = new StudyReader(data).readAll();
        Map<String, Path> byStudy = new HashMap<>();
        for (String given : files) {
            String slug = slug(given, asked, studies);
            Path file = Path.of(given.startsWith(slug + "=") ? given.substring(slug.length() + 1) : given);
            if (file.toString().isBlank()) {
                throw wrong("--data names no file.", given, List.of(), "Write --data STUDY=FILE.");
            }
            MicrodataReader.requireFile(file);
            if (byStudy.put(slug, file) != null) {
                throw wrong("--data names two files for the study \"" + slug + "\".", given, List.of(), "Name one.");
            }
        }
        return byStudy;
    }

    /** The study that a file is given for: the one named before "=", else the survey asked, else the only one. */
    private static String slug(String given, String asked, List<Study> studies) {
        List<String> surveys = studies.stream()
                .filter(study -> study.design().isPresent())
                .map(Study::slug)
                .toList();
        int equals = given.indexOf('=');
        String named = equals < 0 ? "" : given.substring(0, equals);
        if (surveys.contains(named)) {
            return named;
        }
        if (studies.stream().anyMatch(study -> study.slug().equals(named))) {
            throw wrong(
                    "The study \"" + named
                            + "\" has published counts only, so no file of respondents can be read for it.",
                    given,
                    surveys,
                    "Leave it out.");
        }
        if (equals >= 0 && Files.notExists(Path.of(given))) {
            throw wrong(
                    "--data \"" + given + "\" names neither a study, \"" + Quote.text(named)
                            + "\", nor a file of that name.",
                    given,
                    surveys,
                    "Write --data STUDY=FILE.");
        }
        if (surveys.contains(asked)) {
            return asked;
        }
        if (surveys.size() == 1) {
            return surveys.get(0);
        }
        throw wrong("--data does not say of which study.", given, surveys, "Write --data STUDY=FILE.");
    }

    private static InputException wrong(String problem, String given, List<String> studies, String remedy) {
        return new InputException("data-option", problem, given, studies, remedy);
    }
}
