package org.deepdive.server.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the lines of a plot's CSV are called by people: {@code Women, 16 to 24} for {@code female, 16_24}. The plot's JSON
 * says both.
 *
 * @param byCodes the labels of a line by its name in {@link NumberRow}; empty for plots whose lines have no codes
 */
record RowLabels(Map<String, String> byCodes) {

    RowLabels {
        byCodes = Map.copyOf(byCodes);
    }

    /** @param plots of which the first that knows a line names it */
    static RowLabels of(Frozen... plots) {
        Map<String, String> labels = new HashMap<>();
        for (Frozen plot : plots) {
            read(plot.json()).path("rows").forEach(row -> {
                List<JsonNode> parts = new ArrayList<>();
                row.path("groups").forEach(parts::add);
                if (row.path("answer").isObject()) {
                    parts.add(row.path("answer"));
                }
                labels.putIfAbsent(joined(parts, "code"), joined(parts, "label"));
            });
        }
        return new RowLabels(labels);
    }

    private static JsonNode read(String json) {
        try {
            return json.isEmpty() ? FrozenText.STRICT.createObjectNode() : FrozenText.STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plot that was checked has JSON that can be read", e);
        }
    }

    private static String joined(List<JsonNode> parts, String field) {
        return parts.stream().map(part -> part.path(field).asText()).collect(Collectors.joining(", "));
    }

    /** A line by its label, where it has one. */
    Change name(Change change) {
        String label = byCodes.getOrDefault(change.row(), "");
        return label.isBlank() ? change : new Change(label, change.before(), change.after(), change.p());
    }
}
