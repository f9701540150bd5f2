package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads respondents from a CSV file, plain or gzip, into {@link Microdata}.
 *
 * <p>Every value is checked against the codebook. A file with anything wrong is refused whole; up to
 * {@value #PROBLEMS_SHOWN} problems are listed with file, line, column, value and what is allowed.
 */
public final class MicrodataReader {

    /** How many problems of a file are listed. */
    public static final int PROBLEMS_SHOWN = 20;

    private MicrodataReader() {}

    /**
     * Reads a file, or all CSV files of a folder as if they were one, such as a file a wave.
     *
     * @param study the study, whose mapping tells how the file names columns and codes
     * @param file the file, or the folder; its files need the same columns in the same order
     * @throws InvalidDataException where a value is not allowed
     * @throws InputException where a file is missing, truncated, not UTF-8, not CSV, or lacks a column
     */
    public static Microdata read(Study study, Path file) {
        Rows rows = new Rows(study);
        List<String> fingerprints = new ArrayList<>();
        for (Path each : files(file)) {
            rows.begin(each.getFileName().toString());
            fingerprints.add(RespondentLines.read(each, rows));
        }
        return rows.respondents.finish(
                fingerprints.size() == 1 ? fingerprints.get(0) : Sha256.hex(String.join("\n", fingerprints)));
    }

    /**
     * Refuses what cannot be a file of respondents, without reading it.
     *
     * @throws InputException where the file is missing, or a folder without CSV files
     */
    public static void requireFile(Path file) {
        files(file).forEach(RespondentLines::requireFile);
    }

    private static List<Path> files(Path file) {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> inside = Files.list(file)) {
            List<Path> files = inside.filter(each -> each.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw RespondentLines.refused(
                        file, "is a folder without a CSV file.", "Name a file, or a folder with files of respondents.");
            }
            return files;
        } catch (IOException e) {
            throw RespondentLines.refused(
                    file, "is a folder that cannot be read: " + e.getMessage() + ".", "Check that you may read it.");
        }
    }

    /** The first line of each file names the columns, the others are respondents. */
    private static final class Rows implements Consumer<CsvRecord> {
        private final Study study;
        private String file;
        private boolean begun;
        private RespondentRows respondents;

        Rows(Study study) {
            this.study = study;
        }

        void begin(String name) {
            file = name;
            begun = false;
        }

        @Override
        public void accept(CsvRecord line) {
            if (begun) {
                respondents.add(line);
            } else if (respondents == null) {
                respondents = new RespondentRows(study, file, line.getFields());
            } else {
                respondents.goOn(file, line.getFields());
            }
            begun = true;
        }
    }
}
