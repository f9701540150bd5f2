package org.deepdive.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.estimate.WaveRange;
import org.deepdive.study.Study;

/** Waves in words: {@code Q2 2021} for a quarter coded {@code 2021Q2}. */
final class WaveWords {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");
    private static final Pattern RANGE = Pattern.compile(QUARTER + "\\.\\." + QUARTER);

    private WaveWords() {}

    /** A range of waves. */
    static String of(WaveRange range) {
        String first = wave(range.first());
        return range.first().equals(range.last()) ? first : first + " to " + wave(range.last());
    }

    /** A text that may be a range of waves, such as when a study was collected. */
    static String of(String text) {
        return RANGE.matcher(text).matches() ? of(WaveRange.parse(text)) : text;
    }

    /** A range of a study's waves: quarters as such, others by the labels of the codebook. */
    static String of(Study study, WaveRange range) {
        String first = wave(study, range.first());
        return range.first().equals(range.last()) ? first : first + " to " + wave(study, range.last());
    }

    private static String wave(Study study, String code) {
        String label = study.waves().map(waves -> waves.category(code).label()).orElse(code);
        return QUARTER.matcher(code).matches() ? wave(code) : label;
    }

    private static String wave(String code) {
        Matcher quarter = QUARTER.matcher(code);
        return quarter.matches() ? "Q" + quarter.group(2) + " " + quarter.group(1) : code;
    }
}
