package org.deepdive.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Text as LaTeX and BibTeX read it. */
final class Latex {

    /**
     * Braces are written as words: BibTeX counts them also after a backslash, so that a single one would end the field in
     * the wrong place.
     */
    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\textbraceleft{}"),
            Map.entry((int) '}', "\\textbraceright{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "\\textquotedbl{}"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '_', "\\_"));

    private Latex() {}

    /** A text without line breaks, such that nothing in it is a command. */
    static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> ESCAPES.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
    }

    /** An address for a field that is printed as one, where percent signs and the like stand for themselves. */
    static String address(String url) {
        return url.codePoints()
                .mapToObj(
                        c -> c <= ' ' || c > '~' || "{}\\^`\"<>|".indexOf(c) >= 0 ? encoded(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String encoded(int character) {
        StringBuilder code = new StringBuilder();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            code.append("%%%02X".formatted(b & 0xFF));
        }
        return code.toString();
    }
}
