package org.deepdive.published;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a progress report says under one heading.
 *
 * @param asked the heading, in the spelling of the commitments
 * @param kind whether it was done, is planned, or is how progress is measured
 * @param figures the published figures in it
 * @param quote the words of the document
 */
public record ReportedProgress(String asked, Kind kind, List<PublishedFigure> figures, String quote) {

    public ReportedProgress {
        figures = List.copyOf(figures);
    }

    /** What a statement of a progress report is about. */
    public enum Kind {
        /** Something done or found. */
        REPORTED,
        /** Something to come. */
        PLANNED,
        /** How it is achieved and measured. */
        MEASURED;

        /** The kind's name in data files. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind parse(String text) {
            List<String> allowed = Arrays.stream(values()).map(Kind::text).toList();
            return values()[allowed.indexOf(CsvRows.among("kind", text, allowed))];
        }
    }
}
