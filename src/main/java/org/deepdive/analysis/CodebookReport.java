package org.deepdive.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepdive.study.Category;
import org.deepdive.study.CsvText;
import org.deepdive.study.Variable;

/** Variables of a codebook with their questions and answers, as files. */
public final class CodebookReport {

    private static final List<String> HEADER =
            List.of("variable", "kind", "label", "question", "asked_of", "code", "category", "status");

    private final List<Variable> variables;

    /** @param variables those to be told, in order */
    public CodebookReport(List<Variable> variables) {
        this.variables = List.copyOf(variables);
    }

    /** One row a category, and one for a variable without any; a header line first. */
    public String csv() {
        List<List<String>> rows = new ArrayList<>();
        for (Variable v : variables) {
            if (v.categories().isEmpty()) {
                rows.add(row(v, "", "", ""));
            }
            v.categories().forEach(c -> rows.add(row(v, c.code(), c.label(), word(c.status()))));
        }
        return CsvText.of(HEADER, rows);
    }

    private static List<String> row(Variable v, String code, String category, String status) {
        return List.of(v.name(), word(v.kind()), v.label(), v.question(), v.askedOf(), code, category, status);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** One object a variable. */
    public ArrayNode json() {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (Variable v : variables) {
            ObjectNode node = array.addObject()
                    .put("variable", v.name())
                    .put("kind", word(v.kind()))
                    .put("label", v.label())
                    .put("question", v.question())
                    .put("asked_of", v.askedOf());
            ArrayNode categories = node.putArray("categories");
            for (Category c : v.categories()) {
                categories
                        .addObject()
                        .put("code", c.code())
                        .put("label", c.label())
                        .put("status", word(c.status()));
            }
        }
        return array;
    }
}
