package org.deepdive.analysis;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepdive.study.InputException;

/** How texts become words to look for and to be found: lower case, without accents and punctuation. */
final class SearchWords {

    /** The longest text that can be looked for, in characters. */
    static final int LONGEST = 100;

    private static final int MOST_WORDS = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that stand in nearly every sentence, and tell none from another. */
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "do", "for", "from", "how", "in", "is", "it", "of", "on", "or",
            "s", "that", "the", "their", "they", "to", "was", "were", "what", "which", "who", "with", "you", "your");

    private SearchWords() {}

    /** The words of a text, in order. */
    static List<String> of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.replace("’", "'"), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.UK);
        return Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * The words to look for: without those that stand everywhere, unless there are no others; each once.
     *
     * @throws InputException where the text is too long or has too many words
     */
    static List<String> wanted(String text) {
        if (text.length() > LONGEST) {
            throw InputException.of(
                    "search-length",
                    "The words to look for have more than " + LONGEST + " characters.",
                    "",
                    "Look for fewer.");
        }
        List<String> all = of(text).stream().distinct().toList();
        if (all.size() > MOST_WORDS) {
            throw InputException.of(
                    "search-words",
                    "There are " + all.size() + " words to look for; " + MOST_WORDS + " are possible.",
                    "",
                    "Look for those that matter.");
        }
        List<String> telling =
                all.stream().filter(word -> !COMMON.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }
}
