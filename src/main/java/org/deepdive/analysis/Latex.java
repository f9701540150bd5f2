package org.deepdive.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Map;

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
        StringBuilder latex = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            String escape = ESCAPES.get(c);
            if (escape == null) {
                latex.appendCodePoint(c);
            } else {
                latex.append(escape);
            }
        });
        return latex.toString();
    }

    /** An address for a field that is printed as one, where percent signs and the like stand for themselves. */
    static String address(String url) {
        StringBuilder address = new StringBuilder(url.length() + 16);
        url.codePoints().forEach(c -> {
            if (c <= ' ' || c > '~' || "{}\\^`\"<>|".indexOf(c) >= 0) {
                address.append(encoded(c));
            } else {
                address.appendCodePoint(c);
            }
        });
        return address.toString();
    }

    private static String encoded(int character) {
        StringBuilder code = new StringBuilder();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            code.append("%%%02X".formatted(b & 0xFF));
        }
        return code.toString();
    }
}
