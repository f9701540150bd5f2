package org.deepdive.notebook;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.analysis.Description;
import org.deepdive.table.HtmlTable;
import tech.tablesaw.api.Table;

/** A description as an output: its title, a table of its facts, and a table of its parts. */
final class DescriptionOutput {

    private DescriptionOutput() {}

    static MimeBundle of(Description description) {
        List<String> html = new ArrayList<>(List.of(Page.title(description.title())));
        if (!description.facts().isEmpty()) {
            html.add(facts(description.facts()).html());
        }
        if (!description.tablesaw().isEmpty()) {
            html.add(parts(description.tablesaw()).html());
        }
        return MimeBundle.html(
                Page.of(html.toArray(String[]::new)), description.toString().stripTrailing());
    }

    /** A fact is {@code name: what it says}. */
    private static HtmlTable facts(List<String> facts) {
        HtmlTable table = new HtmlTable("What it is").words("Fact", "Words");
        facts.forEach(fact -> {
            int colon = fact.indexOf(": ");
            table.row(colon < 0 ? List.of(fact, "") : List.of(fact.substring(0, colon), fact.substring(colon + 2)));
        });
        return table;
    }

    /** All of its rows: what somebody asks to be described they want to read to the end. */
    private static HtmlTable parts(Table parts) {
        HtmlTable table = new HtmlTable(parts.name());
        parts.columnNames().forEach(name -> {
            if (name.equals("respondents")) {
                table.numbers(name);
            } else {
                table.words(name);
            }
        });
        TablesawOutput.rows(parts, parts.rowCount(), table);
        return table;
    }
}
