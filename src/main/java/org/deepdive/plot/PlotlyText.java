package org.deepdive.plot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Texts as plotly shows them literally. Plotly reads its text fields as a subset of HTML, so a label with {@code <b>} or
 * {@code <a href>} in it would become markup; entities keep it a label.
 */
final class PlotlyText {

    private PlotlyText() {}

    /** A label on one line. */
    static String of(String label) {
        return label.replaceAll("\\s+", " ")
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** A label on lines of about so many characters. */
    static String wrapped(String label, int characters) {
        return TextSize.wrap(label, characters * TextSize.AVERAGE, 1, false).stream()
                .map(PlotlyText::of)
                .collect(Collectors.joining("<br>"));
    }

    /** Lines, each a label by itself. */
    static String lines(List<String> lines) {
        return lines.stream().map(PlotlyText::of).collect(Collectors.joining("<br>"));
    }

    /** A label in bold, on lines of about so many characters. */
    static String bold(String label, int characters) {
        return "<b>" + wrapped(label, characters) + "</b>";
    }
}
