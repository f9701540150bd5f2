package org.deepdive.estimate;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The small files of {@code src/test/resources/reference}: data, and R's numbers about them. */
public final class ReferenceFile {

    private ReferenceFile() {}

    /** The lines of a file, comments skipped. */
    public static List<NamedCsvRecord> read(String name) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/test/resources/reference", name))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field as a number, as R writes it: {@code Inf}, {@code -Inf} and {@code NaN} too. */
    public static double number(NamedCsvRecord line, String field) {
        String text = line.getField(field);
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    /** Whether a number is R's: to a relative tolerance, or to 1e-12 where R says 0; NaN is NaN. */
    public static boolean agree(double ours, double expected, double relative) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            return Double.compare(ours, expected) == 0;
        }
        return Math.abs(ours - expected) <= (expected == 0 ? 1e-12 : relative * Math.abs(expected));
    }
}
