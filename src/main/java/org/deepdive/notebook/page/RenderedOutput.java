package org.deepdive.notebook.page;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Output;

/** An output in the richest of its forms that a page can show. */
final class RenderedOutput {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]+");

    /** More characters of one output than this are not a page's. */
    private static final int MOST_TEXT = 200_000;

    private RenderedOutput() {}

    /** @param pictures as in {@link OutputMarkup#clean} */
    static String html(Output output, Pictures pictures) {
        if (output instanceof Output.Stream stream) {
            String kind = stream.name().equals("stderr") ? "nb-stderr" : "nb-stdout";
            return pre(kind, stream.text());
        }
        if (output instanceof Output.Error error) {
            return error(error);
        }
        JsonObject data =
                output instanceof Output.ExecuteResult result ? result.data() : ((Output.DisplayData) output).data();
        return richest(data, pictures);
    }

    /** Where there is more than a person reads, that is one click away. */
    private static String error(Output.Error error) {
        String read = pre("nb-error", error.summary());
        return error.summary().equals(error.whole())
                ? read
                : read + "<details><summary>All that the kernel said</summary>" + pre("nb-error", error.whole())
                        + "</details>";
    }

    private static String richest(JsonObject data, Pictures pictures) {
        if (data.text("text/html").isPresent()) {
            return OutputMarkup.clean(data.text("text/html").get(), pictures);
        }
        if (data.text("image/svg+xml").isPresent()) {
            String svg = data.text("image/svg+xml").get();
            return pictures.inline(svg, Optional.empty())
                    .map(picture -> "<div class=\"dd-inline\">" + picture + "</div>")
                    .orElseGet(() ->
                            image("svg+xml", Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8))));
        }
        Optional<String> png =
                data.text("image/png").filter(text -> BASE64.matcher(text).matches());
        if (png.isPresent()) {
            return image("png", png.get().replaceAll("\\s", ""));
        }
        if (data.text("text/markdown").isPresent()) {
            return MarkdownText.html(data.text("text/markdown").get()).body().html();
        }
        return pre("nb-text", data.text("text/plain").orElse("An output that this page cannot show."));
    }

    private static String image(String type, String base64) {
        return "<img alt=\"Picture of this cell\" src=\"data:image/" + type + ";base64," + base64 + "\">";
    }

    private static String pre(String kind, String text) {
        String plain = Output.withoutColours(text);
        String shown = plain.length() > MOST_TEXT
                ? plain.substring(0, MOST_TEXT) + "\n(" + (plain.length() - MOST_TEXT) + " more characters)"
                : plain;
        return "<pre class=\"" + kind + "\" tabindex=\"0\">" + escapeHtml4(shown.stripTrailing()) + "</pre>";
    }
}
