package org.deepdive.plot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.deepdive.study.InputException;

/** Puts a picture and its footnotes into one SVG element, with the style sheet of the colours it uses. */
final class SvgPage {

    private static final int LEAST_WIDTH = 280;
    private static final int MOST_WIDTH = 2000;

    /** The usual length of what stands around a picture, in characters. */
    private static final int AROUND = 1 << 11;

    private static final double FOOTNOTE_SIZE = 13;
    private static final double FOOTNOTE_LINE = 17;

    private SvgPage() {}

    /** A picture that carries its style sheet. */
    static String of(Picture picture, Captions words, int width) {
        return page(drawn(picture, words, width), words, true);
    }

    /** A picture for a page that has the style sheet of all pictures. */
    static String unstyled(Picture picture, Captions words, int width) {
        return page(drawn(picture, words, width), words, false);
    }

    /** How high a picture of a width is. */
    static double height(Picture picture, Captions words, int width) {
        return height(drawn(picture, words, width));
    }

    private static double height(Canvas canvas) {
        return Math.ceil(canvas.y + 6);
    }

    private static Canvas drawn(Picture picture, Captions words, int width) {
        requireWidth(width);
        Canvas canvas = new Canvas(width, id(words.identity(), width));
        draw(canvas, picture);
        footnotes(canvas, words);
        return canvas;
    }

    /** Refuses widths that no chart can be read at. */
    static void requireWidth(int width) {
        if (width < LEAST_WIDTH || width > MOST_WIDTH) {
            throw InputException.of(
                    "width",
                    "A chart cannot be " + width + " pixels wide.",
                    String.valueOf(width),
                    "Ask for " + LEAST_WIDTH + " to " + MOST_WIDTH + ".");
        }
    }

    /** Draws a picture below what was drawn so far, without words around it. */
    static void draw(Canvas canvas, Picture picture) {
        if (picture instanceof Bars bars) {
            BarsSvg.draw(canvas, bars);
        } else if (picture instanceof Likert likert) {
            LikertSvg.draw(canvas, likert);
        } else if (picture instanceof Pairs pairs) {
            PairsSvg.draw(canvas, pairs);
        } else if (picture instanceof Ranks ranks) {
            PairsSvg.draw(canvas, ranks.pairs());
        } else {
            LinesSvg.draw(canvas, (Lines) picture);
        }
    }

    /** An identifier that two charts on one page do not share, and that one chart always has. */
    static String id(String identity, int width) {
        CRC32 crc = new CRC32();
        crc.update((identity + width).getBytes(StandardCharsets.UTF_8));
        return "dd-" + Long.toHexString(crc.getValue());
    }

    private static void footnotes(Canvas canvas, Captions words) {
        for (String note : words.footnotes()) {
            List<String> lines = TextSize.wrap(note, canvas.width, FOOTNOTE_SIZE, false);
            canvas.svg.text(0, canvas.y + FOOTNOTE_SIZE, Svg.Anchor.START, "dd-note", FOOTNOTE_LINE, lines);
            canvas.y += lines.size() * FOOTNOTE_LINE + 3;
        }
    }

    private static String page(Canvas canvas, Captions words, boolean styled) {
        Svg svg = new Svg(canvas.under.length() + canvas.svg.length() + AROUND);
        svg.open("svg", attributes(canvas));
        svg.content("title", words.title(), "id", canvas.id + "-title");
        svg.content("desc", words.altText(), "id", canvas.id + "-desc");
        if (styled) {
            svg.style(StyleSheet.of(canvas));
        }
        hatchings(svg, canvas);
        return svg.append(canvas.under).append(canvas.svg).close().toString();
    }

    private static Object[] attributes(Canvas canvas) {
        double height = height(canvas);
        List<Object> attributes = new ArrayList<>(List.of("xmlns", "http://www.w3.org/2000/svg"));
        attributes.addAll(List.of("viewBox", "0 0 " + canvas.width + " " + Svg.number(height)));
        attributes.addAll(List.of("width", canvas.width, "height", height, "class", "dd-plot", "role", "img"));
        attributes.addAll(List.of("aria-labelledby", canvas.id + "-title " + canvas.id + "-desc"));
        attributes.addAll(List.of("font-family", "sans-serif"));
        // Not in the style sheet, which a wide and a narrow picture on one page share.
        attributes.addAll(List.of("font-size", canvas.fontSize));
        return attributes.toArray();
    }

    /** The patterns of the hatched colours. */
    static void hatchings(Svg svg, Canvas canvas) {
        if (canvas.hatched().isEmpty()) {
            return;
        }
        svg.open("defs");
        for (Ink ink : canvas.hatched()) {
            svg.open(
                    "pattern",
                    "id",
                    canvas.hatchId(ink),
                    "width",
                    7,
                    "height",
                    7,
                    "patternUnits",
                    "userSpaceOnUse",
                    "patternTransform",
                    "rotate(45)");
            svg.leaf("rect", "width", 2.6, "height", 7, "class", ink.id(), "fill", ink.fill(Theme.LIGHT));
            svg.close();
        }
        svg.close();
    }
}
