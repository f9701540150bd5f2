package org.deepdive.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.published.Engagement;
import org.deepdive.study.InputException;

/**
 * What to look for among statements.
 *
 * @param text words that must all stand in a statement, in any order and case; may be empty
 * @param theme the theme it must be about, if any
 * @param group the group that must have said it, if any
 */
public record EngagementSearch(String text, Optional<Engagement.Theme> theme, Optional<Engagement.Group> group) {

    /** The longest text that can be looked for, in characters. */
    public static final int LONGEST = 100;

    /**
     * @throws InputException where the text is too long
     */
    public EngagementSearch {
        text = text.strip();
        if (text.length() > LONGEST) {
            throw InputException.of(
                    "search-length",
                    "The words to look for have more than " + LONGEST + " characters.",
                    "",
                    "Look for fewer.");
        }
    }

    /** Looks for everything. */
    public static EngagementSearch all() {
        return new EngagementSearch("", Optional.empty(), Optional.empty());
    }

    /** Whether it looks for everything. */
    public boolean isAll() {
        return text.isEmpty() && theme.isEmpty() && group.isEmpty();
    }

    /** Whether a statement is among those looked for. */
    public boolean finds(Engagement.Statement statement) {
        return theme.filter(t -> !statement.isAbout(t)).isEmpty()
                && group.filter(g -> !statement.group().equals(g)).isEmpty()
                && hasWords(plain(statement.words()));
    }

    private boolean hasWords(String words) {
        List<String> wanted = Arrays.stream(plain(text).split("\\s+")).toList();
        return wanted.stream().allMatch(words::contains);
    }

    /** Lower case, with typewriter quotation marks: readers do not type the curved ones. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replace('’', '\'').replace('‘', '\'');
    }
}
