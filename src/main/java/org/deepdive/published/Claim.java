package org.deepdive.published;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepdive.study.InputException;

/** What a document says of a figure beyond its number. */
public enum Claim {
    /** Above the other figure. */
    HIGHER("higher"),
    /** Below the other figure. */
    LOWER("lower"),
    /** Above the other figure by more than chance explains. */
    SIGNIFICANTLY_HIGHER("significantly higher"),
    /** Below the other figure by more than chance explains. */
    SIGNIFICANTLY_LOWER("significantly lower"),
    /** A little above the other figure. */
    SLIGHTLY_HIGHER("slightly higher"),
    /** A little below the other figure. */
    SLIGHTLY_LOWER("slightly lower"),
    /** Above the other figure in every wave of the period. */
    CONSISTENTLY_HIGHER("consistently higher"),
    /** Below the other figure in every wave of the period. */
    CONSISTENTLY_LOWER("consistently lower"),
    /** Not different by more than chance explains. */
    SIMILAR("similar"),
    /** Not above the other figure by more than chance explains ("do not have more"). */
    NOT_HIGHER("not higher"),
    /** Little variation between the waves of the period. */
    STEADY("steady"),
    /** The highest of the waves of the period. */
    HIGHEST_WAVE("highest wave"),
    /** The lowest of the waves of the period. */
    LOWEST_WAVE("lowest wave"),
    /** Its difference from its own other figure is larger than the other's. */
    BIGGER_DIFFERENCE("bigger difference"),
    /** More than half. */
    MAJORITY("majority"),
    /** More than half. */
    MOST("most"),
    /** First in its measure. */
    TOP_1("top 1"),
    /** Among the first two in its measure. */
    TOP_2("top 2"),
    /** Among the first three in its measure. */
    TOP_3("top 3"),
    /** Second in its measure. */
    SECOND("second"),
    /** The largest of its measure, or of the groups of its filter. */
    LARGEST("largest"),
    /** The smallest of its measure, or of the groups of its filter. */
    SMALLEST("smallest"),
    /** No less than the number. */
    AT_LEAST("at least"),
    /** No more than the number. */
    AT_MOST("at most"),
    /** Every one of those asked about. */
    ALL("all"),
    /** Roughly the number ("around 250"). */
    ABOUT("about"),
    /** A little less than the number ("almost 60"). */
    ALMOST("almost"),
    /** The other figure, said as a fraction in words ("three quarters"). */
    FRACTION("fraction"),
    /** The other figure, printed again. */
    SAME("same"),
    /** The second of the other figures less the first: later less earlier. */
    CHANGE("change"),
    /** More than the number. */
    OVER("over"),
    /** Next after it comes the other figure, not far below. */
    CLOSELY_FOLLOWED_BY("closely followed by"),
    /** The other figures added up. */
    SUM("sum");

    private final String text;

    Claim(String text) {
        this.text = text;
    }

    /** The claim's name in data files. */
    public String text() {
        return text;
    }

    static Optional<Claim> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<String> allowed = Arrays.stream(values()).map(Claim::text).toList();
        return Optional.of(Arrays.stream(values())
                .filter(claim -> claim.text.equals(text))
                .findFirst()
                .orElseThrow(() -> InputException.unknown("claim", text, allowed)));
    }
}
