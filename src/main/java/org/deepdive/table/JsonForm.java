package org.deepdive.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Flag;
import org.deepdive.study.Category;

/** Writes a table as JSON. */
final class JsonForm {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ResultTable table;

    JsonForm(ResultTable table) {
        this.table = table;
    }

    String text() {
        return text(node());
    }

    /** A node as text that can also stand inside a script element of a page. */
    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node)
                    .replace("<", "\\u003C")
                    .replace(">", "\\u003E")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON nodes can always be written", e);
        }
    }

    private ObjectNode node() {
        EstimateTable estimates = table.estimates();
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("study")
                .put("slug", estimates.study().slug())
                .put("title", estimates.study().title())
                .put("population", estimates.study().population());
        root.put("query", estimates.query().text());
        root.put("url", estimates.query().path());
        root.put("java", estimates.query().java());
        root.put("cli", estimates.query().cli());
        root.putObject("measure")
                .put("name", estimates.measure().name())
                .put("label", estimates.measure().label())
                .put("unit", table.printing().unit().name().toLowerCase(Locale.ROOT));
        root.putObject("data")
                .put("label", table.dataCode())
                .put("title", estimates.label().title())
                .put("explanation", estimates.label().explanation());
        root.put("fingerprint", estimates.fingerprint());
        estimates.interval().ifPresent(interval -> {
            root.put("interval", estimates.intervalTitle().orElseThrow());
            root.put("level", estimates.level());
        });
        estimates.dontKnows().ifPresent(sentence -> root.put("dont_knows", sentence));
        ObjectNode flags = root.putObject("flags");
        for (Flag flag : CellText.flags(estimates)) {
            flags.put(flag.mark(), flag.meaning());
        }
        ArrayNode rows = root.putArray("rows");
        estimates.rows().forEach(row -> rows.add(row(row)));
        return root;
    }

    private ObjectNode row(EstimateRow row) {
        ObjectNode node = MAPPER.createObjectNode();
        List<String> headers = table.nameHeaders();
        List<Category> names = ResultTable.names(row);
        ObjectNode groups = node.putObject("groups");
        for (int i = 0; i < row.groups().size(); i++) {
            category(groups.putObject(headers.get(i)), names.get(i));
        }
        row.answer().ifPresent(answer -> category(node.putObject("answer"), answer));
        numbers(node, table.columns(), row);
        return node;
    }

    /** The numbers of a row, and its marks. */
    static void numbers(ObjectNode node, List<Column> columns, EstimateRow row) {
        for (Column column : columns) {
            double value = column.value().apply(row);
            if (!Double.isFinite(value)) {
                node.putNull(column.name());
            } else if (column.whole()) {
                node.put(column.name(), (long) value);
            } else {
                node.put(column.name(), value);
            }
        }
        ArrayNode flags = node.putArray("flags");
        row.cell().flags().stream().sorted().forEach(flag -> flags.add(flag.mark()));
    }

    static void category(ObjectNode node, Category category) {
        node.put("code", category.code()).put("label", category.label());
    }
}
