package org.deepdive.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one value looks like in a notebook, in every form it has. The page picks the richest that it can show.
 *
 * @param text as plain text, which every value has: for terminals, comparisons and readers without HTML
 * @param html as a fragment of HTML, with everything that came from data escaped
 * @param svg as a picture of its own, the twin of an interactive plot
 */
public record MimeBundle(String text, Optional<String> html, Optional<String> svg) {

    static MimeBundle text(String text) {
        return new MimeBundle(text, Optional.empty(), Optional.empty());
    }

    static MimeBundle html(String html, String text) {
        return new MimeBundle(text, Optional.of(html), Optional.empty());
    }

    /** The forms by MIME type, richest first. */
    public Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        html.ifPresent(h -> data.put("text/html", h));
        svg.ifPresent(s -> data.put("image/svg+xml", s));
        data.put("text/plain", text);
        return data;
    }
}
