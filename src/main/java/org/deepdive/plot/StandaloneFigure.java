package org.deepdive.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A chart for reports, slides and other people's pages: title, subtitle, caption with base, weighting and source, data label
 * and version are within the picture, and its colours are those of a light page wherever it goes. Immutable.
 */
public final class StandaloneFigure {

    /** The scale of {@link #png()}: two pixels of the picture for one of {@link #svg()}, sharp on screens and in print. */
    public static final double SCALE = 2;

    private final StandaloneParts parts;
    private final int width;

    StandaloneFigure(StandaloneParts parts, int width) {
        SvgPage.requireWidth(width - 2 * StandaloneSvg.MARGIN);
        this.parts = parts;
        this.width = width;
    }

    /**
     * The figure as SVG: one element without style sheet, script or references to other files, so that word processors and
     * drawing programs read it as browsers do. Text is in the reader's own sans-serif face.
     */
    public String svg() {
        return new StandaloneSvg(parts, width).text(StandaloneSvg.ANY_SANS_SERIF);
    }

    /** The figure as PNG at {@value #SCALE} times the size of {@link #svg()}. */
    public byte[] png() {
        return png(SCALE);
    }

    /**
     * The figure as PNG in sRGB, drawn without a screen. Title, description, source and data label are its text chunks too.
     *
     * @param scale pixels for one of {@link #svg()}, above 0 and at most {@value PngPicture#MOST_SCALE}
     */
    public byte[] png(double scale) {
        return PngPicture.of(new StandaloneSvg(parts, width).text(StandaloneSvg.JAVA_SANS_SERIF), scale, texts());
    }

    /** What a file of it says of itself, by the keywords of the PNG specification (W3C, 2003, section 11.3.4.2). */
    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", parts.title());
        texts.put("Description", parts.altText());
        texts.put(
                "Source",
                parts.caption().stream()
                        .filter(line -> line.startsWith("Source: "))
                        .map(line -> line.substring("Source: ".length()))
                        .findFirst()
                        .orElse(parts.subtitle()));
        texts.put("Disclaimer", parts.labels().stream().map(Words::label).collect(Collectors.joining(" ")));
        texts.put("Software", "Deepdive " + Software.version());
        return texts;
    }
}
