package org.deepdive.notebook.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepdive.study.InputException;

/**
 * Reads notebooks: nbformat 4, minors 0 to 5, at most {@value #MOST_BYTES} bytes. What the format does not allow is refused,
 * with the file, the place in it and what is wrong, as an {@link InputException}; metadata may have anything in it.
 */
public final class NotebookReader {

    /** The largest file that is read: 64 MiB. */
    public static final int MOST_BYTES = 64 << 20;

    private static final String REMEDY =
            "Open and save it in Jupyter, which puts such things right, or start from a copy.";
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Python writes and reads NaN and Infinity, so Jupyter does.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;

    private NotebookReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws InputException where it is not there, too large, or no notebook of this format
     */
    public static Notebook read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw InputException.of(
                    "notebook-missing", "There is no notebook " + file + ".", file, "Check the path and its folder.");
        } catch (IOException e) {
            throw InputException.of(
                    "notebook-unreadable",
                    "The notebook " + file + " cannot be read (" + e + ").",
                    file,
                    "Name a file that you may read.");
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param name what to call it in messages
     * @param in the notebook's file
     * @throws InputException as {@link #read(Path)}
     */
    public static Notebook read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        NotebookReader reader = new NotebookReader(name);
        if (bytes.length > MOST_BYTES) {
            throw reader.wrong(
                    "it is larger than %d MB".formatted(MOST_BYTES >> 20), "Clear its outputs, then run it anew.");
        }
        return reader.notebook(reader.parsed(reader.decoded(bytes)));
    }

    /**
     * Reads a text.
     *
     * @param name what to call it in messages
     * @param text the notebook's file
     * @throws InputException as {@link #read(Path)}
     */
    public static Notebook read(String name, String text) {
        NotebookReader reader = new NotebookReader(name);
        return reader.notebook(reader.parsed(text));
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong("it is not text in UTF-8", REMEDY);
        }
    }

    private JsonNode parsed(String text) {
        if (text.isBlank()) {
            throw wrong("it is empty", "Start from a copy of another notebook.");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ", line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw InputException.of(
                    "notebook-json",
                    name + place + ": The notebook is not JSON: " + e.getOriginalMessage() + ".",
                    name,
                    "Half a file or marks of a merge are frequent causes; take it from its source again.");
        }
    }

    private Notebook notebook(JsonNode root) {
        if (!root.isObject() || !root.has("nbformat")) {
            throw wrong("it is JSON, but no notebook: it has no nbformat", "Name a file that Jupyter saved.");
        }
        requireVersion(root.path("nbformat"), root.path("nbformat_minor"));
        onlyKnown("", root, "cells", "metadata", "nbformat", "nbformat_minor");
        int minor = root.path("nbformat_minor").intValue();
        JsonNode list = root.path("cells");
        if (!list.isArray()) {
            throw wrong("cells is not a list", REMEDY);
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            cells.add(cell(i, list.get(i), minor));
        }
        requireDistinct(cells);
        return new Notebook(NotebookWriter.withoutTransient(object("", root, "metadata")), cells, minor);
    }

    private void requireVersion(JsonNode major, JsonNode minor) {
        boolean numbers = major.isIntegralNumber() && minor.isIntegralNumber();
        String given = major.asText() + (minor.isMissingNode() ? "" : "." + minor.asText());
        if (!numbers || major.intValue() != Notebook.MAJOR || minor.intValue() < 0) {
            throw wrong(
                    "it is of nbformat " + given + ", and only nbformat 4 is read",
                    "Convert it: jupyter nbconvert --to notebook --nbformat 4 FILE.");
        }
        if (minor.intValue() > Notebook.NEWEST_MINOR) {
            throw wrong(
                    "it is of nbformat " + given + ", newer than 4." + Notebook.NEWEST_MINOR + ", the newest known",
                    "Save it in an older version of Jupyter.");
        }
    }

    private Cell cell(int index, JsonNode cell, int minor) {
        String where = "cell " + (index + 1);
        if (!cell.isObject()) {
            throw wrong(where + " is no object", REMEDY);
        }
        String type = text(where, cell, "cell_type");
        String id = minor >= Notebook.NEWEST_MINOR ? id(where, cell) : "cell-" + (index + 1);
        JsonObject metadata = object(where, cell, "metadata").without("trusted");
        String source = multiline(where, cell, "source");
        return switch (type) {
            case "markdown" -> {
                onlyKnown(where, cell, "id", "cell_type", "metadata", "source", "attachments");
                yield new Cell.Markdown(id, metadata, source, attachments(where, cell));
            }
            case "raw" -> {
                onlyKnown(where, cell, "id", "cell_type", "metadata", "source", "attachments");
                yield new Cell.Raw(id, metadata, source, attachments(where, cell));
            }
            case "code" -> {
                onlyKnown(where, cell, "id", "cell_type", "metadata", "source", "execution_count", "outputs");
                yield new Cell.Code(id, metadata, source, count(where, cell), outputs(where, cell));
            }
            default -> throw wrong(where + " is of the unknown type \"" + type + "\"", "Allowed: markdown, code, raw.");
        };
    }

    private String id(String where, JsonNode cell) {
        String id = text(where, cell, "id");
        if (!id.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw wrong(
                    where + " has the id \"" + id + "\"", "Ids have 1 to 64 letters, digits, hyphens and underscores.");
        }
        return id;
    }

    private void requireDistinct(List<Cell> cells) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Integer first = seen.putIfAbsent(cells.get(i).id(), i);
            if (first != null) {
                throw wrong(
                        "cells " + (first + 1) + " and " + (i + 1) + " have the same id \""
                                + cells.get(i).id() + "\"",
                        REMEDY);
            }
        }
    }

    private Optional<JsonObject> attachments(String where, JsonNode cell) {
        if (!cell.has("attachments")) {
            return Optional.empty();
        }
        ObjectNode files = object(where, cell, "attachments").toNode();
        ObjectNode joined = files.objectNode();
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            String place = where + ", attachment \"" + file.getKey() + "\"";
            joined.set(file.getKey(), mimeBundle(place, files, file.getKey()).toNode());
        }
        return Optional.of(JsonObject.of(joined));
    }

    private List<Output> outputs(String where, JsonNode cell) {
        JsonNode list = cell.path("outputs");
        if (!list.isArray()) {
            throw wrong(where + ": outputs is not a list", REMEDY);
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            outputs.add(output(where + ", output " + (i + 1), list.get(i)));
        }
        return outputs;
    }

    private Output output(String where, JsonNode output) {
        String type = text(where, output, "output_type");
        return switch (type) {
            case "stream" -> {
                onlyKnown(where, output, "output_type", "name", "text");
                yield new Output.Stream(text(where, output, "name"), multiline(where, output, "text"));
            }
            case "display_data" -> {
                onlyKnown(where, output, "output_type", "data", "metadata");
                yield new Output.DisplayData(mimeBundle(where, output, "data"), object(where, output, "metadata"));
            }
            case "execute_result" -> {
                onlyKnown(where, output, "output_type", "data", "metadata", "execution_count");
                yield new Output.ExecuteResult(
                        count(where, output), mimeBundle(where, output, "data"), object(where, output, "metadata"));
            }
            case "error" -> {
                onlyKnown(where, output, "output_type", "ename", "evalue", "traceback");
                yield new Output.Error(
                        text(where, output, "ename"), text(where, output, "evalue"), traceback(where, output));
            }
            default ->
                throw wrong(
                        where + " is of the unknown type \"" + type + "\"",
                        "Allowed: stream, display_data, execute_result, error.");
        };
    }

    private List<String> traceback(String where, JsonNode output) {
        JsonNode lines = output.path("traceback");
        if (!lines.isArray() || !MultilineText.isText(lines)) {
            throw wrong(where + ": traceback is not a list of texts", REMEDY);
        }
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.textValue()));
        return texts;
    }

    private JsonObject mimeBundle(String where, JsonNode owner, String member) {
        ObjectNode bundle = object(where, owner, member).toNode();
        for (Map.Entry<String, JsonNode> entry : bundle.properties()) {
            if (!MultilineText.isJson(entry.getKey()) && !MultilineText.isText(entry.getValue())) {
                throw wrong(where + ": " + entry.getKey() + " is neither a text nor a list of texts", REMEDY);
            }
        }
        return JsonObject.of(MultilineText.joinedBundle(bundle));
    }

    private OptionalInt count(String where, JsonNode owner) {
        JsonNode count = owner.path("execution_count");
        if (count.isNull()) {
            return OptionalInt.empty();
        }
        if (!count.isInt() || count.intValue() < 0) {
            throw wrong(where + ": execution_count is neither a number from 0 on nor null", REMEDY);
        }
        return OptionalInt.of(count.intValue());
    }

    private JsonObject object(String where, JsonNode owner, String member) {
        if (owner.path(member) instanceof ObjectNode object) {
            return JsonObject.of(object);
        }
        throw wrong(at(where) + member + (owner.has(member) ? " is no object" : " is missing"), REMEDY);
    }

    private String text(String where, JsonNode owner, String member) {
        if (owner.path(member).isTextual()) {
            return owner.path(member).textValue();
        }
        throw wrong(at(where) + member + (owner.has(member) ? " is no text" : " is missing"), REMEDY);
    }

    private String multiline(String where, JsonNode owner, String member) {
        JsonNode value = owner.path(member);
        if (MultilineText.isText(value)) {
            return MultilineText.joined(value);
        }
        throw wrong(
                at(where) + member + (owner.has(member) ? " is neither a text nor a list of texts" : " is missing"),
                REMEDY);
    }

    private void onlyKnown(String where, JsonNode owner, String... known) {
        for (Map.Entry<String, JsonNode> member : owner.properties()) {
            if (!List.of(known).contains(member.getKey())) {
                throw wrong(at(where) + "\"" + member.getKey() + "\" has no place here", REMEDY);
            }
        }
    }

    private static String at(String where) {
        return where.isEmpty() ? "" : where + ": ";
    }

    private InputException wrong(String what, String remedy) {
        return InputException.of(
                "notebook-format", name + ": The notebook cannot be read: " + what + ".", name, remedy);
    }
}
