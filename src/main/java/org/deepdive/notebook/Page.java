package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepdive.study.DataLabel;

/**
 * The frame around every output. Its style sheet takes colours from the page, so that it reads in light and in dark; a
 * page that does not trust the notebook drops it, and the output is plain but complete.
 *
 * <p>Every output stands alone, since any may be the only one on a page, and carries no more than it uses: the rules of its
 * classes, the script of figures, the script that sorts tables.
 */
final class Page {

    private static final Pattern CLASS = Pattern.compile("\\.dd-[a-z]+");
    private static final Pattern BODY = Pattern.compile("</thead>\\s*(<tbody>.*?)</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr>\\s*<th scope=\"row\"|<tr>\\s*<td");
    /** A text in single quotes, or punctuation with the spaces beside it. */
    private static final Pattern SPACES = Pattern.compile("('[^']*')|\\s*([=+*/<>{}();,?:|&!-]) *");

    private static final List<Rule> STYLE = resource("output.css")
            .lines()
            .map(line -> new Rule(line, needs(line)))
            .toList();
    private static final String FIGURES = script("figure.js");
    private static final String TABLES = script("table.js");
    private static final String FIGURE = "<figure class=\"dd-figure\"";

    /**
     * A line of the style sheet.
     *
     * @param needs the classes that its output has to have
     */
    private record Rule(String text, List<String> needs) {}

    private Page() {}

    /** The classes that a rule begins with: those below a figure's are made by its script. */
    private static List<String> needs(String rule) {
        List<String> classes = CLASS.matcher(rule.substring(0, rule.indexOf('{')))
                .results()
                .map(found -> found.group().substring(1))
                .filter(name -> !name.equals("dd-out"))
                .toList();
        return classes.contains("dd-figure") ? List.of("dd-figure") : classes;
    }

    /** An output of one or more fragments of HTML. */
    static String of(String... fragments) {
        String content = String.join("\n", fragments);
        String scripts = (content.contains(FIGURE) ? FIGURES : "") + (sorts(content) ? TABLES : "");
        return "<div class=\"dd-out\"><style>" + style(content) + "</style>\n" + content + "\n</div>"
                + (scripts.isEmpty() ? "" : "\n<script>" + scripts + "</script>");
    }

    private static String style(String content) {
        return STYLE.stream()
                .filter(rule -> rule.needs().isEmpty() || rule.needs().stream().anyMatch(content::contains))
                .map(Rule::text)
                .collect(Collectors.joining());
    }

    /** Whether a table has a header and several rows below it. */
    private static boolean sorts(String content) {
        return BODY.matcher(content)
                .results()
                .anyMatch(body -> ROW.matcher(body.group(1)).results().count() > 1);
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

    /** A script on one line, without the spaces that stand beside punctuation outside of its texts. */
    private static String script(String name) {
        return SPACES.matcher(resource(name).replace('\n', ' '))
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) == null ? found.group(2) : found.group(1)));
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
