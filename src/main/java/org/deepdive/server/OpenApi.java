package org.deepdive.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of every address of the server after OpenAPI 3.1, made from the routes themselves. */
final class OpenApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");
    private static final String SCHEMAS = "/org/deepdive/server/schemas.json";

    /** What the parameters in paths are, with an example. */
    private static final Map<String, List<String>> PATH_PARAMETERS = Map.of(
            "study", List.of("The slug of a study; at the end of an address with a format, such as .csv", "pcss"),
            "slug", List.of("The slug of a study or deep-dive; at the end of an address a format may follow", "pcss"),
            "measure", List.of("A measure; a format may follow: .csv, .json, .svg", "safe_local"),
            "file", List.of("A section of the deep-dive, a number and a format", "safety-1.csv"),
            "name", List.of("The name of a file", "deepdive.css"),
            "id", List.of("The id of a saved link; a format may follow", "AbCdEf123456"));

    private final List<Route> routes;
    private final String server;

    /**
     * @param routes every route of the server
     * @param server the address of the server
     */
    OpenApi(List<Route> routes, String server) {
        this.routes = List.copyOf(routes);
        this.server = server;
    }

    /** The description, as JSON. */
    String json() {
        ObjectNode root = MAPPER.createObjectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Deepdive")
                .put("version", Site.version())
                .put(
                        "description",
                        "Weighted survey estimates with their intervals, tests, published figures and their audit."
                                + " Every number has passed the rules of disclosure control; data are read without a key.");
        root.putArray("servers").addObject().put("url", server);
        ObjectNode paths = root.putObject("paths");
        routes.forEach(route -> operation(paths.withObjectProperty(route.path()), route));
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas());
        ObjectNode error = components.putObject("responses").putObject("Error");
        error.put("description", "What is wrong, and what to do.");
        schema(error.putObject("content").putObject(Route.JSON), "Error");
        return root.toString();
    }

    private static void operation(ObjectNode path, Route route) {
        ObjectNode operation = path.putObject(route.method().name().toLowerCase(Locale.ROOT));
        operation.put("operationId", id(route)).put("summary", route.summary());
        operation.putArray("tags").add(tag(route));
        ArrayNode parameters = operation.putArray("parameters");
        Matcher inPath = IN_PATH.matcher(route.path());
        while (inPath.find()) {
            pathParameter(parameters.addObject(), inPath.group(1));
        }
        route.parameters().forEach(parameter -> queryParameter(parameters.addObject(), parameter));
        if (!route.examples().isEmpty()) {
            ArrayNode examples = operation.putArray("x-examples");
            route.examples().forEach(examples::add);
        }
        responses(operation.putObject("responses"), route);
    }

    private static String id(Route route) {
        String words = route.path().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return route.method().name().toLowerCase(Locale.ROOT) + (words.isEmpty() ? "" : "-" + words);
    }

    private static String tag(Route route) {
        if (route.path().startsWith(ServerRoutes.API)) {
            return "API";
        }
        return route.answers().containsKey(Route.JSON) ? "Files and health" : "Pages";
    }

    private static void pathParameter(ObjectNode parameter, String name) {
        List<String> words = PATH_PARAMETERS.getOrDefault(name, List.of("The " + name, name));
        parameter
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .put("description", words.get(0))
                .put("example", words.get(1));
        parameter.putObject("schema").put("type", "string");
    }

    private static void queryParameter(ObjectNode node, Route.Parameter parameter) {
        node.put("name", parameter.name())
                .put("in", "query")
                .put("required", parameter.required())
                .put("description", parameter.meaning())
                .put("example", parameter.example());
        ObjectNode schema = node.putObject("schema");
        if (parameter.repeated()) {
            schema.put("type", "array").putObject("items").put("type", "string");
        } else {
            schema.put("type", "string");
        }
    }

    private static void responses(ObjectNode responses, Route route) {
        boolean reads = route.method() == HandlerType.GET;
        ObjectNode answer = responses.putObject(reads ? "200" : "2XX").put("description", route.summary());
        Map<String, String> answers = route.answers().isEmpty() ? Map.of(Route.HTML, "") : route.answers();
        ObjectNode content = answer.putObject("content");
        answers.forEach((type, schema) -> {
            ObjectNode body = content.putObject(type);
            if (!schema.isEmpty()) {
                schema(body, schema);
            }
        });
        if (reads) {
            responses.putObject("304").put("description", "Not changed since the answer whose ETag was sent.");
        }
        responses.putObject("default").put("$ref", "#/components/responses/Error");
    }

    private static void schema(ObjectNode body, String name) {
        body.putObject("schema").put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode schemas() {
        try (InputStream in = OpenApi.class.getResourceAsStream(SCHEMAS)) {
            if (in == null) {
                throw new IllegalStateException("The program was packaged without " + SCHEMAS);
            }
            return (ObjectNode) MAPPER.readTree(in);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The program's own schemas are not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own schemas cannot be read", e);
        }
    }
}
