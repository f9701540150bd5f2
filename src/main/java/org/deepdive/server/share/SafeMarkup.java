package org.deepdive.server.share;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
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

    /** The parent of an element that has none. */
    private static final String NONE = "";

    /** What one kind of markup may hold: its elements, each with what it may stand in. */
    enum Kind {
        /** A picture. */
        SVG(pictureElements(), Set.of("title", "desc", "text", "tspan")),
        /** A table with its notes. */
        HTML(tableElements(), Set.of("div", "p", "span", "b", "bdi", "caption", "th", "td"));

        private final Map<String, Set<String>> parents;
        private final Set<String> worded;

        Kind(Map<String, Set<String>> parents, Set<String> worded) {
            this.parents = parents;
            this.worded = worded;
        }

        private static Map<String, Set<String>> pictureElements() {
            Set<String> groups = Set.of("svg", "g", "defs", "pattern");
            Set<String> described = Set.of("svg", "g", "path", "rect", "circle", "line", "text", "tspan");
            return Map.ofEntries(
                    entry("svg", Set.of(NONE)),
                    entry("title", described),
                    entry("desc", described),
                    entry("defs", groups),
                    entry("pattern", groups),
                    entry("g", groups),
                    entry("path", groups),
                    entry("rect", groups),
                    entry("circle", groups),
                    entry("line", groups),
                    entry("text", groups),
                    entry("tspan", Set.of("text", "tspan")));
        }

        private static Map<String, Set<String>> tableElements() {
            Set<String> blocks = Set.of(NONE, "div");
            Set<String> words = Set.of("div", "p", "caption", "th", "td", "span", "b", "bdi");
            return Map.ofEntries(
                    entry("div", blocks),
                    entry("p", blocks),
                    entry("table", blocks),
                    entry("caption", Set.of("table")),
                    entry("thead", Set.of("table")),
                    entry("tbody", Set.of("table")),
                    entry("tr", Set.of("thead", "tbody")),
                    entry("th", Set.of("tr")),
                    entry("td", Set.of("tr")),
                    entry("span", words),
                    entry("b", words),
                    entry("bdi", words));
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

    /** An ampersand that starts none of the references that this program writes. */
    private static final Pattern LOOSE = Pattern.compile("&(?!(amp|lt|gt|quot|apos|#(34|39|12[7-9]|1[345][0-9]));)");

    /** Characters that no XML holds, and that a parser may therefore read as it likes. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\p{Cs}\\uFFFE\\uFFFF]");

    private final Kind kind;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private int roots;

    private SafeMarkup(Kind kind) {
        this.kind = kind;
    }

    /** What of a text is not allowed; empty where all of it is. */
    static Optional<String> problem(Kind kind, String markup) {
        return new SafeMarkup(kind).read(markup);
    }

    private Optional<String> read(String markup) {
        if (NO_CHARACTER.matcher(markup).find()) {
            return Optional.of("it holds a character that XML does not have");
        }
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
        return text.isBlank() || kind.worded.contains(parent())
                ? Optional.empty()
                : Optional.of(open.isEmpty() ? "text stands outside of it" : "text stands in the element " + parent());
    }

    private String parent() {
        return open.isEmpty() ? NONE : open.peek();
    }

    private Optional<String> element(Matcher token) {
        String name = token.group("name");
        boolean empty = !token.group("empty").isEmpty();
        if (!token.group("close").isEmpty()) {
            boolean fits = name.equals(open.poll()) && token.group("attributes").isEmpty() && !empty;
            return fits ? Optional.empty() : Optional.of("the element " + name + " is closed where it is not open");
        }
        Set<String> parents = kind.parents.get(name);
        if (parents == null) {
            return Optional.of("the element " + name + " is not allowed");
        }
        if (!parents.contains(parent())) {
            return Optional.of("the element " + name + " stands in the wrong place");
        }
        if (empty && kind == Kind.HTML) {
            return Optional.of("the element " + name + " is not closed as HTML is");
        }
        roots += open.isEmpty() ? 1 : 0;
        if (!empty) {
            open.push(name);
        }
        return attributes(name, token.group("attributes"));
    }

    private Optional<String> attributes(String element, String text) {
        Set<String> given = new HashSet<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String name = attribute.group(1);
            if (!isAllowed(name, attribute.group(2))) {
                return Optional.of("the attribute " + name + " of " + element + " is not allowed so");
            }
            if (!given.add(name)) {
                return Optional.of("the element " + element + " has the attribute " + name + " twice");
            }
            if (name.equals("id") && !ids.add(attribute.group(2))) {
                return Optional.of("two elements have the id " + attribute.group(2));
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
