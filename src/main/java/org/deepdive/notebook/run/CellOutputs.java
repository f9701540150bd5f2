package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Output;

/**
 * What the cells of a run showed so far, by the rules of nbclient: each message is an output; {@code clear_output} empties the cell, at once or before its next output; whatever is shown
 * under a display id replaces what was shown under it before, in any cell.
 *
 * <p>As {@code jupyter nbconvert --execute} makes of that ({@code coalesce_streams}), what is printed to one stream in pieces
 * is one output, and a carriage return takes back its line: where a kernel cuts what it prints is an accident.
 *
 * <p>Beyond them, a cell's output is cut at a limit: what comes after it is dropped with a note, errors excepted, and
 * the cell runs on.
 */
final class CellOutputs {

    private static final Pattern OVERWRITTEN = Pattern.compile("[^\\n]*\\r(?=[^\\n])");

    private record Place(int cell, int output) {}

    private final long limit;
    private final Map<Integer, List<Output>> outputs = new HashMap<>();
    private final Map<String, List<Place>> displayed = new HashMap<>();
    private final List<Integer> cut = new ArrayList<>();
    private int cell;
    private long bytes;
    private boolean isCut;
    private boolean clearsBeforeNext;
    private String printing;
    private final StringBuilder printed = new StringBuilder();

    CellOutputs(long limit) {
        this.limit = limit;
    }

    /** Begins a cell, by its place in the notebook from 0. */
    void begin(int index) {
        endPrinting();
        cell = index;
        bytes = 0;
        isCut = false;
        clearsBeforeNext = false;
        outputs.put(index, new ArrayList<>());
    }

    /** What a cell shows now; display ids may still change it. */
    List<Output> of(int index) {
        endPrinting();
        return List.copyOf(outputs.getOrDefault(index, List.of()));
    }

    /** The places of the cells whose output was cut. */
    List<Integer> cut() {
        return cut;
    }

    /** Whether a cell's outputs say why it failed. */
    boolean hasError() {
        return outputs.get(cell).stream().anyMatch(Output.Error.class::isInstance);
    }

    /** Adds an output that is no message's. */
    void add(Output output) {
        if (output instanceof Output.Stream stream) {
            print(stream);
            return;
        }
        endPrinting();
        outputs.get(cell).add(output);
    }

    /** Many small pieces of one stream are put together once, when something else follows. */
    private void print(Output.Stream piece) {
        if (!piece.name().equals(printing)) {
            endPrinting();
            printing = piece.name();
            outputs.get(cell).add(piece);
        }
        printed.append(piece.text());
    }

    private void endPrinting() {
        if (printing == null) {
            return;
        }
        List<Output> shown = outputs.get(cell);
        String text = OVERWRITTEN.matcher(printed).replaceAll("");
        shown.set(shown.size() - 1, new Output.Stream(printing, text));
        forgetPrinting();
    }

    private void forgetPrinting() {
        printing = null;
        printed.setLength(0);
    }

    /** Takes a message of the cell that runs. */
    void take(Message message) {
        switch (message.type()) {
            case "clear_output" -> clear(message.content().path("wait").asBoolean());
            case "stream", "display_data", "execute_result", "update_display_data", "error" -> show(message);
            default -> {
                // Of no concern to a notebook's file.
            }
        }
    }

    private void clear(boolean later) {
        if (later) {
            clearsBeforeNext = true;
            return;
        }
        forgetPrinting();
        outputs.get(cell).clear();
        displayed.values().forEach(places -> places.removeIf(place -> place.cell() == cell));
        bytes = 0;
        isCut = false;
        cut.remove((Integer) cell);
    }

    private void show(Message message) {
        boolean isUpdate = message.type().equals("update_display_data");
        boolean isError = message.type().equals("error");
        if (clearsBeforeNext && !isUpdate) {
            clear(false);
            clearsBeforeNext = false;
        }
        if (isCut && !isError) {
            return;
        }
        long room = limit - bytes;
        bytes += message.body().length;
        if (message.body().length <= room || isError && message.body().length <= limit) {
            append(message.type(), message.content());
            return;
        }
        if (message.type().equals("stream") && message.body().length <= limit) {
            JsonNode content = message.content();
            String text = content.path("text").asText();
            int end = (int) Math.min(room, text.length());
            boolean splits = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
            add(new Output.Stream(content.path("name").asText("stdout"), text.substring(0, splits ? end - 1 : end)));
        }
        cutHere();
    }

    private void cutHere() {
        isCut = true;
        cut.add(cell);
        add(new Output.Stream(
                "stderr",
                "[The output of this cell was cut here: it is larger than " + size() + ". The cell ran on.]\n"));
    }

    private String size() {
        return limit >= 1_000_000 ? limit / 1_000_000 + " MB" : limit + " bytes";
    }

    private void append(String type, JsonNode content) {
        String displayId = content.path("transient").path("display_id").asText("");
        JsonObject data = bundle(content.path("data"));
        JsonObject metadata = object(content.path("metadata"));
        if (!displayId.isEmpty()) {
            update(displayId, data, metadata);
        }
        if (type.equals("update_display_data")) {
            return;
        }
        if (!displayId.isEmpty()) {
            displayed
                    .computeIfAbsent(displayId, id -> new ArrayList<>())
                    .add(new Place(cell, outputs.get(cell).size()));
        }
        add(
                switch (type) {
                    case "stream" ->
                        new Output.Stream(
                                content.path("name").asText("stdout"),
                                content.path("text").asText());
                    case "display_data" -> new Output.DisplayData(data, metadata);
                    case "execute_result" ->
                        new Output.ExecuteResult(count(content.path("execution_count")), data, metadata);
                    default -> error(content);
                });
    }

    private void update(String displayId, JsonObject data, JsonObject metadata) {
        for (Place place : displayed.getOrDefault(displayId, List.of())) {
            Output old = outputs.get(place.cell()).get(place.output());
            outputs.get(place.cell())
                    .set(
                            place.output(),
                            old instanceof Output.ExecuteResult result
                                    ? new Output.ExecuteResult(result.executionCount(), data, metadata)
                                    : new Output.DisplayData(data, metadata));
        }
    }

    /** The error in the content of a message or of a reply. */
    static Output.Error error(JsonNode content) {
        return new Output.Error(
                content.path("ename").asText(),
                content.path("evalue").asText(),
                StreamSupport.stream(content.path("traceback").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    static OptionalInt count(JsonNode count) {
        return count.isInt() ? OptionalInt.of(count.intValue()) : OptionalInt.empty();
    }

    private static JsonObject object(JsonNode node) {
        return node instanceof ObjectNode object ? JsonObject.of(object) : JsonObject.EMPTY;
    }

    /** The data by MIME type; what is not JSON is text in a notebook, whatever a kernel sends. */
    private static JsonObject bundle(JsonNode data) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        data.properties().forEach(entry -> {
            String mime = entry.getKey();
            JsonNode value = entry.getValue();
            bundle.set(
                    mime,
                    JsonObject.isJson(mime) || value.isTextual()
                            ? value
                            : JsonNodeFactory.instance.textNode(value.isArray() ? joined(value) : value.toString()));
        });
        return JsonObject.of(bundle);
    }

    private static String joined(JsonNode lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
