package org.deepdive.published;

import java.util.Locale;

/**
 * A row of a transcription, as two transcriptions are held against each other: a number with the words it stands in, or a
 * finding in words alone.
 *
 * @param document the document's file name
 * @param quote its words, runs of white space as one space; the number itself for a value of a chart
 * @param printed the number as printed, with one minus sign and in lower case; empty for a finding without one
 * @param place where the row is found, for people: its id, or its section and what it is of
 */
record TranscribedRow(String document, String quote, String printed, String place) {

    /** Fewer letters end one quote and start another by chance. */
    private static final int LEAST_OVERLAP = 20;

    TranscribedRow {
        quote = normalised(quote);
        printed = normalised(printed).toLowerCase(Locale.ROOT);
    }

    private static String normalised(String text) {
        return text.strip().replaceAll("\\s+", " ").replace('\u2212', '-');
    }

    /** Whether the row has a number. */
    boolean hasNumber() {
        return !printed.isEmpty();
    }

    /** Whether the row is a value of a chart, whose labels stand elsewhere in the text. */
    boolean isChartValue() {
        return hasNumber() && quote.toLowerCase(Locale.ROOT).equals(printed);
    }

    /** Whether the other transcription's row records what this one does. */
    boolean isRecordedBy(TranscribedRow other) {
        if (!document.equals(other.document)) {
            return false;
        }
        return hasNumber() ? printed.equals(other.printed) && hasNumberOf(other) : hasWordsOf(other);
    }

    private boolean hasNumberOf(TranscribedRow other) {
        if (isChartValue() || other.isChartValue()) {
            return quote.equals(other.quote);
        }
        return shared(other).toLowerCase(Locale.ROOT).contains(printed);
    }

    private boolean hasWordsOf(TranscribedRow other) {
        return !shared(other).isEmpty();
    }

    /**
     * The words two quotes of one text share when they overlap: all of the shorter where the longer contains it, or the end
     * of the one that is the start of the other. The same words between other words are another place of the text.
     */
    private String shared(TranscribedRow other) {
        if (quote.contains(other.quote)) {
            return other.quote;
        }
        if (other.quote.contains(quote)) {
            return quote;
        }
        String onwards = endThatStarts(quote, other.quote);
        return onwards.isEmpty() ? endThatStarts(other.quote, quote) : onwards;
    }

    private static String endThatStarts(String earlier, String later) {
        for (int length = Math.min(earlier.length(), later.length()); length >= LEAST_OVERLAP; length--) {
            if (later.startsWith(earlier.substring(earlier.length() - length))) {
                return later.substring(0, length);
            }
        }
        return "";
    }

    /** The row in one line. */
    String described() {
        return (hasNumber() ? printed : "finding") + " | " + place + " | " + quote;
    }
}
