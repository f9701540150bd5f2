package org.deepdive.study;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code codebook.csv}: one line a category, the variable's own columns filled on its first line.
 */
final class CodebookReader {

    private static final List<String> COLUMNS =
            List.of("variable", "kind", "label", "question", "asked_of", "code", "category", "status");

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
        return new Variable(
                name,
                EnumWord.read(Variable.Kind.class, "kind of variable", first.getField("kind")),
                first.getField("label"),
                first.getField("question"),
                first.getField("asked_of"),
                categories);
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
