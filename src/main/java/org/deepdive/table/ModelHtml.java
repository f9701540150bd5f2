package org.deepdive.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.regression.Coefficient;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelKind;

/** A cleared model as tables of HTML. */
final class ModelHtml {

    private static final CellText COUNT = new CellText(CellText.Unit.COUNT);

    private ModelHtml() {}

    /** The groups before and after adjustment. */
    static HtmlTable groups(Model model) {
        CellText text = CellText.of(model.measure());
        HtmlTable table = new HtmlTable(model.outcome() + ". " + model.study().title() + ".")
                .label(label(model))
                .words(model.groups().variable().label())
                .numbers("Unadjusted", "Interval", "Adjusted", "Interval", "Base")
                .words("Marks");
        for (int g = 0; g < model.groups().adjusted().size(); g++) {
            EstimateRow adjusted = model.groups().adjusted().get(g);
            Cell before = model.groups().unadjusted().get(g).cell();
            table.row(List.of(
                    adjusted.groups().get(0).label(),
                    text.of(before),
                    text.interval(before),
                    text.of(adjusted.cell()),
                    text.interval(adjusted.cell()),
                    COUNT.of(adjusted.cell() instanceof Cell.Estimate e ? e.base() : Double.NaN),
                    CellText.marks(adjusted.cell().flags())));
        }
        return table.note(
                "Adjusted for " + model.adjusters() + " (" + model.kind().title()
                        + ", average marginal predictions). Intervals: " + Math.round(100 * model.level()) + "%.");
    }

    /** The coefficients, with odds ratios for a logistic model. */
    static HtmlTable coefficients(Model model) {
        boolean odds = model.kind() == ModelKind.LOGISTIC;
        HtmlTable table = new HtmlTable("Coefficients, against " + String.join("; ", model.references()) + ".")
                .label(label(model))
                .words("Coefficient")
                .numbers("Estimate", "SE")
                .numbers(odds ? new String[] {"Odds ratio", "Interval"} : new String[] {"Interval"})
                .numbers("p");
        for (Coefficient c : model.coefficients()) {
            List<String> cells = new ArrayList<>(List.of(c.label(), number(c.estimate()), number(c.se())));
            if (odds) {
                cells.add(number(c.oddsRatio()));
                cells.add(number(c.oddsLow()) + " to " + number(c.oddsHigh()));
            } else {
                cells.add(number(c.low()) + " to " + number(c.high()));
            }
            cells.add(TestText.p(c.p()));
            table.row(cells);
        }
        return table;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String label(Model model) {
        return model.label().title() + ": " + model.label().explanation();
    }
}
