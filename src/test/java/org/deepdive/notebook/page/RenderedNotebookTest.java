package org.deepdive.notebook.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;
import org.deepdive.notebook.format.Output;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedNotebookTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>";

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Notebook notebook(Cell... cells) {
        return Notebook.of(JsonObject.EMPTY, List.of(cells));
    }

    private static Cell showing(Output... outputs) {
        return new Cell.Code("c", JsonObject.EMPTY, "x", OptionalInt.of(1), List.of(outputs));
    }

    private static Output result(String mime, String text) {
        return new Output.ExecuteResult(
                OptionalInt.of(1), JsonObject.EMPTY.with(mime, TextNode.valueOf(text)), JsonObject.EMPTY);
    }

    private static String shown(Output output) {
        return shown(output, Pictures.AS_IMAGES);
    }

    private static String shown(Output output, Pictures pictures) {
        RenderedNotebook rendered = RenderedNotebook.of("n", notebook(showing(output)), pictures);
        return ((RenderedCell.Code) rendered.cells().get(0)).outputs().get(0);
    }

    private static String text(String markdown) {
        return ((RenderedCell.Text) RenderedNotebook.of("n", notebook(Cell.Markdown.of("m", markdown)))
                        .cells()
                        .get(0))
                .html();
    }

    @Test
    void the_first_heading_is_the_title_and_the_others_are_the_contents() {
        RenderedNotebook rendered = RenderedNotebook.of(
                "name",
                notebook(
                        Cell.Markdown.of("a", "# The *title*\n\nWhat it is about.\n\n## One"),
                        Cell.Code.of("b", "1 < 2"),
                        Cell.Markdown.of("c", "# Two\n\n| a | b |\n|---|---|\n| 1 | 2 |")));
        assertThat(rendered.title()).isEqualTo("The title");
        assertThat(rendered.lead()).isEqualTo("What it is about.");
        assertThat(rendered.headings())
                .containsExactly(
                        new RenderedNotebook.Heading("section-1", "One"),
                        new RenderedNotebook.Heading("section-2", "Two"));
        Document last = Jsoup.parse(((RenderedCell.Text) rendered.cells().get(2)).html());
        assertThat(last.select("h2#section-2").text()).isEqualTo("Two");
        assertThat(last.select("td").eachText()).containsExactly("1", "2");
        assertThat(RenderedNotebook.of("name", notebook(Cell.Code.of("b", "1"))).title())
                .isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "![x](https://example.org/pixel.png)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=https://example.org></iframe>"
            })
    void text_runs_nothing_and_fetches_nothing(String markdown) {
        Document page = Jsoup.parse(text(markdown));
        assertThat(page.select("script, img, iframe, [onerror], [src]")).isEmpty();
        assertThat(page.select("a[href]"))
                .allSatisfy(link -> assertThat(link.attr("href")).doesNotContainIgnoringCase("script"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>",
                "<img src=\"https://example.org/pixel.png\">",
                "<img src=\"data:text/html;base64,PHNjcmlwdD4=\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
                "<form action=\"https://example.org\"><input name=a><button>x</button></form>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<base href=\"https://example.org\"><link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
                "<div class=\"practice-strip dd-table\" id=\"content\" data-path=\"/x\">x</div>",
                "<table><tr><td background=\"https://example.org\">x</td></tr></table>"
            })
    void an_output_keeps_nothing_that_runs_is_fetched_or_takes_the_place_of_the_page(String html) {
        Document page = Jsoup.parse(shown(result("text/html", html)));
        assertThat(page.select(
                        "script, style, svg, math, form, input, button, iframe, base, link, meta[http-equiv], img"))
                .isEmpty();
        assertThat(page.body().select("[style], [onclick], [id], [data-path], [background], [href^=javascript]"))
                .isEmpty();
        assertThat(page.body().select("[class]").stream().flatMap(element -> element.classNames().stream()))
                .allMatch(name -> name.startsWith("dd-") || name.equals("table-scroll"));
    }

    @Test
    void a_picture_within_html_is_an_image_unless_the_page_has_another_way() {
        String html =
                "<figure class=\"dd-figure\" data-path=\"/explore/pcss/safe_local\"><img class=\"dd-picture\" alt=\"Bars\""
                        + " src=\"data:image/svg+xml;base64," + base64(SVG) + "\"></figure>";
        Element image = Jsoup.parse(shown(result("text/html", html))).selectFirst("figure img");
        assertThat(image.attr("alt")).isEqualTo("Bars");
        assertThat(image.attr("src")).startsWith("data:image/svg+xml;base64,");
        String inlined = shown(result("text/html", html), (svg, path) -> {
            assertThat(svg).isEqualTo(SVG);
            assertThat(path).contains("/explore/pcss/safe_local");
            return Optional.of("<svg viewBox=\"0 0 2 2\"></svg>");
        });
        assertThat(inlined).contains("<figure class=\"dd-figure\"><svg viewBox=\"0 0 2 2\"></svg></figure>");
    }

    @Test
    void characters_that_mark_the_place_of_a_picture_are_no_way_to_put_one_elsewhere() {
        String html = "<p>\uE0000\uE001</p><img alt=\"\" src=\"data:image/svg+xml;base64," + base64(SVG) + "\">";
        assertThat(shown(result("text/html", html), (svg, path) -> Optional.of("PICTURE")))
                .isEqualTo("<p>0</p>PICTURE");
    }

    @Test
    void what_is_no_html_is_shown_as_its_text() {
        assertThat(shown(new Output.Stream("stdout", "a < b\n")))
                .isEqualTo("<pre class=\"nb-stdout\" tabindex=\"0\">a &lt; b</pre>");
        assertThat(shown(new Output.Error("E", "v", List.of("\u001b[31mThere is no measure \"x\".\u001b[0m"))))
                .isEqualTo("<pre class=\"nb-error\" tabindex=\"0\">There is no measure &quot;x&quot;.</pre>");
        assertThat(shown(new Output.Error("E", "v", List.of()))).contains("E: v");
        Element frames = Jsoup.parse(shown(new Output.Error("E", "<v>", Collections.nCopies(50, "at a.B"))))
                .body();
        assertThat(frames.selectFirst("pre").text()).isEqualTo("E: <v>");
        assertThat(frames.select("details pre").text().split("at a.B", -1)).hasSize(51);
        assertThat(shown(result("text/plain", "1,2"))).contains("1,2");
        assertThat(shown(result("application/x-unknown", "1,2"))).contains("An output that this page cannot show.");
        assertThat(shown(result("image/png", "AAAA"))).contains("src=\"data:image/png;base64,AAAA\"");
        assertThat(shown(result("image/png", "\" onerror=\"alert(1)"))).doesNotContain("onerror");
        assertThat(shown(result("image/svg+xml", SVG))).contains("data:image/svg+xml;base64," + base64(SVG));
        assertThat(shown(result("text/plain", "x".repeat(300_000)))).endsWith("(100000 more characters)</pre>");
    }

    @Test
    void a_notebook_is_one_file_that_opens_without_a_network_and_runs_nothing() {
        for (String name : PackagedNotebooks.names()) {
            Notebook notebook = NotebookReader.read(name + ".ipynb", PackagedNotebooks.text(name));
            Document page = Jsoup.parse(NotebookHtml.of(name, notebook));
            assertThat(page.select("script, link, iframe, [style], img:not([src^=data:image/])"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.title()).isEqualTo(page.select("h1").text());
            long codes = notebook.cells().stream()
                    .filter(Cell.Code.class::isInstance)
                    .count();
            assertThat(page.select(".nb-cell")).hasSize((int) codes);
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'");
        }
    }
}
