package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Lines of fields as plain text: words to the left, numbers to the right of their columns. */
final class AlignedText {

    private AlignedText() {}

    /**
     * The text.
     *
     * @param lines lines with the same number of fields, the header first
     * @param isNumber which columns hold numbers
     */
    static String of(List<List<String>> lines, IntPredicate isNumber) {
        List<Integer> widths = widths(lines);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder fields = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String padding = " ".repeat(widths.get(i) - length(line.get(i)));
                fields.append(isNumber.test(i) ? padding + line.get(i) : line.get(i) + padding)
                        .append("  ");
            }
            text.append(fields.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < lines.get(0).size(); column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> length(line.get(at))).max().orElse(0));
        }
        return widths;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A label on one line and without control characters, which a terminal would obey. */
    static String plain(String label) {
        return label.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    }
}
