package org.deepdive.study;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The variables of a study, in order. */
public final class Codebook {

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final List<String> breakdowns;

    /** @throws InputException where two variables share a name */
    public Codebook(Collection<Variable> variables) {
        for (Variable variable : variables) {
            if (this.variables.put(variable.name(), variable) != null) {
                throw InputException.of(
                        "codebook",
                        "The codebook describes \"" + variable.name() + "\" twice.",
                        variable.name(),
                        "Keep the rows of one variable together, with one name.");
            }
        }
        this.breakdowns = variables.stream()
                .filter(v -> v.isSingle() || v.kind() == Variable.Kind.MULTIPLE)
                .map(Variable::name)
                .toList();
    }

    /** All variables, in the codebook's order. */
    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    /** The variable of that name, or an error that names the nearest. */
    public Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw InputException.unknown("variable", name, answered());
        }
        return variable;
    }

    private List<String> answered() {
        return variables.values().stream()
                .filter(v -> v.kind() != Variable.Kind.ID && v.kind() != Variable.Kind.WEIGHT)
                .map(Variable::name)
                .toList();
    }

    /** The variable of that name to break down or filter by, or an error that says why it cannot. */
    public Variable breakdown(String name) {
        if (breakdowns().contains(name)) {
            return variable(name);
        }
        Variable.Kind kind = has(name) ? variable(name).kind() : Variable.Kind.ID;
        if (kind == Variable.Kind.NUMERIC || kind == Variable.Kind.RANKED) {
            throw InputException.of(
                    "not-a-breakdown",
                    "\"" + name + "\" is a " + kind.name().toLowerCase(Locale.ROOT)
                            + " variable, which can neither break down nor filter.",
                    name,
                    kind == Variable.Kind.NUMERIC
                            ? "Add its bands to the file and the codebook as an ordinal variable."
                            : "Add what was chosen first to the file and the codebook as a nominal variable.");
        }
        throw InputException.unknown("variable", name, breakdowns());
    }

    /** Whether there is a variable of that name. */
    public boolean has(String name) {
        return variables.containsKey(name);
    }

    /** The variables that can break down or filter an estimate. */
    public List<String> breakdowns() {
        return breakdowns;
    }

    /** Variables whose name, label, question or answers contain the words, ignoring case. */
    public List<Variable> search(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return variables.values().stream()
                .filter(v -> text(v).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private static String text(Variable v) {
        StringBuilder text = new StringBuilder(v.name() + " " + v.label() + " " + v.question());
        v.categories().forEach(c -> text.append(' ').append(c.label()));
        return text.toString();
    }
}
