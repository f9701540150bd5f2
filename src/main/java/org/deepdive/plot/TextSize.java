package org.deepdive.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An estimate of how much room text takes, without asking for fonts, so that the same result is drawn the same on every
 * machine. Widths are those of a wide sans-serif face, in parts of the font size; narrower faces leave some room.
 */
final class TextSize {

    /** The width of an average character, in parts of the font size. */
    static final double AVERAGE = 0.58;

    private static final double BOLD = 1.1;
    private static final String THIN = "ijlI.,:;'|!()[]ftr/\\`-";
    private static final String BROAD = "mwMW@%";

    private TextSize() {}

    /** The width of a text. */
    static double width(String text, double fontSize, boolean bold) {
        return text.codePoints().mapToDouble(TextSize::width).sum() * fontSize * (bold ? BOLD : 1);
    }

    private static double width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        if (THIN.indexOf(character) >= 0) {
            return 0.41;
        }
        if (BROAD.indexOf(character) >= 0) {
            return 0.97;
        }
        if (character == ' ') {
            return 0.32;
        }
        if (character >= 0x2E80) {
            return 1;
        }
        return Character.isUpperCase(character) ? 0.73 : 0.63;
    }

    /** A text broken at spaces into lines of a width, and within words that are longer than that; at least one line. */
    static List<String> wrap(String text, double width, double fontSize, boolean bold) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            for (String piece : pieces(word, width, fontSize, bold)) {
                String longer = line.isEmpty() ? piece : line + " " + piece;
                if (!line.isEmpty() && width(longer, fontSize, bold) > width) {
                    lines.add(line);
                    longer = piece;
                }
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The width of the longest of some lines. */
    static double widest(List<String> lines, double fontSize, boolean bold) {
        return lines.stream().mapToDouble(l -> width(l, fontSize, bold)).max().orElse(0);
    }

    private static List<String> pieces(String word, double width, double fontSize, boolean bold) {
        if (width(word, fontSize, bold) <= width) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int character : word.codePoints().toArray()) {
            if (!piece.isEmpty() && width(piece + Character.toString(character), fontSize, bold) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
        }
        pieces.add(piece.toString());
        return pieces.stream().collect(Collectors.toList());
    }
}
