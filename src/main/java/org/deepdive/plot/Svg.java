package org.deepdive.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.deepdive.study.XmlText;

/** Writes SVG elements. Whatever is not a number is escaped; characters that XML cannot hold are dropped. */
final class Svg {

    /** Where a text stands relative to its position. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** Attributes that many elements have alike, written once. */
    static final class Look {

        private final String attributes;

        private Look(String attributes) {
            this.attributes = attributes;
        }

        /** Attributes as names and values in turn. */
        static Look of(Object... attributes) {
            Svg svg = new Svg(64);
            svg.attributes(attributes);
            return new Look(svg.toString());
        }
    }

    /** Up to here tenths are exact enough to be rounded without decimals. */
    private static final double MOST_TENTHS = 1e6;

    private static final int USUAL_LENGTH = 1 << 13;
    private static final double NEARLY = 1e-6;

    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();

    Svg() {
        this(USUAL_LENGTH);
    }

    /** @param length about how many characters there will be */
    Svg(int length) {
        this.out = new StringBuilder(length);
    }

    /** How many characters there are so far. */
    int length() {
        return out.length();
    }

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

    /** A rectangle. */
    Svg rectangle(double x, double y, double width, double height, Look look) {
        out.append("<rect x=\"");
        append(out, x).append("\" y=\"");
        append(out, y).append("\" width=\"");
        append(out, width).append("\" height=\"");
        append(out, height).append('"').append(look.attributes).append("/>\n");
        return this;
    }

    /** A path, of whose commands and numbers nothing needs an escape. */
    Svg path(CharSequence path, Look look) {
        out.append("<path d=\"")
                .append(path)
                .append('"')
                .append(look.attributes)
                .append("/>\n");
        return this;
    }

    /** An element with text. */
    Svg content(String element, String text, Object... attributes) {
        start(element, attributes);
        out.append('>');
        escape(text).append("</").append(element).append(">\n");
        return this;
    }

    /** Text in one or more lines, the first with its baseline at y. */
    Svg text(double x, double y, Anchor anchor, String style, double lineHeight, List<String> lines) {
        if (lines.size() == 1) {
            return text(x, y, anchor, style, lines.get(0));
        }
        start("text", "text-anchor", anchor.word, "class", style);
        out.append('>');
        for (int i = 0; i < lines.size(); i++) {
            // Without line feeds between them, which would count as spaces and shift what is anchored at its end.
            start("tspan", "x", x, "y", y + i * lineHeight);
            out.append('>');
            escape(lines.get(i)).append("</tspan>");
        }
        out.append("</text>\n");
        return this;
    }

    /** Text on one line. */
    Svg text(double x, double y, Anchor anchor, String style, String line) {
        out.append("<text x=\"");
        append(out, x).append("\" y=\"");
        append(out, y).append("\" text-anchor=\"").append(anchor.word).append("\" class=\"");
        escape(style).append("\">");
        escape(line).append("</text>\n");
        return this;
    }

    /** What another writer wrote. */
    Svg append(Svg other) {
        out.append(other.out);
        return this;
    }

    /** What was written before, which must be well formed. */
    Svg append(String written) {
        out.append(written);
        return this;
    }

    /** A style sheet, which must hold nothing that needs an escape. */
    Svg style(String css) {
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        attributes(attributes);
    }

    private void attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            if (attributes[i + 1] instanceof Number number) {
                append(out, number.doubleValue());
            } else {
                escape(attributes[i + 1].toString());
            }
            out.append('"');
        }
    }

    private StringBuilder escape(String text) {
        return XmlText.append(out, text);
    }

    /** A number with at most one decimal, which is a tenth of a pixel; halves are rounded as they are printed. */
    static String number(double value) {
        return append(new StringBuilder(), value).toString();
    }

    /** Appends {@link #number}. */
    static StringBuilder append(StringBuilder text, double value) {
        double tenths = Math.abs(value) * 10;
        double whole = Math.floor(tenths);
        double rest = tenths - whole;
        if (!(tenths < MOST_TENTHS) || Math.abs(rest - 0.5) < NEARLY) {
            return text.append(exactNumber(value));
        }
        int rounded = (int) whole + (rest > 0.5 ? 1 : 0);
        if (rounded == 0) {
            return text.append('0');
        }
        if (value < 0) {
            text.append('-');
        }
        text.append(rounded / 10);
        return rounded % 10 == 0 ? text : text.append('.').append((char) ('0' + rounded % 10));
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
