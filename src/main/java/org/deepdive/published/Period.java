package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.estimate.WaveRange;
import org.deepdive.study.Variable;

/**
 * A run of waves, each of a quarter of a year.
 *
 * @param text how it was written
 * @param scale what its waves are numbered by; periods of two scales neither contain nor overlap each other
 * @param first the number of its first wave on that scale
 * @param last the number of its last
 */
record Period(String text, Scale scale, long first, long last) {

    /** What the numbers of waves count. */
    enum Scale {
        /** Quarters of the calendar. */
        QUARTERS,
        /** The waves of a study from 1, as documents number them. */
        NUMBERED
    }

    private static final int MONTHS_A_WAVE = 3;
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");
    private static final Pattern NUMBERED =
            Pattern.compile("[Ww]aves? (\\d{1,3})(?:\\s?(?:-|–|\\.\\.|to|and)\\s?(\\d{1,3}))?");

    /** The waves of a query; absent where their order is not known. */
    static Optional<Period> of(WaveRange range, Optional<Variable> wave) {
        Optional<Period> quarters = ofQuarters(range.text());
        if (quarters.isPresent() || wave.isEmpty()) {
            return quarters;
        }
        List<String> codes = wave.get().codes();
        return numbered(range.text(), codes.indexOf(range.first()) + 1, codes.indexOf(range.last()) + 1);
    }

    /** What a period column says: {@code 2020Q3..2021Q1} or {@code waves 4-7}; absent for dates and other words. */
    static Optional<Period> parse(String text) {
        Optional<Period> quarters = ofQuarters(text.strip());
        if (quarters.isPresent()) {
            return quarters;
        }
        Matcher m = NUMBERED.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(m.group(1));
        long last = m.group(2) == null ? first : Long.parseLong(m.group(2));
        return numbered(text.strip(), first, last);
    }

    private static Optional<Period> numbered(String text, long first, long last) {
        return first < 1 || last < first
                ? Optional.empty()
                : Optional.of(new Period(text, Scale.NUMBERED, first, last));
    }

    private static Optional<Period> ofQuarters(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        Matcher from = QUARTER.matcher(ends[0]);
        Matcher to = QUARTER.matcher(ends[ends.length - 1]);
        if (!from.matches() || !to.matches() || number(to) < number(from)) {
            return Optional.empty();
        }
        return Optional.of(new Period(text, Scale.QUARTERS, number(from), number(to)));
    }

    private static long number(Matcher quarter) {
        return 4 * Long.parseLong(quarter.group(1)) + Long.parseLong(quarter.group(2));
    }

    /** How many waves. */
    long waves() {
        return last - first + 1;
    }

    /** How many months. */
    long months() {
        return MONTHS_A_WAVE * waves();
    }

    boolean contains(Period other) {
        return scale == other.scale && first <= other.first && other.last <= last;
    }

    boolean overlaps(Period other) {
        return scale == other.scale && first <= other.last && other.first <= last;
    }
}
