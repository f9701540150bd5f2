package org.deepdive.notebook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.Notebook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A notebook as the parts of a page.
 *
 * @param title its first heading of the first level, which is not among the cells; else its name
 * @param lead its first paragraph, as text
 * @param headings its headings of the second level with their ids, in order
 * @param cells its cells, in order; headings begin at the second level
 */
public record RenderedNotebook(String title, String lead, List<Heading> headings, List<RenderedCell> cells) {

    /**
     * A heading.
     *
     * @param id where it is on the page
     * @param text its words
     */
    public record Heading(String id, String text) {}

    public RenderedNotebook {
        headings = List.copyOf(headings);
        cells = List.copyOf(cells);
    }

    /**
     * Renders a notebook; its pictures are images.
     *
     * @param name its name, for one without a heading
     */
    public static RenderedNotebook of(String name, Notebook notebook) {
        return of(name, notebook, Pictures.AS_IMAGES);
    }

    /**
     * Renders a notebook.
     *
     * @param name its name, for one without a heading
     * @param pictures how its pictures are shown
     */
    public static RenderedNotebook of(String name, Notebook notebook, Pictures pictures) {
        return new Builder(name, pictures).build(notebook);
    }

    private static final class Builder {
        private final Pictures pictures;
        private final List<Heading> headings = new ArrayList<>();
        private String title;
        private String lead = "";
        private boolean titled;

        Builder(String name, Pictures pictures) {
            this.title = name;
            this.pictures = pictures;
        }

        RenderedNotebook build(Notebook notebook) {
            List<RenderedCell> cells = new ArrayList<>();
            for (Cell cell : notebook.cells()) {
                if (cell instanceof Cell.Markdown markdown) {
                    cells.add(new RenderedCell.Text(markdown.id(), text(markdown.source())));
                } else if (cell instanceof Cell.Code code) {
                    cells.add(new RenderedCell.Code(
                            code.id(),
                            code.source(),
                            code.tags().contains("parameters"),
                            code.outputs().stream()
                                    .map(output -> RenderedOutput.html(output, pictures))
                                    .collect(Collectors.toList())));
                }
            }
            return new RenderedNotebook(title, lead, headings, cells);
        }

        private String text(String markdown) {
            Document html = MarkdownText.html(markdown);
            Element first = html.selectFirst("h1");
            if (!titled && first != null) {
                titled = true;
                title = first.text();
                first.remove();
            }
            if (lead.isEmpty() && html.selectFirst("p") != null) {
                lead = html.selectFirst("p").text();
            }
            html.select("h1").tagName("h2");
            for (Element heading : html.select("h2")) {
                Heading entry = new Heading("section-" + (headings.size() + 1), heading.text());
                headings.add(entry);
                heading.attr("id", entry.id());
            }
            return html.body().html();
        }
    }
}
