package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.format.NotebookReader;

/** A notebook's file, without what changes from one run or machine to the next. */
final class NotebookFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private NotebookFile(ObjectNode root) {
        this.root = root;
    }

    static NotebookFile read(Path file) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(Files.readString(file));
        if (root.path("metadata").path("language_info") instanceof ObjectNode language) {
            language.remove("version");
        }
        // The day it was run; the data of that day are held against those of today by a test of their own.
        ((ObjectNode) root.path("metadata")).remove("deepdive");
        for (JsonNode cell : root.path("cells")) {
            ((ObjectNode) cell.path("metadata")).remove("execution");
        }
        return new NotebookFile(root);
    }

    /** The same, as the program reads notebooks. */
    Notebook notebook() {
        return NotebookReader.read("the fresh notebook", root.toString());
    }

    JsonNode root() {
        return root;
    }

    /** The source of each cell by id, in order. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        root.path("cells").forEach(cell -> sources.put(cell.path("id").asText(), joined(cell.path("source"))));
        return sources;
    }

    /** What each cell with an output shows, by id and MIME type. */
    Map<String, Map<String, String>> outputs() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (JsonNode cell : root.path("cells")) {
            for (JsonNode output : cell.path("outputs")) {
                Map<String, String> shown = new LinkedHashMap<>();
                output.path("data").properties().forEach(e -> shown.put(e.getKey(), joined(e.getValue())));
                all.put(cell.path("id").asText(), shown);
            }
        }
        return all;
    }

    /** The only output of a cell. */
    JsonNode output(String id) {
        for (JsonNode cell : root.path("cells")) {
            if (cell.path("id").asText().equals(id)) {
                assertThat(cell.path("outputs")).as("outputs of " + id).hasSize(1);
                return cell.path("outputs").get(0);
            }
        }
        throw new AssertionError("There is no cell " + id);
    }

    String text(String id) {
        return joined(output(id).path("data").path("text/plain"));
    }

    String html(String id) {
        return joined(output(id).path("data").path("text/html"));
    }

    /** A text that the format allows to be split into lines. */
    private static String joined(JsonNode text) {
        return text.isArray()
                ? StreamSupport.stream(text.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining())
                : text.asText();
    }
}
