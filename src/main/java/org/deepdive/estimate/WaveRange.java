package org.deepdive.estimate;

import org.deepdive.study.InputException;

/**
 * A range of waves, both ends included.
 *
 * @param first the first wave's code
 * @param last the last wave's code; the same as the first for a single wave
 */
public record WaveRange(String first, String last) {

    /** Reads {@code 2021Q2..2023Q2} or {@code 2021Q2}. */
    public static WaveRange parse(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length > 2 || ends[0].isBlank() || ends[ends.length - 1].isBlank()) {
            throw InputException.of(
                    "waves",
                    "\"" + text + "\" is not a range of waves.",
                    text,
                    "Write one wave (2023Q2) or two with dots between (2021Q2..2023Q2).");
        }
        return new WaveRange(ends[0].strip(), ends[ends.length - 1].strip());
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return first.equals(last) ? first : first + ".." + last;
    }
}
