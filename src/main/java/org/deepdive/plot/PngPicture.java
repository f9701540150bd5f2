package org.deepdive.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.deepdive.study.InputException;

/** Draws SVG of this program into PNG. */
final class PngPicture {

    /** Beyond it a picture takes more memory than anyone has use for. */
    static final int MOST_SCALE = 4;

    /** Pixels a metre at scale one: 96 an inch, as browsers count them. */
    private static final double PER_METRE = 96 / 0.0254;

    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngPicture() {}

    /**
     * The picture.
     *
     * @param svg what to draw, without style sheets
     * @param scale pixels for one of the SVG
     * @param texts text chunks by keyword
     */
    static byte[] of(String svg, double scale, Map<String, String> texts) {
        if (!(scale > 0 && scale <= MOST_SCALE)) {
            throw InputException.of(
                    "scale",
                    "A picture cannot be drawn at " + scale + " times its size.",
                    String.valueOf(scale),
                    "Ask for a number above 0 and at most " + MOST_SCALE + ".");
        }
        return written(drawn(svg, scale), scale, texts);
    }

    private static BufferedImage drawn(String svg, double scale) {
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("A picture of this program cannot be read as SVG");
        }
        float width = document.size().width;
        float height = document.size().height;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        try {
            paper.setColor(Color.WHITE);
            paper.fillRect(0, 0, image.getWidth(), image.getHeight());
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paper.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            paper.scale(scale, scale);
            document.render((Component) null, paper, new ViewBox(0, 0, width, height));
        } finally {
            paper.dispose();
        }
        return image;
    }

    private static byte[] written(BufferedImage image, double scale, Map<String, String> texts) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata about = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            about.mergeTree(FORMAT, chunks(scale, texts));
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, about));
        } catch (IOException e) {
            throw new UncheckedIOException("A picture in memory can always be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode chunks(double scale, Map<String, String> texts) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        String pixels = String.valueOf(Math.round(PER_METRE * scale));
        IIOMetadataNode size = child(root, "pHYs");
        size.setAttribute("pixelsPerUnitXAxis", pixels);
        size.setAttribute("pixelsPerUnitYAxis", pixels);
        size.setAttribute("unitSpecifier", "meter");
        child(root, "sRGB").setAttribute("renderingIntent", "Perceptual");
        IIOMetadataNode all = child(root, "iTXt");
        texts.forEach((keyword, text) -> {
            IIOMetadataNode entry = child(all, "iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "en-GB");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text.replace('\0', ' '));
        });
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        IIOMetadataNode child = new IIOMetadataNode(name);
        parent.appendChild(child);
        return child;
    }
}
