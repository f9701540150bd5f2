package org.deepdive.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds JSON against the schemas of a document: the keywords of JSON Schema that they use, and no others. */
final class JsonShape {

    private static final Set<String> KNOWN = Set.of(
            "$ref", "type", "description", "enum", "format", "required", "properties", "additionalProperties", "items");

    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    JsonShape(JsonNode document) {
        this.document = document;
    }

    /** What of a value is not as a schema has it; empty where all is. */
    List<String> problems(JsonNode schema, JsonNode value) {
        problems.clear();
        check("$", schema, value);
        return List.copyOf(problems);
    }

    private void check(String at, JsonNode schema, JsonNode value) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalArgumentException("This keyword is not checked: " + keyword);
            }
        });
        if (schema.has("$ref")) {
            JsonNode target = document.at(schema.path("$ref").asText().substring(1));
            if (target.isMissingNode()) {
                throw new IllegalArgumentException("No such schema: " + schema.path("$ref"));
            }
            check(at, target, value);
            return;
        }
        require(at, isOfType(schema.path("type"), value), schema.path("type") + " expected", value);
        if (schema.has("enum")) {
            require(at, contains(schema.path("enum"), value), "one of " + schema.path("enum"), value);
        }
        if (schema.path("format").asText().equals("date-time")) {
            Instant.parse(value.asText());
        }
        if (value.isObject()) {
            object(at, schema, value);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(at + "[" + i + "]", schema.path("items"), value.get(i));
            }
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        schema.path("required").forEach(name -> require(at, value.has(name.asText()), name + " expected", value));
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String place = at + "." + field.getKey();
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(place, known, field.getValue());
            } else if (others.isObject()) {
                check(place, others, field.getValue());
            } else {
                require(place, !others.isBoolean() || others.asBoolean(), "no such field expected", value);
            }
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isOfType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("No such type: " + type);
        };
    }

    private void require(String at, boolean holds, String expected, JsonNode value) {
        if (!holds) {
            problems.add(at + ": " + expected + ", not "
                    + value.toString()
                            .substring(0, Math.min(80, value.toString().length())));
        }
    }
}
