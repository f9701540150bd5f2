package org.deepdive.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An error for the person who asked: what was given, what is allowed, and what to do.
 *
 * <p>Every mistake in a question, a file or an option is reported as one of these, whichever door it came through
 * (notebook, command line, URL, data file), so that all doors word it the same way.
 */
public final class InputException extends RuntimeException {

    /** The code where too few respondents are counted, or are not, for a number to be shown. */
    public static final String SUPPRESSED = "suppressed";

    /** The code where a near question would differ by a few respondents. */
    public static final String REMAINDER = "remainder";

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 12;

    private final String code;
    private final String problem;
    private final String given;
    private final transient List<String> allowed;
    private final String remedy;
    private final int longest;

    /**
     * @param code a stable name of the kind of mistake, such as {@code unknown-measure}
     * @param problem one sentence that says what is wrong, with what was given in it
     * @param given what was given, as given; wherever it is shown, also within the sentences, it is shown as
     *     {@link Quote#text} has it
     * @param allowed what would have been allowed, in the order to show; may be empty
     * @param remedy one sentence that says what to do; may be empty
     */
    public InputException(String code, String problem, String given, List<String> allowed, String remedy) {
        this(code, problem, given, allowed, remedy, Quote.LONGEST);
    }

    private InputException(
            String code, String problem, String given, List<String> allowed, String remedy, int longest) {
        super(sentence(quoting(problem, given, longest), allowed, quoting(remedy, given, longest)));
        this.code = code;
        this.problem = quoting(problem, given, longest);
        this.given = Quote.cut(given, longest);
        this.allowed = List.copyOf(allowed);
        this.remedy = quoting(remedy, given, longest);
        this.longest = longest;
    }

    /** A mistake in naming something that exists under another name: the nearest name becomes the remedy. */
    public static InputException unknown(String kind, String given, List<String> allowed) {
        return new InputException(
                "unknown-" + kind.replace(' ', '-'),
                "There is no " + kind + " \"" + given + "\".",
                given,
                allowed,
                Nearest.to(given, allowed)
                        .map(name -> "Did you mean \"" + name + "\"?")
                        .orElse(""));
    }

    /** A mistake that no list of allowed values explains. */
    public static InputException of(String code, String problem, String given, String remedy) {
        return new InputException(code, problem, given, List.of(), remedy);
    }

    /** A mistake about a file or folder, whose path is shown whole: half of it would not tell which. */
    public static InputException of(String code, String problem, Path given, String remedy) {
        return new InputException(code, problem, given.toString(), List.of(), remedy, Quote.LONGEST_PATH);
    }

    /** The same mistake, with the place where it was made, such as a file, in front if it is not there yet. */
    public InputException in(String place) {
        if (problem.startsWith(place)) {
            return this;
        }
        InputException placed = new InputException(code, place + ": " + problem, given, allowed(), remedy, longest);
        placed.initCause(this);
        return placed;
    }

    /** The stable name of the kind of mistake. */
    public String code() {
        return code;
    }

    /** Whether it stands for a number that the disclosure rules withhold, and not for a mistake. */
    public boolean isWithheld() {
        return code.equals(SUPPRESSED) || code.equals(REMAINDER);
    }

    /** What is wrong, in one sentence without the remedy and what is allowed. */
    public String problem() {
        return problem;
    }

    /** What was given, as it may be shown: see {@link Quote}. */
    public String given() {
        return given;
    }

    /** What would have been allowed; empty where no list can say it. */
    public List<String> allowed() {
        return allowed == null ? List.of() : allowed;
    }

    /** What to do about it; may be empty. */
    public String remedy() {
        return remedy;
    }

    /** A sentence with what was given in it cut where it is long, and nothing in it that steers a terminal. */
    private static String quoting(String sentence, String given, int longest) {
        String cut = given.length() > longest ? sentence.replace(given, Quote.cut(given, longest)) : sentence;
        return Quote.harmless(cut);
    }

    private static String sentence(String problem, List<String> allowed, String remedy) {
        String text = problem;
        if (!remedy.isEmpty()) {
            text += " " + remedy;
        }
        if (!allowed.isEmpty()) {
            text += " Allowed: " + Quote.harmless(listed(allowed)) + ".";
        }
        return text;
    }

    /** Names joined for reading, cut with a count where there are many. */
    static String listed(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
