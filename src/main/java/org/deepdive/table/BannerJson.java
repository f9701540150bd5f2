package org.deepdive.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.Flag;
import org.deepdive.estimate.interval.Interval;
import org.deepdive.study.Category;

/** Writes a banner as JSON. */
final class BannerJson {

    private final BannerTable banner;

    BannerJson(BannerTable banner) {
        this.banner = banner;
    }

    String text() {
        BannerQuestion question = banner.question();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("study")
                .put("slug", question.study().slug())
                .put("title", question.study().title())
                .put("population", question.study().population());
        root.putObject("question")
                .put("variable", question.variable().name())
                .put("label", question.variable().label())
                .put("wording", question.variable().question())
                .put("wording_assumed", question.study().wordingAssumed());
        root.put("caption", banner.caption()).put("where", question.domain().whereText());
        root.put("waves", question.domain().waves().map(waves -> waves.text()).orElse(""));
        root.put("java", question.java()).put("cli", question.cli());
        root.putObject("data").put("label", banner.dataCode()).put("explanation", banner.dataLabel());
        root.put("fingerprint", banner.fingerprint()).put("level", banner.level());
        root.putObject("significance")
                .put("marks", question.marks().name().toLowerCase(Locale.ROOT))
                .put("adjustment", question.adjustment().word());
        ObjectNode flags = root.putObject("flags");
        for (Flag flag : banner.flags()) {
            flags.put(flag.mark(), flag.meaning());
        }
        ArrayNode notes = root.putArray("notes");
        banner.notes().forEach(notes::add);
        ArrayNode columns = root.putArray("columns");
        banner.columns().forEach(column -> column(columns.addObject(), column));
        ArrayNode measures = root.putArray("measures");
        banner.blocks().forEach(block -> block(measures.addObject(), block));
        return JsonForm.text(root);
    }

    private static void column(ObjectNode node, BannerColumn column) {
        node.put("breakdown", column.breakdown().name())
                .put("label", column.label())
                .put("letter", column.letter());
        ArrayNode groups = node.putArray("groups");
        for (int i = 0; i < column.groups().size(); i++) {
            ObjectNode group = groups.addObject();
            group.put("variable", column.breakdown().variables().get(i).name());
            JsonForm.category(group, column.groups().get(i));
        }
    }

    private void block(ObjectNode node, BannerBlock block) {
        node.put("name", block.measure().name())
                .put("label", block.measure().label())
                .put("statistic", block.measure().statistic())
                .put("unit", block.printing().unit().name().toLowerCase(Locale.ROOT))
                .put("interval", Interval.of(block.measure()).title());
        ArrayNode bases = node.putArray("bases");
        for (Cell base : block.bases()) {
            base(bases.addObject(), base);
        }
        ArrayNode rows = node.putArray("rows");
        for (BannerRow row : block.rows()) {
            ObjectNode line = rows.addObject();
            row.answer().ifPresent(answer -> JsonForm.category(line.putObject("answer"), answer));
            ArrayNode cells = line.putArray("cells");
            row.cells().forEach(cell -> {
                ObjectNode value = cells.addObject();
                numbers(value, Column.ESTIMATES, row.answer(), cell.cell());
                value.put("significance", cell.significance());
            });
        }
    }

    private static void base(ObjectNode node, Cell base) {
        List<Column> columns = Column.ESTIMATES.stream()
                .filter(column -> column.name().endsWith("base"))
                .toList();
        numbers(node, columns, Optional.empty(), base);
    }

    private static void numbers(ObjectNode node, List<Column> columns, Optional<Category> answer, Cell cell) {
        JsonForm.numbers(node, columns, new EstimateRow(List.of(), answer, cell));
    }
}
