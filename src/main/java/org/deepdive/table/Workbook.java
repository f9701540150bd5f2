package org.deepdive.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Flag;

/**
 * Tables as one OpenDocument spreadsheet, laid out as the Government Analysis Function asks for: a cover sheet, a contents
 * sheet, a notes sheet, then one table a sheet that starts in A1; no merged cells, no frozen panes, no meaning by colour,
 * and marks and blank cells explained. Immutable.
 *
 * <p>Source: Government Analysis Function, <cite>Releasing statistics in spreadsheets</cite>, and <cite>Using symbols in
 * tables</cite>.
 */
public final class Workbook {

    /** The media type of its files. */
    public static final String CONTENT_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final String NOTES = "Notes";
    private static final double NARROW = 30;
    private static final double WIDE = 160;

    private final String title;
    private final List<String> cover;
    private final List<DataSheet> tables;

    /**
     * A workbook.
     *
     * @param title what it is about
     * @param cover what the cover says below the title, a paragraph each
     * @param tables its tables, at least one
     */
    public Workbook(String title, List<String> cover, List<DataSheet> tables) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("A workbook without a table");
        }
        this.title = title;
        this.cover = List.copyOf(cover);
        this.tables = List.copyOf(tables);
    }

    /** The file: the same bytes for the same content. */
    public byte[] ods() {
        Map<String, String> notes = numbered();
        List<OdsSheet> sheets = new ArrayList<>();
        sheets.add(cover());
        sheets.add(contents());
        sheets.add(notes(notes));
        for (int i = 0; i < tables.size(); i++) {
            sheets.add(table(i, notes));
        }
        return new OdsFile(title, cover.isEmpty() ? title : cover.get(0), sheets).bytes();
    }

    private static String name(int table) {
        return "Table_" + (table + 1);
    }

    /** Each note once, with its number. */
    private Map<String, String> numbered() {
        Map<String, String> numbers = new LinkedHashMap<>();
        tables.stream()
                .flatMap(table -> table.notes().stream())
                .forEach(note -> numbers.computeIfAbsent(note, n -> "[note " + (numbers.size() + 1) + "]"));
        return numbers;
    }

    private OdsSheet cover() {
        OdsSheet sheet = new OdsSheet("Cover", List.of(WIDE)).heading(title);
        cover.forEach(paragraph -> sheet.row(List.of(paragraph)));
        return sheet;
    }

    private OdsSheet contents() {
        OdsSheet sheet = new OdsSheet("Contents", List.of(NARROW, WIDE))
                .heading("Contents")
                .row(List.of("This sheet lists every other sheet, with links to them."))
                .header(List.of("Sheet", "What it holds"))
                .row(List.of(new OdsSheet.Link("Cover", "Cover"), title))
                .row(List.of(new OdsSheet.Link(NOTES, NOTES), "Notes and the meaning of marks"));
        for (int i = 0; i < tables.size(); i++) {
            DataSheet table = tables.get(i);
            sheet.row(List.of(
                    new OdsSheet.Link(name(i), name(i)),
                    table.title() + ". " + table.subtitle() + ". " + table.data()));
        }
        return sheet;
    }

    private static OdsSheet notes(Map<String, String> notes) {
        OdsSheet sheet = new OdsSheet(NOTES, List.of(NARROW, WIDE))
                .heading("Notes and marks")
                .row(List.of("This sheet holds one table: the notes that titles refer to, and the marks of cells."))
                .header(List.of("Note or mark", "Meaning"));
        notes.forEach((note, number) -> sheet.row(List.of(number, note)));
        for (Flag flag : Flag.values()) {
            sheet.row(List.of(flag.mark(), flag.meaning()));
        }
        return sheet.row(List.of(
                        "*",
                        "more than 0 but under 0.5% where percentages are printed whole, as on pages;"
                                + " this workbook has the number itself"))
                .row(List.of("–", "zero where percentages are printed whole, as on pages; this workbook has 0"))
                .row(List.of("Blank cell", "the row has no mark, or the column does not apply to it"))
                .row(List.of(
                        "Percentages",
                        "are fractions of one shown with one decimal; the cells hold all digits that may be shown"));
    }

    private OdsSheet table(int at, Map<String, String> notes) {
        DataSheet table = tables.get(at);
        StringBuilder heading =
                new StringBuilder("Table ").append(at + 1).append(": ").append(table.title());
        table.notes().stream().distinct().forEach(note -> heading.append(' ').append(notes.get(note)));
        OdsSheet sheet = new OdsSheet(name(at), widths(table))
                .heading(heading.toString())
                .row(List.of(table.subtitle()))
                .row(List.of(table.data()))
                .row(List.of("This sheet holds one table. Notes and marks are explained in the sheet Notes."
                        + (table.hasBlanks() ? " Some cells are blank: the row has no mark there." : "")))
                .header(table.fields().stream()
                        .<Object>map(DataSheet.Field::title)
                        .toList());
        for (List<Object> row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                boolean share = table.fields().get(i).kind() == DataSheet.Kind.SHARE;
                cells.add(share && row.get(i) instanceof Number n ? new OdsSheet.Share(n.doubleValue()) : row.get(i));
            }
            sheet.row(cells);
        }
        return sheet;
    }

    /** Wide enough for words, and for the words of headers on two lines. */
    private static List<Double> widths(DataSheet table) {
        List<Double> widths = new ArrayList<>();
        for (int i = 0; i < table.fields().size(); i++) {
            int column = i;
            int longest = table.rows().stream()
                    .map(row -> row.get(column))
                    .filter(String.class::isInstance)
                    .mapToInt(text -> ((String) text).length())
                    .max()
                    .orElse(0);
            widths.add(Math.min(WIDE / 2, Math.max(NARROW, longest * 2.2)));
        }
        return widths;
    }
}
