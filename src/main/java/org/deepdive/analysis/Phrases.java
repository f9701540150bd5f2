package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;

/** Words joined as sentences join them. */
final class Phrases {

    private static final List<String> NUMBERS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Phrases() {}

    /** {@code a}, {@code a and b}, or {@code a, b and c}. */
    static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /**
     * Names as a list inside a sentence names them: all but the first in small letters, and a last word that two neighbours
     * share said once, so that "Emergency confidence" and "Non-emergency confidence" are "Emergency" and "non-emergency
     * confidence".
     */
    static List<String> shortened(List<String> names) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = i == 0 ? names.get(i) : FindingWords.inSentence(names.get(i));
            boolean shared =
                    i + 1 < names.size() && name.contains(" ") && lastWord(name).equals(lastWord(names.get(i + 1)));
            all.add(shared ? name.substring(0, name.length() - lastWord(name).length()) : name);
        }
        return all;
    }

    /** The last of several words with the space before it; empty for a single word. */
    private static String lastWord(String name) {
        return name.contains(" ") ? name.substring(name.lastIndexOf(' ')) : "";
    }

    /** A small whole number in letters, a larger one in digits. */
    static String number(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
    }
}
