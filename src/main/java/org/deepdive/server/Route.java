package org.deepdive.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server answers at one address.
 *
 * @param method the method; whatever is read with GET can be asked for with HEAD too
 * @param path the address, with {@code {name}} for its parameters
 * @param summary what is there, as a sentence without its full stop
 * @param handler makes the answer
 * @param parameters what can be asked in the query of the address
 * @param answers the types of its answers, each with the name of its schema in the description of the API; without one for
 *     a type that none describes
 * @param examples addresses that it answers
 * @param isQuestion whether an answered address is made of names of the codebook alone, so that it may stand in a log
 */
record Route(
        HandlerType method,
        String path,
        String summary,
        Handler handler,
        List<Parameter> parameters,
        Map<String, String> answers,
        List<String> examples,
        boolean isQuestion) {

    static final String HTML = "text/html";
    static final String JSON = "application/json";
    static final String CSV = "text/csv";
    static final String SVG = "image/svg+xml";

    /**
     * What can be asked in the query of an address.
     *
     * @param name its name
     * @param meaning what it says
     * @param example a value
     * @param required whether it must be there
     * @param repeated whether it may be given several times
     */
    record Parameter(String name, String meaning, String example, boolean required, boolean repeated) {}

    static Route get(String path, String summary, Handler handler) {
        return new Route(HandlerType.GET, path, summary, handler, List.of(), Map.of(), List.of(), false);
    }

    static Route post(String path, String summary, Handler handler) {
        return new Route(HandlerType.POST, path, summary, handler, List.of(), Map.of(), List.of(), false);
    }

    /** The same, which may be asked with a parameter. */
    Route asks(String name, String meaning, String example) {
        return with(new Parameter(name, meaning, example, false, false));
    }

    /** The same, which must be asked with a parameter. */
    Route needs(String name, String meaning, String example) {
        return with(new Parameter(name, meaning, example, true, false));
    }

    /** The same, with a parameter. */
    Route with(Parameter parameter) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.add(parameter);
        return new Route(method, path, summary, handler, List.copyOf(all), answers, examples, isQuestion);
    }

    /** The same, which answers with a type that no schema describes. */
    Route answers(String type) {
        return answers(type, "");
    }

    /** The same, which answers with a type as a schema has it. */
    Route answers(String type, String schema) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.put(type, schema);
        return new Route(method, path, summary, handler, parameters, all, examples, isQuestion);
    }

    /** The same, with an address that it answers. */
    Route example(String address) {
        List<String> all = new ArrayList<>(examples);
        all.add(address);
        return new Route(method, path, summary, handler, parameters, answers, List.copyOf(all), isQuestion);
    }

    /** The same, whose answered addresses are made of names of the codebook alone. */
    Route question() {
        return new Route(method, path, summary, handler, parameters, answers, examples, true);
    }
}
