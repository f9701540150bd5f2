package org.deepdive.notebook.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML of an output, of which only what a list allows is left: tables, text, lists, figures with pictures that are in
 * the notebook itself. No script, style, form, frame, and nothing that is fetched.
 */
final class OutputMarkup {

    private static final Safelist ALLOWED = Safelist.none()
            .addTags("div", "p", "span", "b", "strong", "em", "i", "code", "pre", "br", "sub", "sup", "bdi", "hr")
            .addTags("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "cite", "details", "summary")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col")
            .addTags("figure", "figcaption", "img", "a")
            .addAttributes(":all", "class", "title", "lang", "dir")
            .addAttributes("th", "scope", "colspan", "rowspan", "headers", "abbr")
            .addAttributes("td", "colspan", "rowspan", "headers")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("a", "href")
            .addAttributes("figure", "data-path")
            .addProtocols("img", "src", "data")
            .addProtocols("a", "href", "http", "https");

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(png|jpeg|gif|svg\\+xml);base64,([A-Za-z0-9+/=\\s]+)");
    private static final Pattern OWN_CLASS = Pattern.compile("dd-[a-z-]{1,30}");

    private static final String SCROLLED =
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"></div>";

    /** Stand around the number of a picture until it is put in; characters for private use, which no output keeps. */
    private static final String OPEN = "\uE000";

    private static final String CLOSE = "\uE001";

    private OutputMarkup() {}

    /**
     * What is left of the HTML.
     *
     * @param html the output
     * @param pictures how its pictures are shown
     */
    static String clean(String html, Pictures pictures) {
        Document given = Jsoup.parseBodyFragment(html.replace(OPEN, "").replace(CLOSE, ""));
        // Their text is no text of the page.
        given.select("script, style, template, noscript, title").remove();
        Document clean = new Cleaner(ALLOWED).clean(given);
        clean.outputSettings().prettyPrint(false);
        clean.select("[class]").forEach(OutputMarkup::keepOwnClasses);
        List<String> inlined = new ArrayList<>();
        clean.select("img").forEach(image -> picture(image, pictures, inlined));
        clean.select("[data-path]").removeAttr("data-path");
        // Whoever reads by keyboard reaches what has to be scrolled.
        clean.select("div.dd-scroll").unwrap();
        clean.select("table").forEach(table -> table.wrap(SCROLLED));
        String text = clean.body().html();
        for (int i = 0; i < inlined.size(); i++) {
            text = text.replace(OPEN + i + CLOSE, inlined.get(i));
        }
        return text;
    }

    private static void keepOwnClasses(Element element) {
        element.classNames().stream()
                .filter(name -> !OWN_CLASS.matcher(name).matches())
                .forEach(element::removeClass);
        if (element.className().isEmpty()) {
            element.removeAttr("class");
        }
    }

    private static Optional<String> path(Element image) {
        return Optional.ofNullable(image.closest("figure[data-path]")).map(figure -> figure.attr("data-path"));
    }

    private static void picture(Element image, Pictures pictures, List<String> inlined) {
        Matcher address = PICTURE.matcher(image.attr("src"));
        if (!address.matches()) {
            image.replaceWith(new Element("span").text(image.attr("alt")));
            return;
        }
        if (address.group(1).equals("svg+xml")) {
            String svg = new String(Base64.getMimeDecoder().decode(address.group(2)), StandardCharsets.UTF_8);
            Optional<String> inline = pictures.inline(svg, path(image));
            if (inline.isPresent()) {
                inlined.add(inline.get());
                image.replaceWith(new TextNode(OPEN + (inlined.size() - 1) + CLOSE));
                return;
            }
        }
        if (!image.hasAttr("alt")) {
            image.attr("alt", "");
        }
    }
}
