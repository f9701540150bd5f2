package org.deepdive.server.share;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;

/**
 * What the owner of a link says about it.
 *
 * @param title its title, 1 to {@value #LONGEST_TITLE} characters on one line
 * @param note more about it, at most {@value #LONGEST_NOTE} characters, in lines
 * @param expires when it stops to be shown, to the millisecond; absent for never
 * @param locked whether its filters and waves stay as they are for whoever opens it. It keeps a reader of the link at the
 *     question that was meant. It hides nothing: anyone may ask the server another question.
 */
public record LinkTerms(String title, String note, Optional<Instant> expires, boolean locked) {

    /** The most characters of a title. */
    public static final int LONGEST_TITLE = 200;

    /** The most characters of a note. */
    public static final int LONGEST_NOTE = 2_000;

    /**
     * Characters that cannot be seen, or that turn the direction of the text around them, are left out.
     *
     * @throws InputException where the title is empty, or either text is too long
     */
    public LinkTerms {
        // Spaces come last, so that what is left out leaves no two of them: terms read again are the same terms.
        title = Quote.harmless(whole(title).replaceAll("\\s", " "))
                .replaceAll(" +", " ")
                .strip();
        note = whole(note)
                .lines()
                .map(line -> Quote.harmless(line).stripTrailing())
                .collect(Collectors.joining("\n"))
                .strip();
        expires = expires.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        if (title.isBlank()) {
            throw InputException.of("title", "The link has no title.", "", "Say in a few words what it shows.");
        }
        requireShort("title", title, LONGEST_TITLE);
        requireShort("note", note, LONGEST_NOTE);
    }

    /** The text with halves of characters replaced, which no database could keep. */
    private static String whole(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void requireShort(String name, String text, int longest) {
        if (text.length() > longest) {
            throw InputException.of(
                    name,
                    "The " + name + " has " + text.length() + " characters; at most " + longest + " are kept.",
                    text,
                    "Shorten it.");
        }
    }
}
