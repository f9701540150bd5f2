package org.deepdive.plot;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Writes SVG elements. Whatever is not a number is escaped; characters that XML cannot hold are dropped. */
final class Svg {

    /** Where a text stands relative to its position. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Up to here tenths are exact enough to be rounded without decimals. */
    private static final double MOST_TENTHS = 1e6;

    /** From here to {@link #LAST_SAFE}, characters stand in XML as they are. */
    private static final char NO_BREAK_SPACE = 0xA0;

    /** Behind it are halves of characters, and some that XML cannot hold. */
    private static final char LAST_SAFE = 0xD7FF;

    private static final double NEARLY = 1e-6;

    private final StringBuilder out = new StringBuilder(1 << 12);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    Svg open(String element, Object... attributes) {
        start(element, attributes);
        out.append(">\n");
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    Svg close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element without content. */
    Svg leaf(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element with text. */
    Svg content(String element, String text, Object... attributes) {
        start(element, attributes);
        out.append('>').append(escaped(text)).append("</").append(element).append(">\n");
        return this;
    }

    /** Text in one or more lines, the first with its baseline at y. */
    Svg text(double x, double y, Anchor anchor, String style, double lineHeight, List<String> lines) {
        String at = anchor.name().toLowerCase(Locale.ROOT);
        if (lines.size() == 1) {
            return content("text", lines.get(0), "x", x, "y", y, "text-anchor", at, "class", style);
        }
        start("text", "text-anchor", at, "class", style);
        out.append('>');
        for (int i = 0; i < lines.size(); i++) {
            // Without line feeds between them, which would count as spaces and shift what is anchored at its end.
            start("tspan", "x", x, "y", y + i * lineHeight);
            out.append('>').append(escaped(lines.get(i))).append("</tspan>");
        }
        out.append("</text>\n");
        return this;
    }

    /** Text on one line. */
    Svg text(double x, double y, Anchor anchor, String style, String line) {
        return text(x, y, anchor, style, 0, List.of(line));
    }

    /** What another writer wrote. */
    Svg append(Svg other) {
        out.append(other.out);
        return this;
    }

    /** A style sheet, which must hold nothing that needs an escape. */
    Svg style(String css) {
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1] instanceof Number number
                    ? number(number.doubleValue())
                    : escaped(attributes[i + 1].toString());
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
    }

    /** Most texts need no escape, and looking is quicker than escaping. */
    private static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' '
                    || c > '~' && c < NO_BREAK_SPACE
                    || c > LAST_SAFE
                    || c == '&'
                    || c == '<'
                    || c == '>'
                    || c == '"'
                    || c == '\'') {
                return escapeXml10(text);
            }
        }
        return text;
    }

    /** A number with at most one decimal, which is a tenth of a pixel; halves are rounded as they are printed. */
    static String number(double value) {
        double tenths = Math.abs(value) * 10;
        double whole = Math.floor(tenths);
        double rest = tenths - whole;
        if (!(tenths < MOST_TENTHS) || Math.abs(rest - 0.5) < NEARLY) {
            return exactNumber(value);
        }
        long rounded = (long) whole + (rest > 0.5 ? 1 : 0);
        if (rounded == 0) {
            return "0";
        }
        String digits = rounded % 10 == 0 ? Long.toString(rounded / 10) : rounded / 10 + "." + rounded % 10;
        return value < 0 ? "-" + digits : digits;
    }

    private static String exactNumber(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
