package org.deepdive.study;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Results as CSV text after RFC 4180, with line feeds and a header line. */
public final class CsvText {

    private CsvText() {}

    /**
     * The text.
     *
     * @param header the columns' names
     * @param rows one list of fields a row, as long as the header
     */
    public static String of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        // Closed before the text is taken: the writer keeps its last kilobytes to itself until then.
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be written", e);
        }
        return text.toString();
    }
}
