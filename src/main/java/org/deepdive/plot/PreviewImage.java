package org.deepdive.plot;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.study.DataLabel;

/**
 * The pictures that messengers and networks show beside a link, {@value #WIDTH} by {@value #HEIGHT} pixels as the Open Graph
 * protocol's readers want them, as PNG in the colours of a light page. Whatever shows numbers says at its top what these
 * were computed from.
 */
public final class PreviewImage {

    /** The width in pixels. */
    public static final int WIDTH = 1200;

    /** The height in pixels. */
    public static final int HEIGHT = 630;

    private static final int MARGIN = 48;
    private static final int INNER = WIDTH - 2 * MARGIN;
    private static final int TITLE_SIZE = 46;
    private static final int WORDS_SIZE = 25;
    private static final int LABEL_SIZE = 22;
    private static final int LABEL_LINE = 29;
    private static final int MOST_LINES = 2;
    private static final int FADE = 70;
    private static final double LARGEST = 1.6;
    private static final double SMALLEST = 1.1;

    private final Svg svg = new Svg();
    private double y = MARGIN;

    private PreviewImage() {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "font-family",
                StandaloneSvg.JAVA_SANS_SERIF,
                "fill",
                Theme.LIGHT.ink());
        svg.leaf("rect", "width", WIDTH, "height", HEIGHT, "fill", Theme.LIGHT.paper());
        svg.leaf("rect", "width", WIDTH, "height", 12, "fill", Ink.NAVY.fill(Theme.LIGHT));
    }

    /** A chart with its data label, title and subtitle; where it is higher than there is room, its first rows. */
    public static byte[] of(Drawing drawing) {
        return of(drawing, drawing.subtitle());
    }

    /**
     * The same with other words below the title.
     *
     * @param words what a reader must know of the title, for one
     */
    public static byte[] of(Drawing drawing, String words) {
        PreviewImage image = new PreviewImage();
        image.head(StandaloneParts.sorted(drawing.labels()));
        image.text(drawing.title(), TITLE_SIZE, true);
        image.text(words, WORDS_SIZE, false);
        image.y += 14;
        image.chart(drawing);
        return image.png(drawing.title());
    }

    /**
     * A page in words.
     *
     * @param labels what its numbers were computed from; empty for a page without numbers
     */
    public static byte[] of(String title, String words, Collection<DataLabel> labels) {
        PreviewImage image = new PreviewImage();
        image.head(labels.stream().sorted().toList());
        image.y += 60;
        image.text(title, TITLE_SIZE + 18, true);
        image.y += 16;
        image.text(words, WORDS_SIZE + 7, false);
        return image.png(title);
    }

    /**
     * A square icon as PNG.
     *
     * @param svg the icon as SVG, which has a {@code viewBox} and no size of its own
     * @param pixels its width and height
     */
    public static byte[] icon(String svg, int pixels) {
        String sized = svg.replaceFirst("<svg ", "<svg width=\"" + pixels + "\" height=\"" + pixels + "\" ");
        return PngPicture.of(sized, 1, Map.of());
    }

    /** The data labels in words, framed, and the program's name. */
    private void head(List<DataLabel> labels) {
        label(WIDTH - MARGIN, Svg.Anchor.END, "Deepdive", y + LABEL_LINE);
        if (labels.isEmpty()) {
            y += 50;
            return;
        }
        String words = labels.size() == 1
                ? labels.get(0).title() + ". " + labels.get(0).explanation()
                : labels.stream().map(DataLabel::title).collect(Collectors.joining(" and "));
        List<String> lines = TextSize.wrap(words, INNER - 200, LABEL_SIZE, true);
        double room = lines.stream()
                .mapToDouble(line -> TextSize.width(line, LABEL_SIZE, true))
                .max()
                .orElseThrow();
        double height = lines.size() * LABEL_LINE + 14;
        svg.leaf(
                "rect", "x", MARGIN, "y", y, "width", room + 24, "height", height, "fill", "#FDEADF", "stroke",
                "#8A3200");
        for (int i = 0; i < lines.size(); i++) {
            label(MARGIN + 12, Svg.Anchor.START, lines.get(i), y + (i + 1) * LABEL_LINE);
        }
        y += height + 18;
    }

    private void label(double x, Svg.Anchor anchor, String words, double baseline) {
        String at = anchor.name().toLowerCase(Locale.ROOT);
        svg.content(
                "text",
                words,
                "x",
                x,
                "y",
                baseline,
                "text-anchor",
                at,
                "font-size",
                LABEL_SIZE,
                "font-weight",
                "bold");
    }

    private void text(String words, int size, boolean bold) {
        List<String> lines = TextSize.wrap(words, INNER, size, bold);
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            boolean cut = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
            y += size;
            svg.content(
                    "text",
                    lines.get(i) + (cut ? " …" : ""),
                    "x",
                    MARGIN,
                    "y",
                    y,
                    "font-size",
                    size,
                    "font-weight",
                    bold ? "bold" : "normal");
            y += size * 0.25;
        }
    }

    /** The chart as large as it fits; one that is still too high fades out at the bottom. */
    private void chart(Drawing drawing) {
        double room = HEIGHT - 24 - y;
        double scale = LARGEST;
        Canvas canvas = drawn(drawing, scale);
        while (canvas.y * scale > room && scale > SMALLEST) {
            scale -= 0.1;
            canvas = drawn(drawing, scale);
        }
        SvgPage.hatchings(svg, canvas);
        svg.open(
                "g",
                "transform",
                "translate(" + MARGIN + " " + Svg.number(y) + ") scale(" + Svg.number(scale) + ")",
                "font-size",
                canvas.fontSize);
        svg.append(canvas.under).append(canvas.svg).close();
        if (canvas.y * scale > room) {
            fade();
        }
    }

    private static Canvas drawn(Drawing drawing, double scale) {
        int width = (int) (INNER / scale);
        Canvas canvas = new Canvas(width, SvgPage.id(drawing.words().identity(), width) + "-preview");
        SvgPage.draw(canvas, drawing.picture());
        return canvas;
    }

    private void fade() {
        svg.open("defs").open("linearGradient", "id", "fade", "x1", 0, "y1", 0, "x2", 0, "y2", 1);
        svg.leaf("stop", "offset", 0, "stop-color", Theme.LIGHT.paper(), "stop-opacity", 0);
        svg.leaf("stop", "offset", 1, "stop-color", Theme.LIGHT.paper(), "stop-opacity", 1);
        svg.close().close();
        svg.leaf("rect", "y", HEIGHT - FADE, "width", WIDTH, "height", FADE, "fill", "url(#fade)");
    }

    private byte[] png(String title) {
        String drawn = StandaloneSvg.plain(svg.close().toString());
        return PngPicture.of(drawn, 1, Map.of("Title", title, "Software", "Deepdive " + Software.version()));
    }
}
