package org.deepdive.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deepdive.study.CsvFile;
import org.deepdive.study.InputException;

/** The rows of a transcribed file; a mistake in one is told with its file and line. */
final class CsvRows {

    private CsvRows() {}

    /**
     * Reads a file.
     *
     * @param columns the columns it must have
     * @param row makes of a line what it stands for
     * @throws InputException that names the file and line of what is wrong
     */
    static <T> List<T> read(Path file, List<String> columns, Function<NamedCsvRecord, T> row) {
        List<T> rows = new ArrayList<>();
        for (NamedCsvRecord line : CsvFile.read(file, columns)) {
            try {
                rows.add(row.apply(line));
            } catch (InputException e) {
                throw InputException.of(
                        e.code(),
                        file.getFileName() + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(),
                        e.given(),
                        "");
            }
        }
        return rows;
    }

    /** A field that must say something. */
    static String text(NamedCsvRecord line, String column) {
        String text = line.getField(column);
        if (text.isBlank()) {
            throw InputException.of("empty-field", "The field \"" + column + "\" is empty.", "", "Fill it.");
        }
        return text;
    }

    /** A whole number from one up to a largest. */
    static int whole(NamedCsvRecord line, String column, int largest) {
        String text = line.getField(column);
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > largest) {
            throw InputException.of(
                    column,
                    "\"" + text + "\" is not a " + column + ".",
                    text,
                    "Write a whole number from 1 to " + largest + ".");
        }
        return number;
    }

    /** Words separated by spaces. */
    static List<String> words(NamedCsvRecord line, String column) {
        String text = line.getField(column);
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    /** What is named, or an error with the nearest name. */
    static String among(String kind, String given, List<String> allowed) {
        if (!allowed.contains(given)) {
            throw InputException.unknown(kind, given, allowed);
        }
        return given;
    }
}
