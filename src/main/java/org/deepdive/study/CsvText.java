package org.deepdive.study;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Results as CSV text after RFC 4180, with line feeds and a header line. A field that a spreadsheet would take for a formula
 * has an apostrophe before it; numbers stay numbers. Source: OWASP, CSV Injection.
 */
public final class CsvText {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final Pattern NUMBER = Pattern.compile("[-+](\\d[\\d.,]*([eE][-+]?\\d+)?%?)?");

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
            csv.writeRecord(inert(header));
            rows.forEach(row -> csv.writeRecord(inert(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be written", e);
        }
        return text.toString();
    }

    private static List<String> inert(List<String> fields) {
        return fields.stream().map(CsvText::inert).toList();
    }

    private static String inert(String field) {
        boolean starts = !field.isEmpty() && FORMULA_STARTS.indexOf(field.charAt(0)) >= 0;
        return starts && !NUMBER.matcher(field).matches() ? "'" + field : field;
    }
}
