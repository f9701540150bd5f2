package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A sheet of a spreadsheet while it is filled: rows from A1 on. A cell is a text, a number, a {@link Share} or a
 * {@link Link}.
 */
final class OdsSheet {

    /** A fraction of one, shown as a percentage. */
    record Share(double value) {}

    /**
     * A text that leads to a sheet.
     *
     * @param text what it says
     * @param sheet the name of the sheet
     */
    record Link(String text, String sheet) {}

    private static final int NONE = -1;

    private final String name;
    private final List<Double> widths;
    private final List<List<Object>> rows = new ArrayList<>();
    private int header = NONE;

    /**
     * @param name its name: letters, digits and underscores
     * @param widths the widths of its columns in millimetres
     */
    OdsSheet(String name, List<Double> widths) {
        this.name = name;
        this.widths = widths;
    }

    /** The heading in the first cell. */
    OdsSheet heading(String words) {
        return row(List.of(words));
    }

    /** The headers of the table that follows. */
    OdsSheet header(List<?> titles) {
        header = rows.size();
        return row(titles);
    }

    OdsSheet row(List<?> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    String name() {
        return name;
    }

    List<Double> widths() {
        return widths;
    }

    List<List<Object>> rows() {
        return rows;
    }

    /** Whether a row is the heading or the table's headers. */
    boolean isTitle(int row) {
        return row == 0 || row == header;
    }

    /** Whether a row is a line above the table that may run over the cells to its right. */
    boolean isAboveTable(int row) {
        return header != NONE && row < header;
    }

    /** Whether it has a table. */
    boolean hasTable() {
        return header != NONE;
    }

    /** The cells of its table with their headers, such as {@code Table_1.A5:Table_1.K20}. */
    String table() {
        int columns = rows.get(header).size();
        return name + ".A" + (header + 1) + ":" + name + "." + column(columns - 1) + rows.size();
    }

    private static String column(int at) {
        String last = String.valueOf((char) ('A' + at % 26));
        return at < 26 ? last : column(at / 26 - 1) + last;
    }
}
