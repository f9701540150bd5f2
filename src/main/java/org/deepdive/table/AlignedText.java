package org.deepdive.table;

import java.util.List;

/**
 * Lines of cells as plain text: names to the left, numbers to the right of their columns, marks in the last one.
 *
 * @param lines the lines, each with as many cells
 * @param names how many of the first columns hold names
 */
record AlignedText(List<List<String>> lines, int names) {

    String text() {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(aligned(line, widths)).append('\n'));
        return text.toString();
    }

    private String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(line.get(i)));
            boolean number = i >= names && i < widths.length - 1;
            text.append(number ? padding + line.get(i) : line.get(i) + padding).append("  ");
        }
        return text.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A label on one line and without control characters, which a terminal would obey. */
    static String plain(String label) {
        return label.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    }
}
