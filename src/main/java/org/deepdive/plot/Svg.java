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

    private final StringBuilder out = new StringBuilder();
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
        out.append('>').append(escapeXml10(text)).append("</").append(element).append(">\n");
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
            out.append('>').append(escapeXml10(lines.get(i))).append("</tspan>");
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
                    : escapeXml10(attributes[i + 1].toString());
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
    }

    /** A number with at most one decimal, which is a tenth of a pixel. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
