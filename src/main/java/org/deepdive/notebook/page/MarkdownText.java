package org.deepdive.notebook.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text between the cells: CommonMark with tables, as HTML. HTML within the text is shown as it is written, and
 * addresses that could run something are dropped.
 */
final class MarkdownText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    /** What an address may begin with beside a path. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private MarkdownText() {}

    /** A text as HTML; its pictures are dropped, but for their words, since nothing is loaded from elsewhere. */
    static Document html(String markdown) {
        Node text = PARSER.parse(markdown);
        Document html = Jsoup.parseBodyFragment(RENDERER.render(text));
        html.outputSettings().prettyPrint(false);
        html.select("img").forEach(image -> image.replaceWith(new Element("span").text(image.attr("alt"))));
        html.select("a[href]").forEach(MarkdownText::keepIfHarmless);
        html.select("pre").attr("tabindex", "0");
        html.select("table")
                .forEach(table -> table.wrap(
                        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"></div>"));
        return html;
    }

    private static void keepIfHarmless(Element link) {
        String address = link.attr("href");
        int colon = address.indexOf(':');
        boolean hasScheme = colon >= 0 && address.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
        if (hasScheme && !SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT))) {
            link.removeAttr("href");
        }
        link.removeAttr("target");
    }
}
