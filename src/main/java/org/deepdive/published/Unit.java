package org.deepdive.published;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepdive.study.InputException;

/** What a published figure counts. */
public enum Unit {
    /** A share of respondents, printed as a percentage. */
    PERCENT,
    /** A number of respondents who gave an answer. */
    COUNT,
    /** Points per respondent of a rank question. */
    SCORE,
    /** The share of respondents who chose an option among several. */
    PERCENT_CHOSEN,
    /** The share of respondents who ranked an option first. */
    PERCENT_FIRST,
    /** A number of respondents altogether. */
    RESPONDENTS,
    /** A difference of percentages, in percentage points. */
    POINTS,
    /** A number of anything but respondents: events, officers, journeys. */
    NUMBER,
    /** A length of time in seconds, such as that of a call's wait. */
    SECONDS,
    /** A length of time in months, such as that of a period of fieldwork. */
    MONTHS,
    /** An amount of money in pounds. */
    POUNDS,
    /** A place in an order, such as {@code 4th} or {@code fourth}. */
    RANK,
    /** A finding in words, without a number. */
    FINDING;

    /** The unit's name in data files, such as {@code percent-chosen}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Unit parse(String text) {
        List<String> allowed = Arrays.stream(values()).map(Unit::text).toList();
        return Arrays.stream(values())
                .filter(unit -> unit.text().equals(text))
                .findFirst()
                .orElseThrow(() -> InputException.unknown("unit", text, allowed));
    }
}
