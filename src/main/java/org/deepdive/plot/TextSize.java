package org.deepdive.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An estimate of how much room text takes, without asking for fonts, so that the same result is drawn the same on every
 * machine. Widths are those of a wide sans-serif face, in parts of the font size; narrower faces leave some room.
 */
final class TextSize {

    /** The width of an average character, in parts of the font size. */
    static final double AVERAGE = 0.58;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final double BOLD = 1.1;
    private static final String THIN = "ijlI.,:;'|!()[]ftr/\\`-";
    private static final String BROAD = "mwMW@%";

    /** The width of a space, in hundredths of the font size. */
    private static final int SPACE = 32;

    private static final int[] PLAIN =
            IntStream.range(0, 128).map(TextSize::hundredths).toArray();

    private TextSize() {}

    /** The width of a text. */
    static double width(String text, double fontSize, boolean bold) {
        return size(hundredths(text), fontSize, bold);
    }

    private static double size(int hundredths, double fontSize, boolean bold) {
        return hundredths / 100.0 * fontSize * (bold ? BOLD : 1);
    }

    private static int hundredths(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            sum += character < PLAIN.length ? PLAIN[character] : hundredths(character);
            i += Character.charCount(character);
        }
        return sum;
    }

    private static int hundredths(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        if (THIN.indexOf(character) >= 0) {
            return 41;
        }
        if (BROAD.indexOf(character) >= 0) {
            return 97;
        }
        if (character == ' ') {
            return SPACE;
        }
        if (character >= 0x2E80) {
            return 100;
        }
        return Character.isUpperCase(character) ? 73 : 63;
    }

    /** A text broken at spaces into lines of a width, and within words that are longer than that; at least one line. */
    static List<String> wrap(String text, double width, double fontSize, boolean bold) {
        if (isEven(text) && width(text, fontSize, bold) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int taken = 0;
        for (String word : SPACES.split(text.strip())) {
            for (String piece : pieces(word, width, fontSize, bold)) {
                int more = hundredths(piece);
                if (!line.isEmpty() && size(taken + SPACE + more, fontSize, bold) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                taken = line.isEmpty() ? more : taken + SPACE + more;
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Whether single spaces, and no others, stand between the words of a text. */
    private static boolean isEven(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
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
