package org.deepdive.study;

import java.util.regex.Pattern;

/** How errors quote what they were given: without characters that steer a terminal, and no longer than a line. */
public final class Quote {

    /** The most characters quoted. */
    public static final int LONGEST = 80;

    /** The most characters of a path quoted: half of one would not tell which file is meant. */
    static final int LONGEST_PATH = 400;

    /** Control characters, invisible ones such as those that turn the direction of writing, and line separators. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Quote() {}

    /** A text as it may be shown: harmless and cut, with "…" in place of what was left out. */
    public static String text(String given) {
        return cut(given, LONGEST);
    }

    /** A text of any length without the characters that steer a terminal. */
    public static String harmless(String text) {
        return STEERING.matcher(text).replaceAll("");
    }

    /** A text as it may be shown where another length is. */
    static String cut(String given, int most) {
        String text = harmless(given);
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
