package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.deepdive.study.DataLabel;

/**
 * The frame around every output. Its style sheet takes colours from the page, so that it reads in light and in dark; a
 * page that does not trust the notebook drops it, and the output is plain but complete.
 */
final class Page {

    private static final String STYLE = resource("output.css");

    private Page() {}

    /** An output of one or more fragments of HTML. */
    static String of(String... fragments) {
        return "<div class=\"dd-out\"><style>" + STYLE + "</style>\n" + String.join("\n", fragments) + "\n</div>";
    }

    /** A paragraph of escaped text. */
    static String paragraph(String style, String text) {
        return "<p class=\"" + style + "\">" + escapeXml10(text) + "</p>";
    }

    /** A title, which stands out on a page that drops the style sheet too. */
    static String title(String text) {
        return "<p class=\"dd-title\"><strong>" + escapeXml10(text) + "</strong></p>";
    }

    /** What numbers were computed from, in the words that stand beside all of them. */
    static String label(DataLabel label) {
        return label.title() + ": " + label.explanation();
    }

    /** A file of this package without its comments and indents. */
    static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("The program was packaged without " + name, e);
        }
    }
}
