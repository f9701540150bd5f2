package org.deepdive.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;

/**
 * The thresholds of {@code data/disclosure.yaml}.
 *
 * @param minimumBase the least unweighted base
 * @param minimumNumerator the least number counted
 * @param minimumComplement the least number of the base not counted
 * @param minimumRemainder the least number that a filter may leave out, if it leaves out anyone
 * @param minimumEffectiveBase below this effective base an estimate is unreliable
 * @param widestInterval above this width of the interval a share is unreliable
 * @param lowBase below this base an estimate is marked as of a low base
 * @param rounding what public bases are rounded to
 * @param listed the rules in words, in the file's order
 */
public record Rules(
        int minimumBase,
        int minimumNumerator,
        int minimumComplement,
        int minimumRemainder,
        double minimumEffectiveBase,
        double widestInterval,
        int lowBase,
        int rounding,
        List<Rule> listed) {

    /**
     * A rule in words.
     *
     * @param id the name that withheld values carry
     * @param threshold its number, as written in the file
     * @param rule what it says
     * @param source where it comes from
     */
    public record Rule(String id, String threshold, String rule, String source) {}

    /** Reads the rules of a data folder. */
    public static Rules read(DataFolder data) {
        Path file = data.resolve("disclosure.yaml");
        try {
            JsonNode yaml = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
            List<Rule> rules = new ArrayList<>();
            yaml.path("confidentiality").forEach(node -> rules.add(rule(node)));
            yaml.path("reliability").forEach(node -> rules.add(rule(node)));
            return new Rules(
                    (int) number(rules, "base"),
                    (int) number(rules, "numerator"),
                    (int) number(rules, "complement"),
                    (int) number(rules, "remainder"),
                    number(rules, "effective-base"),
                    number(rules, "interval-width"),
                    (int) number(rules, "low-base"),
                    yaml.path("rounding").path("base").asInt(10),
                    List.copyOf(rules));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the disclosure rules " + file, e);
        }
    }

    private static Rule rule(JsonNode node) {
        String threshold = node.has("minimum")
                ? node.get("minimum").asText()
                : node.path("maximum").asText();
        return new Rule(
                node.path("id").asText(),
                threshold,
                node.path("rule").asText(),
                node.path("source").asText());
    }

    private static double number(List<Rule> rules, String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> Double.parseDouble(rule.threshold()))
                .orElseThrow(() -> InputException.of(
                        "disclosure-rules",
                        "disclosure.yaml lacks the rule \"" + id + "\".",
                        id,
                        "Without it nothing can be cleared; put it back."));
    }
}
