package org.deepdive.study;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;

/** Reads a study's published counts. */
final class TallyReader {

    private static final List<String> COLUMNS = List.of("measure", "option", "label", "count", "respondents", "origin");

    private TallyReader() {}

    static List<Tally> read(Path file, List<Measure> measures) {
        try {
            return tallies(
                    file,
                    measures.stream()
                            .filter(Measure.OfCounts.class::isInstance)
                            .map(Measure::name)
                            .toList());
        } catch (InputException e) {
            throw e.in(CsvFile.place(file));
        }
    }

    private static List<Tally> tallies(Path file, List<String> names) {
        return CsvFile.read(file, COLUMNS).stream()
                .map(line -> {
                    if (!names.contains(line.getField("measure"))) {
                        throw InputException.unknown("measure", line.getField("measure"), names);
                    }
                    return new Tally(
                            line.getField("measure"),
                            new Category(line.getField("option"), line.getField("label"), Category.Status.VALID),
                            number(line, "count"),
                            Math.toIntExact(number(line, "respondents")),
                            line.getField("origin"));
                })
                .toList();
    }

    private static long number(NamedCsvRecord line, String column) {
        String text = line.getField(column);
        if (!text.matches("[0-9]{1,9}")) {
            throw InputException.of(
                    "tallies",
                    "Line " + line.getStartingLineNumber() + " has \"" + text + "\" as " + column + ".",
                    text,
                    "Write a whole number without separators.");
        }
        return Long.parseLong(text);
    }
}
