package org.deepdive.server.share;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict list of what markup may hold that this program did not make in this very moment: the elements and attributes of
 * its own pictures and tables, written as it writes them, and nothing else.
 *
 * <p>What is read here is not repaired, as a browser or a lenient parser would: every {@code <} starts an element of the
 * list, every attribute is quoted and its value of the kind the list says, every element is closed in its place. So there is
 * nothing that two parsers could read in two ways. No script, no event, no style, no reference to anywhere else.
 */
final class SafeMarkup {

    /** What one kind of markup may hold. */
    enum Kind {
        /** A picture. */
        SVG(
                Set.of("svg"),
                Set.of(
                        "svg", "title", "desc", "defs", "pattern", "g", "path", "rect", "circle", "line", "text",
                        "tspan")),
        /** A table with its notes. */
        HTML(
                Set.of("div", "p", "table"),
                Set.of("div", "p", "span", "b", "bdi", "table", "caption", "thead", "tbody", "tr", "th", "td"));

        private final Set<String> roots;
        private final Set<String> elements;

        Kind(Set<String> roots, Set<String> elements) {
            this.roots = roots;
            this.elements = elements;
        }
    }

    private static final String NUMBER = "-?[0-9]{1,6}(\\.[0-9]{1,9})?";
    private static final String NAME = "dd-[A-Za-z0-9_-]{1,80}";
    private static final String PAINT = "none|currentColor|#[0-9A-Fa-f]{3,8}|url\\(#" + NAME + "\\)";

    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
            entry("xmlns", Pattern.compile("http://www\\.w3\\.org/2000/svg")),
            entry("viewBox", Pattern.compile(NUMBER + "( " + NUMBER + "){3}")),
            entry("class", Pattern.compile(NAME + "( " + NAME + "){0,5}")),
            entry("id", Pattern.compile(NAME)),
            entry("aria-labelledby", Pattern.compile(NAME + "( " + NAME + "){0,5}")),
            entry("aria-label", Pattern.compile("(?s).*")),
            entry("role", Pattern.compile("img|region|group")),
            entry("data-cell", Pattern.compile("(?s).*")),
            entry("tabindex", Pattern.compile("0")),
            entry("scope", Pattern.compile("col|row|colgroup|rowgroup")),
            entry("colspan", Pattern.compile("[0-9]{1,3}")),
            entry("rowspan", Pattern.compile("[0-9]{1,3}")),
            entry("font-family", Pattern.compile("[A-Za-z ,-]{1,80}")),
            entry("font-size", Pattern.compile(NUMBER)),
            entry("font-weight", Pattern.compile("[a-z0-9]{1,8}")),
            entry("text-anchor", Pattern.compile("start|middle|end")),
            entry("patternUnits", Pattern.compile("userSpaceOnUse")),
            entry("patternTransform", Pattern.compile("rotate\\(" + NUMBER + "\\)")),
            entry("d", Pattern.compile("[MmLlHhVvCcSsQqTtAaZz0-9 .,-]*")),
            entry("fill", Pattern.compile(PAINT)),
            entry("stroke", Pattern.compile(PAINT)),
            entry("stroke-linejoin", Pattern.compile("[a-z]{1,10}")),
            entry("stroke-dasharray", Pattern.compile("[0-9 .,]{1,40}")));

    private static final Set<String> NUMBERS = Set.of(
            "width",
            "height",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "fill-opacity",
            "stroke-width",
            "opacity");

    private static final Pattern TOKEN = Pattern.compile("<(?<close>/?)(?<name>[A-Za-z]{1,10})"
            + "(?<attributes>(?:\\s+[A-Za-z-]{1,20}=\"[^\"<>]*\"){0,30})\\s*(?<empty>/?)>|(?<text>[^<>]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([A-Za-z-]{1,20})=\"([^\"<>]*)\"");
    private static final Pattern LOOSE = Pattern.compile("&(?!(amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)");

    private final Kind kind;
    private final Deque<String> open = new ArrayDeque<>();
    private int roots;

    private SafeMarkup(Kind kind) {
        this.kind = kind;
    }

    /** What of a text is not allowed; empty where all of it is. */
    static Optional<String> problem(Kind kind, String markup) {
        return new SafeMarkup(kind).read(markup);
    }

    private Optional<String> read(String markup) {
        Matcher token = TOKEN.matcher(markup);
        int at = 0;
        while (at < markup.length()) {
            if (!token.find() || token.start() != at) {
                return Optional.of("it is not well formed at \"" + excerpt(markup, at) + "\"");
            }
            Optional<String> problem = token.group("text") != null ? text(token.group()) : element(token);
            if (problem.isPresent()) {
                return problem;
            }
            at = token.end();
        }
        if (!open.isEmpty()) {
            return Optional.of("the element " + open.peek() + " is not closed");
        }
        boolean one = kind == Kind.SVG ? roots == 1 : roots > 0;
        return one ? Optional.empty() : Optional.of("it is not one whole");
    }

    private static String excerpt(String markup, int at) {
        return markup.substring(at, Math.min(markup.length(), at + 20));
    }

    private Optional<String> text(String text) {
        if (LOOSE.matcher(text).find()) {
            return Optional.of("an ampersand stands by itself");
        }
        return open.isEmpty() && !text.isBlank() ? Optional.of("text stands outside of it") : Optional.empty();
    }

    private Optional<String> element(Matcher token) {
        String name = token.group("name");
        if (!token.group("close").isEmpty()) {
            boolean fits = name.equals(open.poll())
                    && token.group("attributes").isEmpty()
                    && token.group("empty").isEmpty();
            return fits ? Optional.empty() : Optional.of("the element " + name + " is closed where it is not open");
        }
        if (!kind.elements.contains(name)) {
            return Optional.of("the element " + name + " is not allowed");
        }
        if (open.isEmpty() != kind.roots.contains(name) && (open.isEmpty() || kind == Kind.SVG)) {
            return Optional.of("the element " + name + " stands in the wrong place");
        }
        if ("title".equals(open.peek()) || "desc".equals(open.peek())) {
            return Optional.of("the element " + open.peek() + " holds more than text");
        }
        boolean empty = !token.group("empty").isEmpty();
        if (empty && kind == Kind.HTML) {
            return Optional.of("the element " + name + " is not closed as HTML is");
        }
        roots += open.isEmpty() ? 1 : 0;
        if (!empty) {
            open.push(name);
        }
        return attributes(name, token.group("attributes"));
    }

    private static Optional<String> attributes(String element, String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            if (!isAllowed(attribute.group(1), attribute.group(2))) {
                return Optional.of("the attribute " + attribute.group(1) + " of " + element + " is not allowed so");
            }
        }
        return Optional.empty();
    }

    private static boolean isAllowed(String name, String value) {
        if (LOOSE.matcher(value).find()) {
            return false;
        }
        if (NUMBERS.contains(name)) {
            return value.matches(NUMBER);
        }
        Pattern pattern = ATTRIBUTES.get(name);
        return pattern != null && pattern.matcher(value).matches();
    }
}
