package org.deepdive.notebook.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Notebook;
import org.deepdive.notebook.run.JavaVariable.Kind;
import org.deepdive.study.InputException;

/**
 * Gives a notebook other values to run with, as papermill does: a cell tagged {@code injected-parameters} is put behind the
 * first cell tagged {@code parameters}, in place of an injected cell of an earlier run; where no cell is tagged it is put at
 * the top, with a warning. The tagged cell stays as it is, so that values that are not given keep their defaults.
 *
 * <p>Beyond papermill, a name that the tagged cell does not assign is refused, and Java's types are heeded: a variable that
 * the cell declares, or initialises with a literal, as text, whole number, number or truth value takes only those. Other
 * variables take what the value looks like: {@code true} and {@code false} (also {@code True}, {@code False}), whole numbers,
 * decimal numbers, else text.
 */
public final class Parameters {

    /** The tag of the cell with the defaults. */
    public static final String TAG = "parameters";

    /** The tag of the cell with the values of a run. */
    public static final String INJECTED_TAG = "injected-parameters";

    private static final String WHOLE = "[+-]?\\d+";
    private static final String DECIMAL = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
    private static final Set<String> TRUTH = Set.of("true", "false", "True", "False");

    private Parameters() {}

    /**
     * A notebook with its values.
     *
     * @param notebook the notebook to run
     * @param warnings what the person should know
     */
    public record Applied(Notebook notebook, List<String> warnings) {

        public Applied {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Puts values into a notebook; without values it stays as it is.
     *
     * @param notebook a notebook in Java
     * @param given the values; of several for one name the last counts
     * @throws InputException where the notebook is not in Java, a name is not assigned in the tagged cell, or a value is not
     *     what its variable takes
     */
    public static Applied apply(Notebook notebook, List<Parameter> given) {
        if (given.isEmpty()) {
            return new Applied(notebook, List.of());
        }
        requireJava(notebook);
        Optional<Cell> tagged = notebook.cells().stream()
                .filter(cell -> cell instanceof Cell.Code && cell.tags().contains(TAG))
                .findFirst();
        List<JavaVariable> variables =
                tagged.map(cell -> JavaVariable.in(cell.source())).orElse(List.of());
        Map<String, String> lines = new LinkedHashMap<>();
        for (Parameter parameter : given) {
            JavaVariable variable = tagged.isPresent()
                    ? find(parameter.name(), variables)
                    : new JavaVariable(parameter.name(), Optional.of("var"), Kind.ANY);
            lines.put(parameter.name(), line(variable, parameter));
        }
        List<String> warnings = tagged.isPresent()
                ? List.of()
                : List.of("No cell of the notebook is tagged \"" + TAG + "\", so the values stand at its top.");
        return new Applied(notebook.withCells(with(notebook.cells(), lines)), warnings);
    }

    private static void requireJava(Notebook notebook) {
        String language = notebook.language().orElse("java");
        if (!language.equalsIgnoreCase("java")) {
            throw InputException.of(
                    "parameter-language",
                    "The notebook is in " + language + ", and parameters are written in Java only.",
                    language,
                    "Run it without -p, or change the values in the notebook.");
        }
    }

    private static JavaVariable find(String name, List<JavaVariable> variables) {
        List<String> names =
                variables.stream().map(JavaVariable::name).distinct().toList();
        // What is assigned last is what the cells below find.
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .reduce((first, last) -> last)
                .orElseThrow(() -> InputException.unknown("parameter", name, names));
    }

    private static String line(JavaVariable variable, Parameter parameter) {
        String literal = literal(variable, parameter);
        return variable.type().map(type -> type + " ").orElse("") + variable.name() + " = " + literal + ";";
    }

    private static String literal(JavaVariable variable, Parameter parameter) {
        String value = parameter.value();
        boolean fits = switch (variable.kind()) {
            case TEXT, ANY -> true;
            case INT, LONG -> !parameter.isText() && value.matches(WHOLE);
            case DOUBLE -> !parameter.isText() && value.matches(DECIMAL);
            case BOOLEAN -> !parameter.isText() && TRUTH.contains(value);
            case OTHER -> false;
        };
        if (!fits) {
            throw wrong(
                    variable, value, "is not what it takes: " + variable.kind().words());
        }
        return switch (variable.kind()) {
            case TEXT -> text(value);
            case INT -> variable.type().equals(Optional.of("var")) ? number(variable, value) : whole(variable, value);
            case LONG -> longNumber(variable, value) + "L";
            case DOUBLE -> decimal(variable, value);
            case BOOLEAN -> value.toLowerCase(Locale.ROOT);
            default -> parameter.isText() ? text(value) : inferred(variable, value);
        };
    }

    private static String inferred(JavaVariable variable, String value) {
        if (TRUTH.contains(value)) {
            return value.toLowerCase(Locale.ROOT);
        }
        if (value.matches(WHOLE)) {
            return number(variable, value);
        }
        return value.matches(DECIMAL) ? decimal(variable, value) : text(value);
    }

    /** A whole number of the smaller type that holds it. */
    private static String number(JavaVariable variable, String value) {
        long number = longNumber(variable, value);
        return number == (int) number ? String.valueOf(number) : number + "L";
    }

    private static String whole(JavaVariable variable, String value) {
        long number = longNumber(variable, value);
        if (number != (int) number) {
            throw wrong(variable, value, "is too large for " + variable.type().orElse("int"));
        }
        return String.valueOf(number);
    }

    private static long longNumber(JavaVariable variable, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw wrong(variable, value, "is too large for a number of Java");
        }
    }

    private static String decimal(JavaVariable variable, String value) {
        double number = Double.parseDouble(value);
        if (Double.isInfinite(number)) {
            throw wrong(variable, value, "is too large for a number of Java");
        }
        return String.valueOf(number);
    }

    private static InputException wrong(JavaVariable variable, String value, String what) {
        return InputException.of(
                "parameter-value",
                "The value \"" + value + "\" for " + variable.name() + " " + what + ".",
                value,
                "The notebook's cell tagged \"" + TAG + "\" says what it is"
                        + variable.type()
                                .filter(type -> !type.equals("var"))
                                .map(type -> ": " + type + " " + variable.name())
                                .orElse("")
                        + ".");
    }

    /** A text as Java writes it. */
    private static String text(String value) {
        String escaped = value.chars()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> c < ' ' || c == 0x7f ? "\\%03o".formatted(c) : String.valueOf((char) c);
                })
                .collect(Collectors.joining());
        return "\"" + escaped + "\"";
    }

    private static List<Cell> with(List<Cell> cells, Map<String, String> lines) {
        List<Cell> changed = new ArrayList<>(cells);
        int earlier = tagged(cells, INJECTED_TAG);
        if (earlier >= 0) {
            changed.set(earlier, injected(cells.get(earlier).id(), lines));
        } else {
            changed.add(tagged(cells, TAG) + 1, injected(freeId(cells), lines));
        }
        return changed;
    }

    private static int tagged(List<Cell> cells, String tag) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Code && cells.get(i).tags().contains(tag)) {
                return i;
            }
        }
        return -1;
    }

    private static String freeId(List<Cell> cells) {
        Set<String> taken = cells.stream().map(Cell::id).collect(Collectors.toSet());
        String id = INJECTED_TAG;
        for (int i = 2; taken.contains(id); i++) {
            id = INJECTED_TAG + "-" + i;
        }
        return id;
    }

    private static Cell injected(String id, Map<String, String> lines) {
        Cell.Code cell = Cell.Code.of(id, "// Parameters\n" + String.join("\n", lines.values()));
        JsonObject metadata = JsonObject.EMPTY.with(
                "tags", JsonNodeFactory.instance.arrayNode().add(INJECTED_TAG));
        return new Cell.Code(cell.id(), metadata, cell.source(), cell.executionCount(), cell.outputs());
    }
}
