package org.deepdive.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Several results as one output, each as it is by itself, one below another. */
final class ResultsOutput {

    /** More results than these make a page that nobody scrolls through. */
    static final int SHOWN = 24;

    private ResultsOutput() {}

    /** The values below one another; empty where none has more than words. */
    static Optional<MimeBundle> of(Collection<?> values) {
        List<MimeBundle> shown =
                values.stream().limit(SHOWN).map(RichDisplay::of).toList();
        if (values.stream().anyMatch(ResultsOutput::isWords)
                || shown.stream().noneMatch(one -> one.html().isPresent())) {
            return Optional.empty();
        }
        List<String> html = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (MimeBundle one : shown) {
            html.add(one.html().orElseGet(() -> Page.paragraph("dd-paragraph", one.text())));
            text.add(one.text());
        }
        if (values.size() > SHOWN) {
            String rest = "The first " + SHOWN + " of " + values.size() + " results; " + (values.size() - SHOWN)
                    + " more are not shown.";
            html.add(Page.of(Page.paragraph("dd-legend", rest)));
            text.add(rest);
        }
        return Optional.of(MimeBundle.html(String.join("\n", html), String.join("\n\n", text)));
    }

    /** Whether a value is a plain one, or a collection of its own, whose lines belong into a list. */
    private static boolean isWords(Object value) {
        return value == null || value instanceof Collection<?> || !RichDisplay.isResult(value);
    }
}
