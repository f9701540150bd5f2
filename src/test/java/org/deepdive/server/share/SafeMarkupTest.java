package org.deepdive.server.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepdive.PackagedStudies;
import org.deepdive.analysis.DeepDives;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.Workspace;
import org.deepdive.plot.Drawing;
import org.deepdive.server.share.SafeMarkup.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup of links is what this program draws, and nothing else can be in it. */
class SafeMarkupTest {

    private static final Workspace WORKSPACE = PackagedStudies.workspace();
    private static final Map<String, List<Exhibit>> EXHIBITS = new ConcurrentHashMap<>();

    /** A picture in miniature. */
    private static final String PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" role=\"img\""
                    + " aria-labelledby=\"dd-t dd-d\"><title id=\"dd-t\">Trust &amp; safety</title><desc id=\"dd-d\">A chart.</desc>"
                    + "<defs><pattern id=\"dd-p\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
                    + " patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"6\" fill=\"#123456\"/></pattern></defs>"
                    + "<g class=\"dd-marks\"><path d=\"M0 1L2.5 -3Z\" fill=\"url(#dd-p)\" stroke=\"none\"/>"
                    + "<text x=\"1\" y=\"2.5\" text-anchor=\"middle\">45<tspan x=\"3\">%</tspan></text></g></svg>";

    /** A table in miniature. */
    private static final String TABLE =
            "<div class=\"dd-result\"><div class=\"dd-scroll\" role=\"group\" tabindex=\"0\""
                    + " aria-label=\"A &quot;table&quot;\"><table class=\"dd-table\"><caption>Trust <span class=\"dd-data\">Practice"
                    + " data</span></caption><thead><tr><th scope=\"col\">Sex</th><th scope=\"col\" class=\"dd-number\">%</th></tr>"
                    + "</thead><tbody><tr><th scope=\"row\"><bdi>Women</bdi></th><td class=\"dd-number\">45</td></tr></tbody></table>"
                    + "</div><p class=\"dd-legend\">A <b>note</b>.</p></div>";

    static List<String> slugs() {
        return DeepDives.slugs();
    }

    private static List<Exhibit> exhibits(String slug) {
        return EXHIBITS.computeIfAbsent(
                slug, name -> DeepDives.open(WORKSPACE, name).exhibits());
    }

    private static Optional<String> picture(String markup) {
        return SafeMarkup.problem(Kind.SVG, markup);
    }

    private static Optional<String> table(String markup) {
        return SafeMarkup.problem(Kind.HTML, markup);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_picture_and_table_of_every_deep_dive_passes(String slug) {
        assertThat(exhibits(slug)).isNotEmpty().allSatisfy(exhibit -> {
            assertThat(table(exhibit.html())).as(exhibit.title()).isEmpty();
            exhibit.drawing().ifPresent(drawing -> {
                assertThat(picture(drawing.svgForPage(Drawing.WIDE)))
                        .as(exhibit.title())
                        .isEmpty();
                assertThat(picture(drawing.svgForPage(Drawing.NARROW)))
                        .as(exhibit.title())
                        .isEmpty();
            });
        });
    }

    @Test
    void models_gaps_figures_and_answers_are_all_among_what_passes() {
        assertThat(slugs().stream()
                        .flatMap(slug -> exhibits(slug).stream())
                        .map(exhibit -> exhibit.getClass().getSimpleName()))
                .contains("AnswerExhibit", "ModelExhibit", "GapExhibit", "FiguresExhibit");
    }

    @Test
    void a_picture_and_a_table_of_the_lists_own_elements_pass() {
        assertThat(picture(PICTURE)).isEmpty();
        assertThat(table(TABLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<foreignObject><p>x</p></foreignObject>",
                "<style>*{display:none}</style>",
                "<a href=\"https://www.example.org\">x</a>",
                "<use href=\"#dd-p\"/>",
                "<image href=\"https://www.example.org/x.png\"/>",
                "<animate attributeName=\"href\"/>",
                "<set attributeName=\"onload\"/>",
                "<svg/>",
                "<g onclick=\"alert(1)\"/>",
                "<g style=\"fill:red\"/>",
                "<g href=\"x\"/>",
                "<g xlink:href=\"javascript:alert(1)\"/>",
                "<g xmlns:x=\"http://www.w3.org/1999/xlink\"/>",
                "<g class=\"page-header\"/>",
                "<g class=\"dd-a\" class=\"dd-b\"/>",
                "<g id=\"dd-t\"/>",
                "<g id=\"main\"/>",
                "<g fill=\"url(https://www.example.org/x#dd-p)\"/>",
                "<g fill=\"url(javascript:alert(1))\"/>",
                "<g fill=\"&#106;avascript:alert(1)\"/>",
                "<g fill=red />",
                "<g fill='red'/>",
                "<g fill=\"#fff\"fill-opacity=\"1\"/>",
                "<g/onload=\"alert(1)\"/>",
                "<g tabindex=\"1\"/>",
                "<g data-url=\"https://www.example.org\"/>",
                "<path d=\"M0 0;alert(1)\"/>",
                "<path d=\"M0 1e999\"/>",
                "<rect width=\"1e9\"/>",
                "<rect width=\"NaN\"/>",
                "<text><title><g/></title></text>",
                "<tspan>lost</tspan>",
                "<g>words outside of a text</g>",
                "<!-- a comment -->",
                "<!--><script>-->",
                "<![CDATA[<script>]]>",
                "<?xml-stylesheet href=\"x\"?>",
                "<!DOCTYPE svg>",
                "<!ENTITY x \"y\">",
                "<text>&x;</text>",
                "<text>&nbsp;</text>",
                "<text>a & b</text>",
                "<text>&#0;</text>",
                "<text>&#x3c;script&#x3e;</text>",
                "<text>\u0000</text>",
                "<text>\u001b</text>",
                "<text>\ud800</text>",
                "<g>",
                "</g>",
                "<g></g",
                "<g></G>",
                "<g></g/>",
                "<g></g class=\"dd-a\">",
                "< g></g>",
                "<g><path></g></path>"
            })
    void what_no_picture_of_this_program_holds_is_refused(String hostile) {
        assertThat(picture(PICTURE.replace("</svg>", hostile + "</svg>")))
                .as(hostile)
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=\"x\" onerror=\"alert(1)\">",
                "<iframe srcdoc=\"x\"></iframe>",
                "<form action=\"/links\"></form>",
                "<p onmouseover=\"alert(1)\">x</p>",
                "<p style=\"position:fixed\">x</p>",
                "<p class=\"banner\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<div/>",
                "<p><div>x</div></p>",
                "<p><p>x</p></p>",
                "<table><p>before the table</p></table>",
                "<table>before the table</table>",
                "<table><tr><td>x</td></tr></table>",
                "<td>x</td>",
                "<svg></svg>",
                "<title>x</title>",
                "<template><p>x</p></template>",
                "<noscript><p>x</p></noscript>",
                "<!-- a comment -->",
                "<p>&copy;</p>",
                "</div></div></main><div><div>"
            })
    void what_no_table_of_this_program_holds_is_refused(String hostile) {
        assertThat(table(TABLE.replace("<p class", hostile + "<p class")))
                .as(hostile)
                .isPresent();
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(picture("")).contains("it is not one whole");
        assertThat(picture("words")).contains("text stands outside of it");
        assertThat(picture(PICTURE + PICTURE)).isPresent();
        assertThat(picture("<svg></svg><svg></svg>")).contains("it is not one whole");
        assertThat(picture("<svg><g>")).contains("the element g is not closed");
        assertThat(picture("<svg><script>")).contains("the element script is not allowed");
        assertThat(picture("<svg onload=\"x\">")).contains("the attribute onload of svg is not allowed so");
        assertThat(picture("<svg x=\"1\" x=\"2\">")).contains("the element svg has the attribute x twice");
        assertThat(picture("<svg><g id=\"dd-a\"/><g id=\"dd-a\"/></svg>")).contains("two elements have the id dd-a");
        assertThat(picture("<g></g>")).contains("the element g stands in the wrong place");
        assertThat(picture("<svg><!-- x --></svg>")).contains("it is not well formed at \"<!-- x --></svg>\"");
        assertThat(table("<table>x</table>")).contains("text stands in the element table");
        assertThat(table("<p>a & b</p>")).contains("an ampersand stands by itself");
        assertThat(table("<p/>")).contains("the element p is not closed as HTML is");
    }

    @Test
    void long_markup_is_read_in_a_moment_whatever_is_wrong_with_it() {
        for (String part : List.of("<", "<g ", " ", "<g>", "<g x=\"1\" ", "&", "a", "<g" + " ".repeat(50))) {
            String markup = "<svg>" + part.repeat(200_000 / part.length());
            long start = System.nanoTime();
            assertThat(picture(markup)).isPresent();
            assertThat(System.nanoTime() - start).as(part).isLessThan(5_000_000_000L);
        }
    }

    /** Pieces of markup, harmless and not, that are set into what is harmless. */
    @Provide
    Arbitrary<String> mutated() {
        List<String> pieces = List.of(
                "<script>",
                "</script>",
                "<g>",
                "</g>",
                "<title>",
                "</title>",
                "<text>",
                "</text>",
                "<desc>",
                "</desc>",
                "<p>",
                "</p>",
                "<table>",
                "</table>",
                "<td>",
                "</td>",
                "<style>",
                "</style>",
                "<b>",
                "</b>",
                "<svg>",
                "</svg>",
                " onload=\"x\"",
                " href=\"x\"",
                " id=\"dd-t\"",
                " style=\"x\"",
                " class=\"dd-x\"",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "\"",
                "'",
                "<",
                ">",
                "/",
                "&",
                ";",
                "&lt;",
                "&#60;",
                "=",
                " ",
                "\n",
                "\u0000",
                "\t",
                "x",
                "<img src=x onerror=x>",
                "<foreignObject>",
                "<math><mtext>",
                "<a xlink:href=\"javascript:x\">",
                "url(#x)");
        Arbitrary<String> edit = Arbitraries.of(pieces);
        return Combinators.combine(
                        Arbitraries.of(PICTURE, TABLE),
                        edit.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.doubles().between(0, 1).list().ofSize(4),
                        Arbitraries.integers().between(0, 3).list().ofSize(4))
                .as((markup, edits, places, cuts) -> {
                    String text = markup;
                    for (int i = 0; i < edits.size(); i++) {
                        int at = (int) (places.get(i) * text.length());
                        text = text.substring(0, at)
                                + edits.get(i)
                                + text.substring(Math.min(text.length(), at + cuts.get(i)));
                    }
                    return text;
                });
    }

    @Property(tries = 5_000)
    void what_passes_holds_nothing_outside_the_list_however_it_was_changed(@ForAll("mutated") String markup) {
        for (Kind kind : Kind.values()) {
            if (SafeMarkup.problem(kind, markup).isEmpty()) {
                Document read = Jsoup.parse("<main>" + markup + "</main><footer></footer>");
                Document strict = Jsoup.parse("<main>" + markup + "</main>", Parser.xmlParser());
                assertHarmless(read.body());
                assertHarmless(strict);
                assertThat(names(read.body())).as("HTML and XML read the same").isEqualTo(names(strict));
                assertThat(read.body().children())
                        .extracting(Element::normalName)
                        .containsExactly("main", "footer");
            }
        }
    }

    private static List<String> names(Element below) {
        return below.select("main *").stream().map(Element::normalName).toList();
    }

    private static void assertHarmless(Element root) {
        Set<String> elements = Set.of(
                "svg", "title", "desc", "defs", "pattern", "g", "path", "rect", "circle", "line", "text", "tspan",
                "div", "p", "span", "b", "bdi", "table", "caption", "thead", "tbody", "tr", "th", "td");
        for (Element element : root.select("main *")) {
            assertThat(elements).contains(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .doesNotStartWithIgnoringCase("on")
                        .isNotIn("style", "href", "xlink:href", "src", "action");
                assertThat(attribute.getValue()).doesNotContainIgnoringCase("javascript:");
            }
            assertThat(element.childNodes())
                    .allMatch(node -> node instanceof Element || node instanceof TextNode)
                    .noneMatch(node -> node instanceof Comment);
        }
    }
}
