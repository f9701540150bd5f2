package org.deepdive.server;

import java.util.List;
import java.util.stream.Stream;
import org.deepdive.server.export.ExportFormat;
import org.deepdive.study.InputException;

/**
 * What the last part of a path asks for.
 *
 * @param name the name without its format
 * @param format the format at its end, such as {@code csv}; empty for the page
 */
record Wanted(String name, String format) {

    /** The plotly specification of a plot, which its page asks for once somebody points at it. */
    static final String PLOTLY = "plotly.json";

    /** It comes first, since it ends as another does. */
    private static final List<String> FORMATS =
            Stream.concat(Stream.of(PLOTLY), ExportFormat.extensions().stream()).toList();

    static Wanted of(String path) {
        for (String format : FORMATS) {
            if (path.endsWith("." + format)) {
                return new Wanted(path.substring(0, path.length() - format.length() - 1), format);
            }
        }
        return new Wanted(path, "");
    }

    /** Refuses formats other than those named; the page itself is always there. */
    void require(List<String> formats) {
        if (!format.isEmpty() && !formats.contains(format)) {
            throw InputException.unknown("format", format, formats);
        }
    }

    /** Whether it is the plotly specification. */
    boolean isPlotly() {
        return format.equals(PLOTLY);
    }

    String extension() {
        return format.isEmpty() ? "" : "." + format;
    }
}
