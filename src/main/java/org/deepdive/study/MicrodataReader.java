package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.function.Consumer;

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
     * Reads a file.
     *
     * @param study the study, whose mapping tells how the file names columns and codes
     * @param file the file
     * @throws InvalidDataException where a value is not allowed
     * @throws InputException where the file is missing, truncated, not UTF-8, not CSV, or lacks a column
     */
    public static Microdata read(Study study, Path file) {
        Rows rows = new Rows(study, file.getFileName().toString());
        String fingerprint = RespondentLines.read(file, rows);
        return rows.respondents.finish(fingerprint);
    }

    /**
     * Refuses what cannot be a file of respondents, without reading it.
     *
     * @throws InputException where the file is missing or a folder
     */
    public static void requireFile(Path file) {
        RespondentLines.requireFile(file);
    }

    /** The first line names the columns, the others are respondents. */
    private static final class Rows implements Consumer<CsvRecord> {
        private final Study study;
        private final String file;
        private RespondentRows respondents;

        Rows(Study study, String file) {
            this.study = study;
            this.file = file;
        }

        @Override
        public void accept(CsvRecord line) {
            if (respondents == null) {
                respondents = new RespondentRows(study, file, line.getFields());
            } else {
                respondents.add(line);
            }
        }
    }
}
