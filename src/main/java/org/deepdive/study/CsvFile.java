package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Small CSV files with a header line, such as codebooks; respondents are read by {@link MicrodataReader}. */
public final class CsvFile {

    private CsvFile() {}

    /**
     * All records of a file.
     *
     * @throws InputException where the file is missing, is not UTF-8, is not CSV or has no line below the header, or a
     *     line has another number of fields than the header, or a column is missing
     */
    public static List<NamedCsvRecord> read(Path file, List<String> columns) {
        return reading(file, text -> {
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                    .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                    .skipEmptyLines(true)
                    .ofNamedCsvRecord(text)) {
                List<NamedCsvRecord> records = reader.stream().toList();
                requireColumns(file, columns, records);
                return records;
            }
        });
    }

    /**
     * All lines of a file, its header among them, of however many fields each, for who tells all that is wrong at once.
     *
     * @param mostBytes a larger file is refused
     * @throws InputException where the file is missing, is larger, is not UTF-8 or is not CSV
     */
    public static List<CsvRecord> lines(Path file, long mostBytes) {
        return reading(file, text -> {
            if (Files.size(file) > mostBytes) {
                throw refused(
                        file,
                        "is too large: " + Files.size(file) + " bytes, where at most " + mostBytes + " are read.",
                        "Split it.");
            }
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .skipEmptyLines(true)
                    .ofCsvRecord(text)) {
                return reader.stream().toList();
            }
        });
    }

    /** What is done with an open file. */
    private interface Reading<T> {
        T from(Reader text) throws IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return reading.from(StrictText.reader(bytes));
        } catch (CsvParseException | UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? refused(file, "is not UTF-8 text.", "Save it as CSV with UTF-8 encoding.")
                    : refused(file, "is not valid CSV: " + e.getMessage() + ".", "");
        } catch (NoSuchFileException e) {
            throw refused(file, "does not exist.", "Add it.");
        } catch (IOException e) {
            throw refused(file, "cannot be read: " + e.getMessage() + ".", "Check that it is a readable file.");
        }
    }

    private static InputException refused(Path file, String what, String remedy) {
        return InputException.of("csv", place(file) + " " + what, file.toString(), remedy);
    }

    /** How errors name a file: with its folder, since every study has a codebook.csv. */
    static String place(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        return folder == null || folder.getFileName() == null
                ? whole.toString()
                : folder.getFileName() + "/" + whole.getFileName();
    }

    private static void requireColumns(Path file, List<String> columns, List<NamedCsvRecord> records) {
        if (records.isEmpty()) {
            throw refused(file, "has no line below its header.", "Its columns are " + String.join(",", columns) + ".");
        }
        List<String> found = records.get(0).getHeader();
        // The reader holds later lines against the first one, and nothing against the header.
        if (records.get(0).getFieldCount() != found.size()) {
            throw refused(
                    file,
                    "line " + records.get(0).getStartingLineNumber() + " has "
                            + records.get(0).getFieldCount() + " fields, its header " + found.size() + ".",
                    "Give each line the header's fields.");
        }
        for (String column : columns) {
            if (!found.contains(column)) {
                throw InputException.of(
                        "csv",
                        place(file) + " lacks the column \"" + column + "\".",
                        String.join(",", found),
                        "Its columns are " + String.join(",", columns) + ".");
            }
        }
    }
}
