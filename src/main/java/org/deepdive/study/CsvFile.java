package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small CSV files with a header line, such as codebooks; respondents are read by {@link MicrodataReader}. */
public final class CsvFile {

    private CsvFile() {}

    /**
     * All records of a file.
     *
     * @throws InputException where it is not CSV, or a line has another number of fields than the header, or a column
     *     is missing
     */
    public static List<NamedCsvRecord> read(Path file, List<String> columns) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(Files.newBufferedReader(file))) {
            List<NamedCsvRecord> records = reader.stream().toList();
            requireColumns(file, columns, records);
            return records;
        } catch (CsvParseException e) {
            throw InputException.of(
                    "csv", file.getFileName() + " is not valid CSV: " + e.getMessage() + ".", file.toString(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void requireColumns(Path file, List<String> columns, List<NamedCsvRecord> records) {
        List<String> found = records.isEmpty() ? List.of() : records.get(0).getHeader();
        for (String column : columns) {
            if (!found.contains(column)) {
                throw InputException.of(
                        "csv",
                        file.getFileName() + " lacks the column \"" + column + "\".",
                        String.join(",", found),
                        "Its columns are " + String.join(",", columns) + ".");
            }
        }
    }
}
