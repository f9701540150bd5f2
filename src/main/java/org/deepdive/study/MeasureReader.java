package org.deepdive.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the measures of a {@code study.yaml} and checks that they name what the codebook holds. */
final class MeasureReader {

    private static final List<String> KINDS = List.of(
            "percentage",
            "distribution",
            "mean",
            "multiple",
            "response_share",
            "total",
            "ratio",
            "quantile",
            "rank",
            "chose",
            "tally_share",
            "rank_score",
            "unpublished_counts");
    /** What each kind of measure can say beside name, label, short and kind. */
    private static final Map<String, List<String>> SETTINGS = Map.ofEntries(
            Map.entry("percentage", List.of("variable", "net", "net_first", "net_last", "exclude")),
            Map.entry("distribution", List.of("variable", "exclude")),
            Map.entry("mean", List.of("variable", "scores")),
            Map.entry("multiple", List.of("variable")),
            Map.entry("response_share", List.of("variable")),
            Map.entry("total", List.of("variable", "net", "net_first", "net_last", "exclude")),
            Map.entry("ratio", List.of("numerator", "denominator")),
            Map.entry("quantile", List.of("variable", "scores", "probability")),
            Map.entry("rank", List.of("variable")),
            Map.entry("chose", List.of("variable")),
            Map.entry("tally_share", List.of("question")),
            Map.entry("rank_score", List.of("question", "choose")),
            Map.entry("unpublished_counts", List.of("question", "options", "choose")));

    private static final String FIRST = "net_first";
    private static final String LAST = "net_last";

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
        requireSettings(yaml, kind);
        return switch (kind) {
            case "percentage" ->
                new Measure.Percentage(name, label, brief, single(yaml).name(), net(yaml), codes(yaml, "exclude"));
            case "distribution" ->
                new Measure.Distribution(name, label, brief, single(yaml).name(), codes(yaml, "exclude"));
            case "mean" -> mean(yaml, name, label, brief);
            case "multiple" -> new Measure.MultipleResponse(name, label, brief, multiple(yaml));
            case "response_share" -> new Measure.ResponseShare(name, label, brief, multiple(yaml));
            case "total" -> new Measure.Total(name, label, brief, counted(yaml));
            case "ratio" -> new Measure.Ratio(name, label, brief, part(yaml, "numerator"), part(yaml, "denominator"));
            case "quantile" -> new Measure.Quantile(name, label, brief, ordered(yaml), probability(yaml));
            case "rank" -> {
                Variable ranked = ranked(yaml);
                yield new Measure.RankPoints(name, label, brief, ranked.name(), ranked.choose());
            }
            case "chose" -> new Measure.Chosen(name, label, brief, ranked(yaml).name());
            default -> ofCounts(yaml, kind, name, label, brief);
        };
    }

    private static Measure ofCounts(StudyReader.Section yaml, String kind, String name, String label, String brief) {
        String question = yaml.textOr("question", "");
        return switch (kind) {
            case "tally_share" -> new Measure.TallyShare(name, label, brief, question);
            case "rank_score" -> new Measure.RankScore(name, label, brief, question, choose(yaml, "3"));
            case "unpublished_counts" ->
                new Measure.Unpublished(name, label, brief, question, options(yaml), choose(yaml, "1"));
            default -> throw InputException.unknown("kind of measure", kind, KINDS);
        };
    }

    private static void requireSettings(StudyReader.Section yaml, String kind) {
        if (SETTINGS.containsKey(kind)) {
            List<String> allowed = new ArrayList<>(List.of("name", "label", "short", "kind"));
            allowed.addAll(SETTINGS.get(kind));
            yaml.requireOnly("setting of a " + kind, allowed);
        }
    }

    private Variable single(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        if (variable.kind() == Variable.Kind.NUMERIC) {
            throw wrong(variable, "is a numeric variable.", "Use kind: mean, quantile, total or ratio.");
        }
        if (variable.kind() == Variable.Kind.RANKED) {
            throw wrong(variable, "is a ranked variable.", "Use kind: rank or chose.");
        }
        if (!variable.isSingle()) {
            throw wrong(
                    variable,
                    "is not a variable with one answer a respondent.",
                    "Use kind: multiple for a multiple-response variable.");
        }
        return variable;
    }

    private static InputException wrong(Variable variable, String what, String remedy) {
        return InputException.of("study-file", "\"" + variable.name() + "\" " + what, variable.name(), remedy);
    }

    private boolean isNumeric(StudyReader.Section yaml) {
        return codebook.variable(yaml.text("variable")).kind() == Variable.Kind.NUMERIC;
    }

    private Measure mean(StudyReader.Section yaml, String name, String label, String brief) {
        if (isNumeric(yaml)) {
            return new Measure.NumericMean(name, label, brief, numeric(yaml).variable());
        }
        return new Measure.Mean(name, label, brief, single(yaml).name(), scores(yaml));
    }

    /** A numeric variable as it is: nothing can be said of its answers. */
    private Quantity numeric(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        for (String name : List.of("scores", "net", FIRST, LAST, "exclude")) {
            if (yaml.has(name)) {
                throw wrong(
                        variable,
                        "is a numeric variable, for which \"" + name + "\" has no meaning.",
                        "Leave it out: special codes are never counted.");
            }
        }
        return new Quantity.Numeric(variable.name());
    }

    /** What can be added up: a numeric variable, or the respondents of a net. */
    private Quantity counted(StudyReader.Section yaml) {
        return isNumeric(yaml)
                ? numeric(yaml)
                : new Quantity.Net(single(yaml).name(), net(yaml), codes(yaml, "exclude"));
    }

    private Quantity part(StudyReader.Section yaml, String name) {
        StudyReader.Section part = yaml.section(name);
        part.requireOnly("setting of a " + name, List.of("variable", "net", FIRST, LAST, "exclude"));
        try {
            return counted(part);
        } catch (InputException e) {
            throw e.in(part.place());
        }
    }

    /** What can be put in order: a numeric variable, or scores. */
    private Quantity ordered(StudyReader.Section yaml) {
        return isNumeric(yaml)
                ? numeric(yaml)
                : new Quantity.Scores(single(yaml).name(), scores(yaml));
    }

    private static double probability(StudyReader.Section yaml) {
        String text = yaml.textOr("probability", "0.5");
        double probability = Decimal.parse(text);
        if (probability > 0 && probability < 1) {
            return probability;
        }
        throw InputException.of(
                "study-file",
                "\"" + text + "\" is not a probability.",
                text,
                "Write a number between 0 and 1, such as probability: 0.5 for the median.");
    }

    /** The categories of a net: named, or the first or last few answers of an ordinal variable. */
    private List<String> net(StudyReader.Section yaml) {
        List<String> given = Stream.of("net", FIRST, LAST).filter(yaml::has).toList();
        if (given.size() > 1) {
            throw InputException.of(
                    "study-file",
                    "\"" + given.get(0) + "\" and \"" + given.get(1) + "\" exclude one another.",
                    given.get(1),
                    "Keep one of them.");
        }
        if (given.isEmpty() || given.get(0).equals("net")) {
            yaml.text("net");
            return codes(yaml, "net");
        }
        return box(yaml, given.get(0));
    }

    private List<String> box(StudyReader.Section yaml, String field) {
        Variable variable = single(yaml);
        if (variable.kind() != Variable.Kind.ORDINAL) {
            throw wrong(
                    variable, "is not ordinal, so it has no first answers nor last.", "Name the answers under net.");
        }
        List<String> answers = variable.codes(Category.Status.VALID);
        String text = yaml.text(field);
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) >= answers.size()) {
            throw InputException.of(
                    "study-file",
                    "\"" + field + "\" is \"" + text + "\", of " + answers.size() + " answers of \"" + variable.name()
                            + "\".",
                    text,
                    "Write how many of them to count together, such as " + field + ": 2.");
        }
        int count = Integer.parseInt(text);
        return field.equals(FIRST)
                ? answers.subList(0, count)
                : answers.subList(answers.size() - count, answers.size());
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
            throw wrong(
                    variable,
                    "is not a multiple-response variable.",
                    variable.isSingle()
                            ? "Use kind: distribution for \"" + variable.name() + "\"."
                            : "Name a multiple-response variable.");
        }
        return variable.name();
    }

    private Variable ranked(StudyReader.Section yaml) {
        Variable variable = codebook.variable(yaml.text("variable"));
        if (variable.kind() != Variable.Kind.RANKED) {
            throw wrong(variable, "is not a ranked variable.", "Name a variable of the kind ranked.");
        }
        return variable;
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
