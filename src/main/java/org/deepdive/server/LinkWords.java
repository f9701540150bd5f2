package org.deepdive.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.study.InputException;

/** Times of saved links in words, and words as times. */
final class LinkWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final List<String> ENDS = List.of("never", "month", "year", "day", "keep");
    private static final int LAST_YEAR = 9999;

    private LinkWords() {}

    /** A day, such as {@code 3 March 2026}. */
    static String day(Instant time) {
        return DAY.format(time);
    }

    /** A minute, such as {@code 3 March 2026, 12:00 UTC}. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /**
     * When a link is to expire.
     *
     * @param form a form with the fields {@code expires} and {@code day}
     * @param now the time now
     * @param before when it was to expire until now
     * @throws InputException where it says neither never, nor a time that exists
     */
    static Optional<Instant> end(FormFields form, Instant now, Optional<Instant> before) {
        String end = form.get("expires");
        return switch (end) {
            case "", "never" -> Optional.empty();
            case "month" -> Optional.of(now.plus(30, ChronoUnit.DAYS));
            case "year" -> Optional.of(now.plus(365, ChronoUnit.DAYS));
            case "day" -> Optional.of(day(form.get("day")));
            case "keep" -> before;
            default -> throw InputException.unknown("end of a link", end, ENDS);
        };
    }

    /** The end of a day in UTC. */
    private static Instant day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() <= LAST_YEAR) {
                return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        } catch (DateTimeException e) {
            // Told below, like a day too far away.
        }
        throw InputException.of(
                "day", "\"" + text + "\" is not a day.", text, "Write the last day of the link as 2027-01-31.");
    }
}
