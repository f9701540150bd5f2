package org.deepdive.study;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code codebook.csv}: one line a category, the variable's own columns filled on its first line.
 *
 * <p>The columns {@code minimum} and {@code maximum} of numeric variables and {@code choose} of ranked ones (3 where it says
 * nothing) need not be there.
 */
final class CodebookReader {

    private static final List<String> COLUMNS =
            List.of("variable", "kind", "label", "question", "asked_of", "code", "category", "status");

    /** How many answers of a ranked variable can be chosen where the codebook does not say. */
    private static final int CHOOSE = 3;

    private CodebookReader() {}

    /** @throws InputException where the file is wrong; the message names the study's folder and the file */
    static Codebook read(Path file) {
        try {
            return new Codebook(blocks(CsvFile.read(file, COLUMNS)).stream()
                    .map(CodebookReader::variable)
                    .toList());
        } catch (InputException e) {
            throw e.in(CsvFile.place(file));
        }
    }

    /** The lines of each variable: lines with one name that stand together. */
    private static List<List<NamedCsvRecord>> blocks(List<NamedCsvRecord> lines) {
        List<List<NamedCsvRecord>> blocks = new ArrayList<>();
        String name = null;
        for (NamedCsvRecord line : lines) {
            if (!line.getField("variable").equals(name)) {
                name = line.getField("variable");
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(line);
        }
        return blocks;
    }

    private static Variable variable(List<NamedCsvRecord> lines) {
        NamedCsvRecord first = lines.get(0);
        String name = first.getField("variable");
        requireName("name of a variable", name);
        List<Category> categories = lines.stream()
                .filter(line -> !line.getField("code").isEmpty())
                .map(CodebookReader::category)
                .toList();
        requireByte(name, categories);
        requireDistinct(name, categories);
        Variable.Kind kind = EnumWord.read(Variable.Kind.class, "kind of variable", first.getField("kind"));
        if (kind == Variable.Kind.NUMERIC) {
            requireNoAnswers(name, categories);
        }
        return new Variable(
                name,
                kind,
                first.getField("label"),
                first.getField("question"),
                first.getField("asked_of"),
                categories,
                range(first, kind),
                choose(first, kind, categories.size()));
    }

    /** A column that only one kind of variable fills; empty also where the file does not have it. */
    private static Optional<String> only(NamedCsvRecord line, String column, Variable.Kind kind, Variable.Kind owner) {
        Optional<String> text = line.findField(column).filter(field -> !field.isEmpty());
        if (text.isPresent() && kind != owner) {
            throw refused(
                    line,
                    "has a " + column + ", but is not " + owner.name().toLowerCase(Locale.ROOT) + ".",
                    "Leave the field empty.");
        }
        return text;
    }

    private static Variable.Range range(NamedCsvRecord line, Variable.Kind kind) {
        double minimum = limit(line, "minimum", kind).orElse(Double.NEGATIVE_INFINITY);
        double maximum = limit(line, "maximum", kind).orElse(Double.POSITIVE_INFINITY);
        if (minimum > maximum) {
            throw refused(line, "has a minimum above its maximum.", "Exchange them.");
        }
        return new Variable.Range(minimum, maximum);
    }

    private static Optional<Double> limit(NamedCsvRecord line, String column, Variable.Kind kind) {
        return only(line, column, kind, Variable.Kind.NUMERIC).map(text -> {
            double limit = Decimal.parse(text);
            if (Double.isNaN(limit) || Double.isInfinite(limit)) {
                throw refused(line, "has the " + column + " \"" + text + "\".", "Write a number, or nothing.");
            }
            return limit;
        });
    }

    private static int choose(NamedCsvRecord line, Variable.Kind kind, int categories) {
        Optional<String> text = only(line, "choose", kind, Variable.Kind.RANKED);
        if (kind != Variable.Kind.RANKED) {
            return 0;
        }
        String given = text.orElse(Integer.toString(CHOOSE));
        if (!given.matches("[1-9]\\d?") || Integer.parseInt(given) > categories) {
            throw refused(
                    line,
                    "has \"" + given + "\" answers to choose, of " + categories + ".",
                    "Write under choose how many could be chosen; without it they are " + CHOOSE + ".");
        }
        return Integer.parseInt(given);
    }

    private static InputException refused(NamedCsvRecord line, String what, String remedy) {
        String name = line.getField("variable");
        return InputException.of("codebook", "The variable \"" + name + "\" " + what, name, remedy);
    }

    private static void requireNoAnswers(String name, List<Category> categories) {
        for (Category category : categories) {
            if (category.status() == Category.Status.VALID) {
                throw InputException.of(
                        "codebook",
                        "The numeric variable \"" + name + "\" has the category \"" + category.code()
                                + "\" with the status valid.",
                        category.code(),
                        "Its categories are codes for no number: write dont_know or refused.");
            }
        }
    }

    private static Category category(NamedCsvRecord line) {
        String code = line.getField("code");
        requireName("code of " + line.getField("variable"), code);
        return new Category(
                code,
                line.getField("category"),
                EnumWord.read(Category.Status.class, "status of a category", line.getField("status")));
    }

    private static void requireName(String kind, String name) {
        if (!name.matches("[A-Za-z0-9_]+")) {
            throw InputException.of(
                    "codebook",
                    "The " + kind + " \"" + name + "\" has characters that queries cannot hold.",
                    name,
                    "Use letters, digits and underscores.");
        }
    }

    private static void requireDistinct(String name, List<Category> categories) {
        Set<String> codes = new HashSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw InputException.of(
                        "codebook",
                        "The variable \"" + name + "\" has the code \"" + category.code() + "\" twice.",
                        category.code(),
                        "Give each category a code of its own.");
            }
        }
    }

    private static void requireByte(String name, List<Category> categories) {
        if (categories.size() > Variable.MOST_CATEGORIES) {
            throw InputException.of(
                    "codebook",
                    "The variable \"" + name + "\" has " + categories.size() + " categories.",
                    name,
                    "At most " + Variable.MOST_CATEGORIES + " are possible; group them.");
        }
    }
}
