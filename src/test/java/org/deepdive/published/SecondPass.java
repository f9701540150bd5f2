package org.deepdive.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.CsvFile;

/** The second transcription of the published documents; see its README for how it was made. */
final class SecondPass {

    private static final Path FOLDER = Path.of("src", "test", "resources", "transcription");

    private SecondPass() {}

    /** Its rows. */
    static List<TranscribedRow> rows() {
        return read("second-pass.csv", "document", "section", "quote", "printed", "about").stream()
                .map(line -> new TranscribedRow(
                        line.getField("document"),
                        line.getField("quote"),
                        line.getField("printed"),
                        line.getField("section") + ": " + line.getField("about")))
                .toList();
    }

    /** Digits left out one by one. */
    static List<NamedCsvRecord> omitted() {
        return read("omitted.csv", "document", "quote", "digits", "reason");
    }

    /** Digits left out by rule. */
    static List<NamedCsvRecord> omittedKinds() {
        return read("omitted-kinds.csv", "pattern", "not_in", "reason");
    }

    /** Differences from the first transcription that stay. */
    static List<NamedCsvRecord> settled() {
        return read("settled.csv", "document", "side", "row", "printed", "why");
    }

    private static List<NamedCsvRecord> read(String name, String... columns) {
        return CsvFile.read(FOLDER.resolve(name), List.of(columns));
    }
}
