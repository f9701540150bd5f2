package org.deepdive.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final int USUAL_ROUNDING = 10;
    private static final String FILE = "disclosure.yaml";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /**
     * A rule in words.
     *
     * @param id the name that withheld values carry
     * @param threshold its number, as written in the file
     * @param rule what it says
     * @param source where it comes from
     */
    public record Rule(String id, String threshold, String rule, String source) {}

    /**
     * Reads the rules of a data folder.
     *
     * @throws InputException where the file is missing or malformed, or a threshold is missing or not a number
     */
    public static Rules read(DataFolder data) {
        JsonNode yaml = parse(data.resolve(FILE));
        List<Rule> rules = new ArrayList<>();
        yaml.path("confidentiality").forEach(node -> rules.add(rule(node)));
        yaml.path("reliability").forEach(node -> rules.add(rule(node)));
        return new Rules(
                whole(rules, "base"),
                whole(rules, "numerator"),
                whole(rules, "complement"),
                whole(rules, "remainder"),
                number(rules, "effective-base"),
                number(rules, "interval-width"),
                whole(rules, "low-base"),
                rounding(yaml.path("rounding").path("base")),
                List.copyOf(rules));
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw InputException.of(
                    "disclosure-rules",
                    "The file of disclosure rules \"" + file + "\" does not exist.",
                    file,
                    "Without it nothing can be cleared; put it back.");
        } catch (JsonProcessingException e) {
            throw InputException.of(
                    "disclosure-rules",
                    "The file of disclosure rules \"" + file + "\" is not valid YAML.",
                    file,
                    e.getLocation() == null
                            ? "Correct it."
                            : "See line " + e.getLocation().getLineNr() + ".");
        } catch (IOException e) {
            throw InputException.of(
                    "disclosure-rules",
                    "The file of disclosure rules \"" + file + "\" cannot be read.",
                    file,
                    "It must be a readable file of UTF-8 text.");
        }
    }

    private static InputException refused(String problem, String given, String remedy) {
        return InputException.of("disclosure-rules", problem, given, remedy);
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

    private static int whole(List<Rule> rules, String id) {
        return Integer.parseInt(threshold(rules, id, WHOLE, "a whole number, such as 10"));
    }

    private static double number(List<Rule> rules, String id) {
        return Double.parseDouble(threshold(rules, id, NUMBER, "a number, such as 30 or 0.30"));
    }

    private static String threshold(List<Rule> rules, String id, Pattern form, String words) {
        Rule found = rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refused(
                        FILE + " lacks the rule \"" + id + "\".",
                        id,
                        "Without it nothing can be cleared; put it back."));
        if (!form.matcher(found.threshold()).matches()) {
            throw refused(
                    FILE + ": the rule \"" + id + "\" has the threshold \"" + found.threshold() + "\".",
                    found.threshold(),
                    "Give it " + words + ", as its minimum or maximum.");
        }
        return found.threshold();
    }

    /** What bases are rounded to; rounding to nothing would divide by it. */
    private static int rounding(JsonNode base) {
        if (base.isMissingNode()) {
            return USUAL_ROUNDING;
        }
        String text = base.asText();
        if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) == 0) {
            throw refused(
                    FILE + ": bases cannot be rounded to \"" + text + "\".",
                    text,
                    "Give rounding, base a whole number above 0, such as 10.");
        }
        return Integer.parseInt(text);
    }
}
