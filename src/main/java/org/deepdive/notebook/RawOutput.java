package org.deepdive.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;
import org.deepdive.table.HtmlTable;

/** Estimates before the disclosure gate as an output, marked as such: more digits, exact bases, nothing withheld. */
final class RawOutput {

    static final String WARNING =
            "Not cleared: nothing is withheld, and bases are exact. For the holder of the data, in a"
                    + " session of their own; clear the outputs before passing the notebook on.";

    private RawOutput() {}

    static MimeBundle of(EstimateTable table) {
        HtmlTable out = new HtmlTable(title(table)).label(Page.label(table.label()));
        table.by().forEach(variable -> out.words(variable.label()));
        if (table.byAnswer()) {
            out.words("Answer");
        }
        if (table.by().isEmpty() && !table.byAnswer()) {
            out.words("Group");
        }
        out.numbers("Estimate", "Standard error", "Low", "High", "Base", "Effective base", "Design effect", "df");
        boolean share = CellText.of(table.measure()).unit() == CellText.Unit.SHARE;
        table.rows().forEach(row -> out.row(cells(row, share)));
        table.intervalTitle()
                .ifPresent(title -> out.note("Low and High are the ends of " + Math.round(100 * table.level())
                        + "% confidence intervals (" + title + ")."));
        out.note(WARNING);
        return MimeBundle.html(Page.of(out.html()), out.text());
    }

    private static String title(EstimateTable table) {
        String by = table.by().stream().map(Variable::label).collect(Collectors.joining(" and "));
        return table.title() + (by.isEmpty() ? "" : ", by " + by) + ". "
                + table.study().title() + ".";
    }

    private static List<String> cells(EstimateRow row, boolean share) {
        List<String> cells = new ArrayList<>();
        row.groups().forEach(group -> cells.add(group.label()));
        row.answer().map(Category::label).ifPresent(cells::add);
        if (cells.isEmpty()) {
            cells.add("All");
        }
        if (row.cell() instanceof Cell.Estimate e) {
            cells.addAll(List.of(
                    value(e.value(), share),
                    value(e.se(), share),
                    value(e.low(), share),
                    value(e.high(), share),
                    decimals(e.base(), 0),
                    decimals(e.effectiveBase(), 1),
                    decimals(e.deff(), 3),
                    decimals(e.df(), 0)));
        } else if (row.cell() instanceof Cell.Published p) {
            cells.addAll(
                    List.of(value(p.value(), share), "[z]", "[z]", "[z]", decimals(p.base(), 0), "[z]", "[z]", "[z]"));
        } else {
            cells.addAll(Collections.nCopies(8, "[c]"));
        }
        return cells;
    }

    private static String value(double value, boolean share) {
        return share ? decimals(100 * value, 2) + (Double.isNaN(value) ? "" : "%") : decimals(value, 3);
    }

    private static String decimals(double value, int digits) {
        return Double.isNaN(value) ? "[x]" : String.format(Locale.UK, "%,." + digits + "f", value);
    }
}
