package org.deepdive.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepdive.estimate.regression.Model;

/** Writes a model as JSON. */
final class ModelJson {

    private final Model model;

    ModelJson(Model model) {
        this.model = model;
    }

    String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("study")
                .put("slug", model.study().slug())
                .put("title", model.study().title())
                .put("population", model.study().population());
        root.put("query", model.query().text());
        root.put("java", model.query().java());
        root.put("cli", model.query().cli());
        root.put("outcome", model.outcome());
        root.put("kind", model.kind().word());
        root.putObject("data")
                .put("label", ModelTable.dataCode(model))
                .put("title", model.label().title())
                .put("explanation", model.label().explanation());
        root.put("fingerprint", model.fingerprint());
        root.put("level", model.level());
        root.put("finding", model.sentence());
        ModelRow.of(model).forEach(row -> add(root, row));
        return JsonForm.text(root);
    }

    private static void add(ObjectNode root, ModelRow row) {
        ArrayNode table = root.withArray(row.table());
        ObjectNode node = table.addObject().put("item", row.item());
        row.numbers().forEach((name, number) -> {
            if (!Double.isFinite(number.doubleValue())) {
                node.putNull(name);
            } else if (number instanceof Integer whole) {
                node.put(name, whole);
            } else {
                node.put(name, number.doubleValue());
            }
        });
        if (!row.flags().isEmpty()) {
            node.put("flags", row.flags());
        }
    }
}
