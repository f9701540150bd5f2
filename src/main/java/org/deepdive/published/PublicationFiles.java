package org.deepdive.published;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepdive.study.CsvFile;
import org.deepdive.study.InputException;
import org.deepdive.study.InvalidDataException;
import org.deepdive.study.Study;

/**
 * Figures of a user's own publications, in the columns of {@code data/published}. Their publications need not be listed
 * anywhere, and their queries may name studies that do not exist here; a query of one that does must be one it can
 * understand. A file with anything wrong is refused, with all that is wrong in it.
 */
public final class PublicationFiles {

    /** The most bytes of a file. */
    public static final long MOST_BYTES = 2_000_000;

    /** The most figures of all files together; every figure is held against every other. */
    public static final int MOST_FIGURES = 5_000;

    private final FigureProblems problems = new FigureProblems();
    private final List<FigureRow> rows = new ArrayList<>();

    private PublicationFiles() {}

    /**
     * Reads files as one set of figures, which may name each other in {@code versus}.
     *
     * @param files CSV files in UTF-8 with a header
     * @param studies the studies that queries are checked against where they name them
     * @throws InputException where a file cannot be read at all, lacks a column or is too large
     * @throws InvalidDataException that lists what is wrong by file, line and column
     */
    public static PublishedFigures read(List<Path> files, List<Study> studies) {
        PublicationFiles reading = new PublicationFiles();
        files.forEach(reading::lines);
        reading.ids();
        FigureParser parser = new FigureParser(studies, reading.problems);
        List<PublishedFigure> figures = reading.rows.stream()
                .flatMap(row -> parser.figure(row).stream())
                .toList();
        reading.problems.refuse();
        return new PublishedFigures(List.of(), figures);
    }

    private void lines(Path file) {
        List<CsvRecord> lines = CsvFile.lines(file, MOST_BYTES);
        String name = String.valueOf(file.getFileName());
        if (lines.size() < 2) {
            throw InputException.of("csv", name + " has no line below its header.", file, columns());
        }
        List<String> header =
                lines.get(0).getFields().stream().map(String::strip).toList();
        requireColumns(name, header);
        for (CsvRecord line : lines.subList(1, lines.size())) {
            if (line.getFieldCount() != header.size()) {
                problems.add(
                        name,
                        line.getStartingLineNumber(),
                        "",
                        line.getFieldCount() + " fields",
                        header.size() + " fields, as in the header");
            } else {
                rows.add(FigureRow.of(name, header, line));
            }
        }
        if (rows.size() > MOST_FIGURES) {
            throw InputException.of(
                    "csv",
                    name + " brings the figures to " + rows.size() + ", where at most " + MOST_FIGURES + " are read.",
                    file,
                    "Give fewer at a time.");
        }
    }

    private static String columns() {
        return "Its columns are " + String.join(",", PublishedFigures.FIGURE_COLUMNS) + ".";
    }

    private static void requireColumns(String file, List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                throw InputException.of("csv", file + " has the column \"" + column + "\" twice.", column, "Keep one.");
            }
        }
        List<String> missing = PublishedFigures.FIGURE_COLUMNS.stream()
                .filter(column -> !header.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw InputException.of(
                    "csv",
                    file + " lacks the column" + (missing.size() > 1 ? "s " : " ") + Wording.list(missing) + "."
                            + near(missing, header),
                    String.join(",", header),
                    columns());
        }
    }

    /** Which columns of the file may be missing ones under another name. */
    private static String near(List<String> missing, List<String> header) {
        List<String> strangers = header.stream()
                .filter(column -> !PublishedFigures.FIGURE_COLUMNS.contains(column) && !column.equals("note"))
                .toList();
        StringBuilder words = new StringBuilder();
        for (String column : strangers) {
            String remedy = InputException.unknown("column", column, missing).remedy();
            words.append(remedy.isEmpty() ? "" : " It has \"" + column + "\". " + remedy);
        }
        return words.toString();
    }

    /** Each id stands once, and what a row is compared with exists. */
    private void ids() {
        Map<String, FigureRow> first = new HashMap<>();
        for (FigureRow row : rows) {
            String id = row.get("id");
            if (id.isBlank() || id.chars().anyMatch(Character::isWhitespace)) {
                problems.add(row, "id", id, "a name without spaces");
            } else if (first.putIfAbsent(id, row) != null) {
                FigureRow other = first.get(id);
                problems.add(
                        row,
                        "id",
                        id,
                        "a name of its own; it stands in " + other.file() + ", line " + other.line() + " already");
            }
        }
        List<String> known = List.copyOf(first.keySet());
        for (FigureRow row : rows) {
            row.versus().stream()
                    .filter(id -> !first.containsKey(id) || id.equals(row.get("id")))
                    .forEach(id -> problems.add(row, "versus", id, "the id of another row" + nearest(id, row, known)));
        }
    }

    private static String nearest(String id, FigureRow row, List<String> known) {
        List<String> others =
                known.stream().filter(k -> !k.equals(row.get("id"))).sorted().toList();
        String remedy = InputException.unknown("figure", id, others).remedy();
        return remedy.isEmpty() ? "" : ". " + remedy;
    }
}
