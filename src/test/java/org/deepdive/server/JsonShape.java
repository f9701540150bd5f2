package org.deepdive.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Holds answers against the schemas of a description of an API, and the description against OpenAPI's own schema. */
final class JsonShape {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;

    JsonShape(JsonNode description) {
        this.description = description;
    }

    /** What of the description is not as OpenAPI 3.1 has it; empty where all is. */
    List<String> problems() throws IOException {
        try (InputStream schema = JsonShape.class.getResourceAsStream("/openapi/schema.json")) {
            return problems(SCHEMAS.getSchema(Objects.requireNonNull(schema), InputFormat.JSON), description);
        }
    }

    /** What of a value is not as a schema of the description has it; empty where all is. */
    List<String> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        return problems(SCHEMAS.getSchema(whole.toString(), InputFormat.JSON), value);
    }

    private static List<String> problems(Schema schema, JsonNode value) {
        return schema.validate(value.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
