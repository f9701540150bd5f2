package org.deepdive.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the measures of a {@code study.yaml} and checks that they name what the codebook holds. */
final class MeasureReader {

    private static final List<String> KINDS = List.of(
            "percentage", "distribution", "mean", "multiple", "tally_share", "rank_score", "unpublished_counts");

    private final Codebook codebook;

    MeasureReader(Codebook codebook) {
        this.codebook = codebook;
    }

    List<Measure> readAll(List<StudyReader.Section> sections) {
        return sections.stream().map(this::read).toList();
    }

    private Measure read(StudyReader.Section yaml) {
        String name = yaml.text("name");
        String label = yaml.text("label");
        String brief = yaml.textOr("short", label);
        String kind = yaml.text("kind");
        return switch (kind) {
            case "percentage" ->
                new Measure.Percentage(
                        name, label, brief, yaml.text("variable"), codes(yaml, "net"), codes(yaml, "exclude"));
            case "distribution" ->
                new Measure.Distribution(name, label, brief, yaml.text("variable"), codes(yaml, "exclude"));
            case "mean" -> new Measure.Mean(name, label, brief, yaml.text("variable"), scores(yaml));
            case "multiple" -> new Measure.MultipleResponse(name, label, brief, multiple(yaml));
            case "tally_share" -> new Measure.TallyShare(name, label, brief, yaml.textOr("question", ""));
            case "rank_score" ->
                new Measure.RankScore(name, label, brief, yaml.textOr("question", ""), choose(yaml, "3"));
            case "unpublished_counts" ->
                new Measure.Unpublished(
                        name, label, brief, yaml.textOr("question", ""), options(yaml), choose(yaml, "1"));
            default -> throw InputException.unknown("kind of measure", kind, KINDS);
        };
    }

    private static int choose(StudyReader.Section yaml, String fallback) {
        String text = yaml.textOr("choose", fallback);
        if (!text.matches("[1-9]\\d?")) {
            throw InputException.of(
                    "study-file",
                    yaml.place() + ", " + yaml.text("name") + ": \"" + text + "\" is not a number of choices.",
                    text,
                    "Write how many answers could be chosen, such as choose: 3.");
        }
        return Integer.parseInt(text);
    }

    private List<String> codes(StudyReader.Section yaml, String field) {
        Variable variable = codebook.variable(yaml.text("variable"));
        List<String> codes = yaml.texts(field);
        codes.forEach(variable::indexOf);
        return codes;
    }

    private String multiple(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        if (variable.kind() != Variable.Kind.MULTIPLE) {
            throw InputException.of(
                    "study-file",
                    "The measure \"" + yaml.text("name") + "\" needs a multiple-response variable.",
                    variable.name(),
                    "Use kind: distribution for \"" + variable.name() + "\".");
        }
        return variable.name();
    }

    private Map<String, Double> scores(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        Map<String, Double> scores = new LinkedHashMap<>();
        yaml.map("scores").forEach((code, score) -> {
            variable.indexOf(code);
            scores.put(code, Double.valueOf(score));
        });
        return Map.copyOf(scores);
    }

    private static List<Category> options(StudyReader.Section yaml) {
        return yaml.list("options").stream()
                .map(o -> new Category(o.text("code"), o.textOr("label", o.text("code")), Category.Status.VALID))
                .toList();
    }
}
