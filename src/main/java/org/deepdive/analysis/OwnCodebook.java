package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Variable;

/** The codebook of a study of one's own: what is inferred from the values in its file, and what was said about them. */
final class OwnCodebook {

    private final OwnStudy study;

    OwnCodebook(OwnStudy study) {
        this.study = study;
    }

    /**
     * A column as a variable.
     *
     * @param values the file's values, one for each category in its order
     */
    record Described(OwnColumn column, Variable variable, List<String> values) {}

    /**
     * The variables, in the file's order.
     *
     * @throws InputException where a column that must be a category has too many different values
     */
    List<Described> variables() {
        List<Described> variables = new ArrayList<>();
        for (OwnColumn column : study.columns()) {
            kind(column).ifPresent(kind -> variables.add(described(column, kind)));
        }
        return List.copyOf(variables);
    }

    private Described described(OwnColumn column, Variable.Kind kind) {
        OwnWords words = study.words(column.column());
        List<String> values = kind == Variable.Kind.WEIGHT ? List.of() : values(column, kind, words);
        List<Category> categories =
                values.stream().map(value -> category(column, words, value)).toList();
        Variable variable = new Variable(
                column.name(),
                kind,
                words.label().orElse(column.column()),
                words.question(),
                "everyone",
                categories,
                Variable.Range.ALL,
                0);
        return new Described(column, variable, values);
    }

    private static Category category(OwnColumn column, OwnWords words, String value) {
        return new Category(
                column.codes().get(value),
                words.labels().getOrDefault(value, value.strip().isEmpty() ? "(blank)" : value.strip()),
                words.statuses().getOrDefault(value, Category.Status.VALID));
    }

    private static List<String> values(OwnColumn column, Variable.Kind kind, OwnWords words) {
        if (kind == Variable.Kind.NUMERIC) {
            return List.copyOf(words.statuses().keySet());
        }
        Set<String> values = new LinkedHashSet<>(words.order());
        List<String> found = List.copyOf(column.codes().keySet());
        values.addAll(kind == Variable.Kind.WAVE ? found.stream().sorted().toList() : found);
        return List.copyOf(values);
    }

    /** What a column holds; absent where it is left out. */
    private Optional<Variable.Kind> kind(OwnColumn column) {
        String name = column.column();
        if (study.design().isWeight(name)) {
            return Optional.of(Variable.Kind.WEIGHT);
        }
        Optional<Variable.Kind> said = study.words(name).kind();
        if (study.design().isWave(name)) {
            return category(column, Variable.Kind.WAVE, "the wave");
        }
        if (study.design().strata().contains(name)) {
            return category(column, said.orElse(Variable.Kind.NOMINAL), "a stratum");
        }
        if (said.isPresent()) {
            return said.get() == Variable.Kind.NUMERIC ? said : category(column, said.get(), "a category");
        }
        if (measured(column)) {
            return category(column, Variable.Kind.NOMINAL, "measured by its answers");
        }
        return study.design().clusters().contains(name) ? Optional.empty() : inferred(column);
    }

    private boolean measured(OwnColumn column) {
        return study.measures().stream().anyMatch(m -> m.variable().equals(column.name()) && !m.isOfNumbers());
    }

    private static Optional<Variable.Kind> category(OwnColumn column, Variable.Kind kind, String role) {
        if (column.size() > Variable.MOST_CATEGORIES) {
            throw InputException.of(
                    "too-many-answers",
                    "The column \"" + column.column() + "\" cannot be " + role + ": it has " + column.size()
                            + " different values, and a category at most " + Variable.MOST_CATEGORIES + ".",
                    column.column(),
                    column.isNumeric()
                            ? "They are numbers: use .mean, or add a column with bands of them to the file."
                            : "Group them in the file.");
        }
        return Optional.of(kind);
    }

    private static Optional<Variable.Kind> inferred(OwnColumn column) {
        if (column.size() == 0) {
            return Optional.empty();
        }
        if (column.size() <= OwnStudy.MOST_INFERRED) {
            return Optional.of(Variable.Kind.NOMINAL);
        }
        return column.isNumeric() ? Optional.of(Variable.Kind.NUMERIC) : Optional.empty();
    }

    /** The measures that were named, then one for each variable whose name is none yet. */
    List<OwnMeasure> measures() {
        List<OwnMeasure> measures = new ArrayList<>(study.measures());
        Set<String> names = new LinkedHashSet<>(Set.of(Measure.Base.NAME));
        measures.forEach(measure -> names.add(measure.name()));
        for (Described described : variables()) {
            Variable variable = described.variable();
            if (names.add(variable.name())) {
                switch (variable.kind()) {
                    case NOMINAL, ORDINAL ->
                        measures.add(OwnMeasure.distribution(variable.name(), variable.label(), variable.name()));
                    case NUMERIC ->
                        measures.add(OwnMeasure.numericMean(variable.name(), variable.label(), variable.name()));
                    default -> {
                        // Waves and weights are not measured.
                    }
                }
            }
        }
        return List.copyOf(measures);
    }

    /** What was inferred, one line a column. */
    String text() {
        List<Described> variables = variables();
        List<String> lines = new ArrayList<>();
        for (OwnColumn column : study.columns()) {
            String line = variables.stream()
                    .filter(described -> described.column().equals(column))
                    .map(OwnCodebook::line)
                    .findFirst()
                    .orElse("left out, " + column.size() + " different values");
            lines.add("  " + column.column() + ": " + line);
        }
        return String.join("\n", lines);
    }

    private static String line(Described described) {
        String kind = described.variable().kind().name().toLowerCase(Locale.ROOT);
        return described.values().isEmpty() ? kind : kind + ", " + String.join("; ", described.values());
    }
}
