package org.deepdive.table;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes sheets as an OpenDocument spreadsheet. */
final class OdsFile {

    private static final int HEADING_SIZE = 14;

    /** What XML 1.0 cannot hold. */
    private static final String NOT_XML = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final String title;
    private final String description;
    private final List<OdsSheet> sheets;

    OdsFile(String title, String description, List<OdsSheet> sheets) {
        this.title = title;
        this.description = description;
        this.sheets = sheets;
    }

    byte[] bytes() {
        SpreadSheet book = new SpreadSheet();
        sheets.forEach(sheet -> book.appendSheet(sheet(sheet)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            book.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A spreadsheet in memory can always be written", e);
        }
        return new OdsFinish(plain(title), plain(description), sheets).of(bytes.toByteArray());
    }

    private static Sheet sheet(OdsSheet from) {
        int columns = from.rows().stream().mapToInt(List::size).max().orElse(1);
        Sheet sheet = new Sheet(from.name(), from.rows().size(), columns);
        for (int i = 0; i < columns; i++) {
            sheet.setColumnWidth(i, from.widths().get(i));
        }
        for (int row = 0; row < from.rows().size(); row++) {
            List<Object> cells = from.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                sheet.getRange(row, column).setValue(value(cells.get(column)));
                sheet.getRange(row, column).setStyle(style(from, row));
            }
        }
        return sheet;
    }

    /** Texts are always texts, also where they start as formulas do: a spreadsheet computes what says that it is a formula. */
    private static Object value(Object cell) {
        if (cell instanceof OdsSheet.Share share) {
            return share.value();
        }
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        return plain(cell instanceof OdsSheet.Link link ? link.text() : (String) cell);
    }

    private static String plain(String text) {
        return text.replaceAll(NOT_XML, "").replaceAll("\\s+", " ").strip();
    }

    private static Style style(OdsSheet sheet, int row) {
        Style style = new Style();
        style.setBold(sheet.isTitle(row));
        style.setWrap(!sheet.isAboveTable(row));
        if (row == 0) {
            style.setFontSize(HEADING_SIZE);
        }
        return style;
    }
}
