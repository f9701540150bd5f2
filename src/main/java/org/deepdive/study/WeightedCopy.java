package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes lines of respondents with one more column beside their place, then moves them there: nobody meets half a file. */
final class WeightedCopy {

    private final Path out;
    private final String column;
    private final double[] values;
    private int place = -1;
    private int row;

    WeightedCopy(Path out, String column, double[] values) {
        this.out = out.toAbsolutePath();
        this.column = column;
        this.values = values;
    }

    /** @param source hands each line to its taker, the header first */
    void write(Consumer<Consumer<CsvRecord>> source) {
        try {
            WholeFile.write(out, half -> {
                try (CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(opened(half), StandardCharsets.UTF_8)) {
                    source.accept(line -> copy(line, csv));
                }
            });
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private OutputStream opened(Path half) throws IOException {
        OutputStream bytes = Files.newOutputStream(half);
        boolean zipped = out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return zipped ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
    }

    private void copy(CsvRecord line, CsvWriter csv) {
        List<String> fields = new ArrayList<>(line.getFields());
        String field = place < 0 ? column : next();
        if (place < 0) {
            int known = fields.stream().map(String::strip).toList().indexOf(column);
            place = known < 0 ? fields.size() : known;
        }
        if (place < fields.size()) {
            fields.set(place, field);
        } else {
            fields.add(field);
        }
        try {
            csv.writeRecord(fields);
        } catch (UncheckedIOException e) {
            // Told as what it is: to the reader of the source it would look as if the source could not be read.
            throw unwritable(e.getCause());
        }
    }

    /** Nothing for a row too many: a source that has grown is refused when it ends. */
    private String next() {
        return row < values.length ? BigDecimal.valueOf(values[row++]).toPlainString() : "";
    }

    private InputException unwritable(IOException cause) {
        String reason = cause instanceof NoSuchFileException
                ? "its folder does not exist"
                : cause instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : cause.getMessage();
        InputException refused = InputException.of(
                "output-file",
                "The file \"" + out + "\" cannot be written: " + reason + ".",
                out,
                "Name a file in a folder that is writable.");
        refused.initCause(cause);
        return refused;
    }
}
