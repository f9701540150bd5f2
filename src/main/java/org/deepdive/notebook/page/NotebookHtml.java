package org.deepdive.notebook.page;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.deepdive.notebook.format.Notebook;

/** A notebook as one HTML file, which opens from disk without a network and runs nothing. */
public final class NotebookHtml {

    /** What the file may do: show its own style and the pictures that are in it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private NotebookHtml() {}

    /**
     * The file's text.
     *
     * @param name the notebook's name, the title of one without a heading
     */
    public static String of(String name, Notebook notebook) {
        RenderedNotebook rendered = RenderedNotebook.of(name, notebook);
        return "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<title>" + escapeHtml4(rendered.title()) + "</title>\n<style>\n" + style()
                + "</style>\n</head>\n<body>\n<main>\n<h1>"
                + escapeHtml4(rendered.title()) + "</h1>\n"
                + rendered.cells().stream().map(NotebookHtml::cell).collect(Collectors.joining("\n"))
                + "\n</main>\n</body>\n</html>\n";
    }

    private static String cell(RenderedCell cell) {
        if (cell instanceof RenderedCell.Text text) {
            return "<section class=\"nb-prose\">\n" + text.html() + "</section>";
        }
        RenderedCell.Code code = (RenderedCell.Code) cell;
        return "<section class=\"nb-cell\">\n<pre class=\"nb-code\" tabindex=\"0\"><code>" + escapeHtml4(code.source())
                + "</code></pre>\n"
                + code.outputs().stream()
                        .map(output -> "<div class=\"nb-output\">" + output + "</div>")
                        .collect(Collectors.joining("\n"))
                + "</section>";
    }

    private static String style() {
        try (InputStream in = NotebookHtml.class.getResourceAsStream("notebook.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program was packaged without notebook.css", e);
        }
    }
}
