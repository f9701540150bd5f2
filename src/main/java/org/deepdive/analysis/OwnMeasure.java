package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A measure of a study of one's own, as {@code study.yaml} says it.
 *
 * @param kind {@code percentage}, {@code distribution} or {@code mean}
 * @param net the codes counted together; empty but for a percentage
 * @param scores code to score; empty but for a mean of categories
 */
record OwnMeasure(
        String name, String label, String kind, String variable, List<String> net, Map<String, Double> scores) {

    OwnMeasure {
        net = List.copyOf(net);
        scores = new LinkedHashMap<>(scores);
    }

    static OwnMeasure distribution(String name, String label, String variable) {
        return new OwnMeasure(name, label, "distribution", variable, List.of(), Map.of());
    }

    static OwnMeasure numericMean(String name, String label, String variable) {
        return new OwnMeasure(name, label, "mean", variable, List.of(), Map.of());
    }

    /** Whether it needs its variable to hold numbers. */
    boolean isOfNumbers() {
        return kind.equals("mean") && scores.isEmpty();
    }

    ObjectNode yaml(ObjectMapper mapper) {
        ObjectNode yaml = mapper.createObjectNode()
                .put("name", name)
                .put("label", label)
                .put("kind", kind)
                .put("variable", variable);
        if (!net.isEmpty()) {
            net.forEach(yaml.putArray("net")::add);
        }
        if (!scores.isEmpty()) {
            ObjectNode all = yaml.putObject("scores");
            scores.forEach(all::put);
        }
        return yaml;
    }
}
