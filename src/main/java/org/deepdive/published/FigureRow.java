package org.deepdive.published;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a file of figures, before it is understood.
 *
 * @param file the file's name
 * @param line the line, counted from 1
 * @param fields what stands in each column
 */
record FigureRow(String file, long line, Map<String, String> fields) {

    static FigureRow of(String file, List<String> header, CsvRecord line) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), line.getField(i).strip());
        }
        return new FigureRow(file, line.getStartingLineNumber(), fields);
    }

    /** What stands in a column; nothing where the file has no such column. */
    String get(String column) {
        return fields.getOrDefault(column, "");
    }

    List<String> versus() {
        return get("versus").isBlank() ? List.of() : List.of(get("versus").split("\\s+"));
    }
}
