package org.deepdive.notebook.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Texts that a file holds as lists of lines, as {@code nbformat.v4.rwbase} joins and splits them. */
final class MultilineText {

    private static final Set<String> SPLIT_ALSO = Set.of("application/javascript", "image/svg+xml");

    /** The ends of lines by Python's {@code str.splitlines}, beside the line feed and the carriage return. */
    private static final String ENDS = "\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029";

    private MultilineText() {}

    /** Whether values of a MIME type are JSON and stay as they are. */
    static boolean isJson(String mime) {
        return mime.equals("application/json") || mime.startsWith("application/") && mime.endsWith("+json");
    }

    /** Whether a value is a text or a list of texts. */
    static boolean isText(JsonNode value) {
        return value.isTextual()
                || value.isArray()
                        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    /** The text of a value for which {@link #isText} holds. */
    static String joined(JsonNode value) {
        return value.isTextual()
                ? value.textValue()
                : StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::textValue)
                        .collect(Collectors.joining());
    }

    /** A copy with the texts of a file joined. */
    static ObjectNode joinedBundle(ObjectNode bundle) {
        ObjectNode joined = bundle.objectNode();
        for (Map.Entry<String, JsonNode> entry : bundle.properties()) {
            boolean lines = !isJson(entry.getKey()) && entry.getValue().isArray() && isText(entry.getValue());
            joined.set(entry.getKey(), lines ? TextNode.valueOf(joined(entry.getValue())) : entry.getValue());
        }
        return joined;
    }

    /** A copy with the texts split as a file has them. */
    static ObjectNode splitBundle(ObjectNode bundle) {
        ObjectNode split = bundle.objectNode();
        for (Map.Entry<String, JsonNode> entry : bundle.properties()) {
            boolean text = entry.getValue().isTextual()
                    && (entry.getKey().startsWith("text/") || SPLIT_ALSO.contains(entry.getKey()));
            split.set(entry.getKey(), text ? lines(entry.getValue().textValue()) : entry.getValue());
        }
        return split;
    }

    /** The lines of a text with their ends; none for no text. */
    static ArrayNode lines(String text) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (c == '\n' || c == '\r' || ENDS.indexOf(c) >= 0) {
                lines.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
