package org.deepdive.study;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code codebook.csv}: one line a category, the variable's own columns filled on its first line.
 */
final class CodebookReader {

    private static final List<String> COLUMNS =
            List.of("variable", "kind", "label", "question", "asked_of", "code", "category", "status");

    private CodebookReader() {}

    static Codebook read(Path file) {
        Map<String, List<NamedCsvRecord>> byVariable = new LinkedHashMap<>();
        for (NamedCsvRecord line : CsvFile.read(file, COLUMNS)) {
            byVariable
                    .computeIfAbsent(line.getField("variable"), name -> new ArrayList<>())
                    .add(line);
        }
        return new Codebook(
                byVariable.values().stream().map(CodebookReader::variable).toList());
    }

    private static Variable variable(List<NamedCsvRecord> lines) {
        NamedCsvRecord first = lines.get(0);
        String name = first.getField("variable");
        List<Category> categories = lines.stream()
                .filter(line -> !line.getField("code").isEmpty())
                .map(CodebookReader::category)
                .toList();
        requireByte(name, categories);
        return new Variable(
                name,
                Variable.Kind.valueOf(first.getField("kind").toUpperCase(Locale.ROOT)),
                first.getField("label"),
                first.getField("question"),
                first.getField("asked_of"),
                categories);
    }

    private static Category category(NamedCsvRecord line) {
        String code = line.getField("code");
        if (!code.matches("[A-Za-z0-9_]+")) {
            throw InputException.of(
                    "codebook",
                    "The codebook's code \"" + code + "\" has characters that queries cannot hold.",
                    code,
                    "Use letters, digits and underscores.");
        }
        return new Category(
                code,
                line.getField("category"),
                Category.Status.valueOf(line.getField("status").toUpperCase(Locale.ROOT)));
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
