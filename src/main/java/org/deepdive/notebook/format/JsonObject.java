package org.deepdive.notebook.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An object of JSON that never changes: metadata, the MIME types of an output, attachments. What is unknown to this program
 * stays in it.
 */
public final class JsonObject {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(JsonNodeFactory.instance.objectNode());

    private final ObjectNode members;

    private JsonObject(ObjectNode members) {
        this.members = members;
    }

    /** A copy of an object of Jackson's. */
    public static JsonObject of(ObjectNode members) {
        return members.isEmpty() ? EMPTY : new JsonObject(members.deepCopy());
    }

    /** An object with one text. */
    public static JsonObject of(String name, String text) {
        return EMPTY.with(name, JsonNodeFactory.instance.textNode(text));
    }

    /** Whether values of a MIME type are JSON, and not text. */
    public static boolean isJson(String mime) {
        return MultilineText.isJson(mime);
    }

    /** The names of the members, in their order. */
    public List<String> names() {
        return members.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Whether it has a member. */
    public boolean has(String name) {
        return members.has(name);
    }

    /** Whether it has no member. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** A copy of a member's value; a missing node where there is none. */
    public JsonNode get(String name) {
        return members.path(name).deepCopy();
    }

    /** A member's text; empty where there is none, or where it is not a text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(members.path(name).textValue());
    }

    /** The texts in a member that is a list; empty where it is none. */
    public List<String> texts(String name) {
        return StreamSupport.stream(members.path(name).spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** A member that is an object; {@link #EMPTY} where it is none. */
    public JsonObject object(String name) {
        return members.path(name) instanceof ObjectNode object ? of(object) : EMPTY;
    }

    /** The same with a member added or replaced. */
    public JsonObject with(String name, JsonNode value) {
        ObjectNode changed = members.deepCopy();
        changed.set(name, value.deepCopy());
        return new JsonObject(changed);
    }

    /** The same with a member added or replaced. */
    public JsonObject with(String name, JsonObject value) {
        return with(name, value.members);
    }

    /** The same without a member. */
    public JsonObject without(String name) {
        return members.has(name) ? of(members.deepCopy().without(name)) : this;
    }

    /** A copy, as Jackson's object. */
    public ObjectNode toNode() {
        return members.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
