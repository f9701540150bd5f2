package org.deepdive.plot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.study.DataLabel;

/**
 * Writes a chart with its words as one SVG that looks alike everywhere. What the style sheet of pages says of classes is
 * said by attributes here, since word processors, drawing programs and the library that makes the PNG know no style sheets.
 */
final class StandaloneSvg {

    /** Between the edge and everything else. */
    static final int MARGIN = 16;

    /** The faces of an SVG for readers. */
    static final String ANY_SANS_SERIF = "Arial, Helvetica, sans-serif";

    /** Java's name of the same. */
    static final String JAVA_SANS_SERIF = "SansSerif";

    private static final double TITLE_SIZE = 22;
    private static final double SUBTITLE_SIZE = 15;
    private static final double NOTE_SIZE = 13;
    private static final double LEADING = 1.3;
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]*)\"");
    private static final Pattern LINES = Pattern.compile("<text( [^>]*)>((?:<tspan [^>]*>[^<]*</tspan>)+)</text>\n");
    private static final Pattern LINE = Pattern.compile("<tspan( [^>]*>[^<]*)</tspan>");
    private static final Pattern HALOED =
            Pattern.compile("<text( [^>]*class=\"[^\"]*dd-haloed[^\"]*\"[^>]*>.*?</text>)");
    private static final Map<String, String> ATTRIBUTES = attributes();

    private final StandaloneParts parts;
    private final int width;

    /** @param width of the whole figure in pixels */
    StandaloneSvg(StandaloneParts parts, int width) {
        this.parts = parts;
        this.width = width;
    }

    private static Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("dd-bold", " font-weight=\"bold\"");
        attributes.put("dd-note", " font-size=\"13\"");
        attributes.put("dd-small", " font-size=\"12\"");
        attributes.put("dd-title", " font-size=\"22\" font-weight=\"bold\"");
        Arrays.stream(Ink.values())
                .forEach(ink -> attributes.put(ink.id() + "-on", " fill=\"" + ink.text(Theme.LIGHT) + "\""));
        return attributes;
    }

    /** @param faces the font families, the first that the reader has is taken */
    String text(String faces) {
        Canvas canvas = drawn();
        int height = (int) Math.ceil(canvas.y) + 2 * MARGIN;
        Svg svg = new Svg();
        svg.open("svg", root(canvas, height, faces));
        svg.content("title", parts.title(), "id", canvas.id + "-title");
        svg.content("desc", parts.altText(), "id", canvas.id + "-desc");
        SvgPage.hatchings(svg, canvas);
        svg.leaf("rect", "width", width, "height", height, "fill", Theme.LIGHT.paper());
        svg.open("g", "transform", "translate(" + MARGIN + " " + MARGIN + ")");
        svg.append(canvas.under).append(canvas.svg).close().close();
        return plain(svg.toString());
    }

    private Object[] root(Canvas canvas, int height, String faces) {
        return new Object[] {
            "xmlns",
            "http://www.w3.org/2000/svg",
            "viewBox",
            "0 0 " + width + " " + height,
            "width",
            width,
            "height",
            height,
            "role",
            "img",
            "aria-labelledby",
            canvas.id + "-title " + canvas.id + "-desc",
            "font-family",
            faces,
            "font-size",
            canvas.fontSize,
            "fill",
            Theme.LIGHT.ink()
        };
    }

    private Canvas drawn() {
        int inner = width - 2 * MARGIN;
        Canvas canvas = new Canvas(inner, SvgPage.id(parts.identity(), width) + "-standalone");
        canvas.y = 0;
        badges(canvas);
        words(canvas, "dd-title", parts.title(), TITLE_SIZE, true);
        words(canvas, "dd-text", parts.subtitle(), SUBTITLE_SIZE, false);
        canvas.y += 10;
        parts.picture().accept(canvas);
        canvas.y += 4;
        List<String> caption = parts.caption();
        words(canvas, "dd-note", caption.get(0), NOTE_SIZE, false);
        if (caption.size() > 1) {
            words(canvas, "dd-note", String.join(" ", caption.subList(1, caption.size())), NOTE_SIZE, false);
        }
        return canvas;
    }

    /** The data labels in frames, above everything: who cuts the caption off still has them. */
    private void badges(Canvas canvas) {
        double x = 0;
        for (DataLabel label : parts.labels()) {
            double room = TextSize.width(label.title(), NOTE_SIZE, true) + 16;
            canvas.svg.leaf(
                    "rect",
                    "x",
                    x + 0.5,
                    "y",
                    0.5,
                    "width",
                    room,
                    "height",
                    23,
                    "fill",
                    "none",
                    "stroke",
                    Theme.LIGHT.ink(),
                    "stroke-width",
                    1);
            canvas.svg.text(x + room / 2, 16.5, Svg.Anchor.MIDDLE, "dd-note dd-bold", label.title());
            x += room + 8;
        }
        canvas.y += 32;
    }

    private static void words(Canvas canvas, String style, String text, double size, boolean bold) {
        List<String> lines = TextSize.wrap(text, canvas.width, size, bold);
        double line = size * LEADING;
        canvas.svg.text(0, canvas.y + size, Svg.Anchor.START, style, line, lines);
        canvas.y += lines.size() * line + 4;
    }

    /** Classes as attributes. Within texts there is no quotation mark that is not escaped, so nothing else is taken for one. */
    static String plain(String svg) {
        return CLASS.matcher(doubled(apart(svg)))
                .replaceAll(found ->
                        Matcher.quoteReplacement(Stream.of(found.group(1).split(" "))
                                .map(name -> ATTRIBUTES.getOrDefault(name, ""))
                                .collect(Collectors.joining())));
    }

    /** The lines of a text as texts of their own: not every program anchors each line by itself. */
    private static String apart(String svg) {
        return LINES.matcher(svg)
                .replaceAll(found -> Matcher.quoteReplacement(LINE.matcher(found.group(2))
                        .replaceAll("<text" + Matcher.quoteReplacement(found.group(1)) + "$1</text>\n")));
    }

    /** A text on its halo: written below itself with a white edge, since not every program paints edges first. */
    private static String doubled(String svg) {
        return HALOED.matcher(svg)
                .replaceAll("<text stroke=\"" + Theme.LIGHT.paper()
                        + "\" stroke-width=\"4\" stroke-linejoin=\"round\" aria-hidden=\"true\"$1\n<text$1");
    }
}
