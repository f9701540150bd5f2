package org.deepdive.notebook.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepdive.study.InputException;
import org.deepdive.study.WholeFile;

/**
 * Writes notebooks in exactly the form that Jupyter saves them in, so that opening and saving one there changes nothing:
 * indented by one space, keys sorted, texts as lists of lines, characters beyond ASCII as they are, a line feed at the end.
 */
public final class NotebookWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NotebookWriter() {}

    /**
     * Writes a notebook's file, whole or not at all.
     *
     * @throws InputException where the file cannot be written
     */
    public static void write(Notebook notebook, Path file) {
        try {
            // Half of a surrogate pair is no character; it is written as a question mark.
            byte[] text = text(notebook).getBytes(StandardCharsets.UTF_8);
            WholeFile.writeReadable(file, half -> Files.write(half, text));
        } catch (IOException e) {
            throw InputException.of(
                    "notebook-write",
                    "The notebook " + file + " cannot be written (" + e + ").",
                    file,
                    "Name a folder that is there and that you may write to.");
        }
    }

    /** The text of a notebook's file. */
    public static String text(Notebook notebook) {
        ObjectNode root = JSON.objectNode();
        root.set("metadata", withoutTransient(notebook.metadata()).toNode());
        root.put("nbformat", Notebook.MAJOR);
        root.put("nbformat_minor", notebook.minor());
        ArrayNode cells = root.putArray("cells");
        notebook.cells().forEach(cell -> cells.add(cell(cell, notebook.writesIds())));
        return PythonJson.text(root) + "\n";
    }

    /** What Jupyter never saves. */
    static JsonObject withoutTransient(JsonObject metadata) {
        return metadata.without("orig_nbformat").without("orig_nbformat_minor").without("signature");
    }

    private static ObjectNode cell(Cell cell, boolean withId) {
        ObjectNode node = JSON.objectNode();
        if (withId) {
            node.put("id", cell.id());
        }
        node.set("metadata", cell.metadata().without("trusted").toNode());
        node.set("source", MultilineText.lines(cell.source()));
        if (cell instanceof Cell.Code code) {
            node.put("cell_type", "code");
            count(node, code.executionCount());
            ArrayNode outputs = node.putArray("outputs");
            code.outputs().forEach(output -> outputs.add(output(output)));
        } else if (cell instanceof Cell.Markdown markdown) {
            node.put("cell_type", "markdown");
            attach(node, markdown.attachments());
        } else if (cell instanceof Cell.Raw raw) {
            node.put("cell_type", "raw");
            attach(node, raw.attachments());
        }
        return node;
    }

    private static void attach(ObjectNode node, Optional<JsonObject> attachments) {
        if (attachments.isEmpty()) {
            return;
        }
        ObjectNode files = node.putObject("attachments");
        for (Map.Entry<String, JsonNode> file : attachments.get().toNode().properties()) {
            files.set(
                    file.getKey(),
                    file.getValue() instanceof ObjectNode bundle ? MultilineText.splitBundle(bundle) : file.getValue());
        }
    }

    private static ObjectNode output(Output output) {
        ObjectNode node = JSON.objectNode();
        if (output instanceof Output.Stream stream) {
            node.put("output_type", "stream").put("name", stream.name());
            node.set("text", MultilineText.lines(stream.text()));
        } else if (output instanceof Output.DisplayData shown) {
            node.put("output_type", "display_data");
            bundle(node, shown.data(), shown.metadata());
        } else if (output instanceof Output.ExecuteResult result) {
            node.put("output_type", "execute_result");
            count(node, result.executionCount());
            bundle(node, result.data(), result.metadata());
        } else if (output instanceof Output.Error error) {
            node.put("output_type", "error").put("ename", error.name()).put("evalue", error.value());
            ArrayNode traceback = node.putArray("traceback");
            error.traceback().forEach(traceback::add);
        }
        return node;
    }

    private static void bundle(ObjectNode node, JsonObject data, JsonObject metadata) {
        node.set("data", MultilineText.splitBundle(data.toNode()));
        node.set("metadata", metadata.toNode());
    }

    private static void count(ObjectNode node, OptionalInt count) {
        node.set("execution_count", count.isPresent() ? JSON.numberNode(count.getAsInt()) : JSON.nullNode());
    }
}
