package org.deepdive.study;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the measures of a {@code study.yaml} and checks that they name what the codebook holds. */
final class MeasureReader {

    private static final List<String> KINDS = List.of(
            "percentage", "distribution", "mean", "multiple", "tally_share", "rank_score", "unpublished_counts");

    private final Codebook codebook;

    MeasureReader(Codebook codebook) {
        this.codebook = codebook;
    }

    List<Measure> readAll(List<StudyReader.Section> sections) {
        List<Measure> measures = sections.stream().map(this::placed).toList();
        Set<String> names = new HashSet<>(Set.of(Measure.Base.NAME));
        for (Measure measure : measures) {
            if (!names.add(measure.name())) {
                throw InputException.of(
                        "study-file",
                        "There are two measures of the name \"" + measure.name() + "\".",
                        measure.name(),
                        "Rename one; \"" + Measure.Base.NAME + "\" is the number of respondents in every study.");
            }
        }
        return measures;
    }

    private Measure placed(StudyReader.Section yaml) {
        try {
            return read(yaml);
        } catch (InputException e) {
            throw e.in(yaml.place());
        }
    }

    private Measure read(StudyReader.Section yaml) {
        String name = yaml.text("name");
        String label = yaml.text("label");
        String brief = yaml.textOr("short", label);
        String kind = yaml.text("kind");
        return switch (kind) {
            case "percentage" ->
                new Measure.Percentage(name, label, brief, single(yaml).name(), net(yaml), codes(yaml, "exclude"));
            case "distribution" ->
                new Measure.Distribution(name, label, brief, single(yaml).name(), codes(yaml, "exclude"));
            case "mean" -> new Measure.Mean(name, label, brief, single(yaml).name(), scores(yaml));
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

    private Variable single(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        if (!variable.isSingle()) {
            throw InputException.of(
                    "study-file",
                    "\"" + variable.name() + "\" is not a variable with one answer a respondent.",
                    variable.name(),
                    "Use kind: multiple for a multiple-response variable.");
        }
        return variable;
    }

    private List<String> net(StudyReader.Section yaml) {
        yaml.text("net");
        return codes(yaml, "net");
    }

    private static double number(String field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw InputException.of("study-file", "\"" + text + "\" is not a number.", text, "Correct " + field + ".");
        }
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
                    "\"" + variable.name() + "\" is not a multiple-response variable.",
                    variable.name(),
                    "Use kind: distribution for \"" + variable.name() + "\".");
        }
        return variable.name();
    }

    private Map<String, Double> scores(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        yaml.text("scores");
        Map<String, Double> scores = new LinkedHashMap<>();
        yaml.map("scores").forEach((code, score) -> {
            variable.indexOf(code);
            scores.put(code, number("the score of " + code, score));
        });
        // In the order of the file, unlike Map.copyOf, so that a study prints the same in every run.
        return Collections.unmodifiableMap(scores);
    }

    private static List<Category> options(StudyReader.Section yaml) {
        return yaml.list("options").stream()
                .map(o -> new Category(o.text("code"), o.textOr("label", o.text("code")), Category.Status.VALID))
                .toList();
    }
}
