package org.deepdive.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.regression.AdjustedDifference;
import org.deepdive.estimate.regression.Coefficient;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelKind;
import org.deepdive.estimate.regression.TermTest;

/**
 * A row of a model in machine-readable forms.
 *
 * @param table what kind of row it is
 * @param item what it is about: a coefficient's or term's name, a category's code, a reason
 * @param numbers its numbers by name
 * @param flags the marks beside it
 */
record ModelRow(String table, String item, Map<String, Number> numbers, String flags) {

    static List<ModelRow> of(Model model) {
        List<ModelRow> rows = new ArrayList<>();
        rows.add(new ModelRow("base", "", Map.of("base", model.base(), "ddf", model.df()), ""));
        model.leftOut().forEach(l -> rows.add(new ModelRow("left_out", l.reason(), Map.of("base", l.count()), "")));
        model.groups().unadjusted().forEach(row -> rows.add(of("unadjusted", row)));
        model.groups().adjusted().forEach(row -> rows.add(of("adjusted", row)));
        model.groups().differences().forEach(d -> rows.add(of(d)));
        rows.add(of("unadjusted_test", model.groups().unadjustedTest()));
        rows.add(of("adjusted_test", model.groups().adjustedTest()));
        model.tests().forEach(test -> rows.add(of("test", test)));
        model.coefficients().forEach(c -> rows.add(of(c, model.kind() == ModelKind.LOGISTIC)));
        return rows;
    }

    private static ModelRow of(String table, EstimateRow row) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        if (row.cell() instanceof Cell.Estimate e) {
            interval(numbers, e.value(), e.se(), e.low(), e.high());
            numbers.put("ddf", e.df());
            numbers.put("base", e.base());
        }
        return new ModelRow(table, row.groups().get(0).code(), numbers, ResultTable.notes(row.cell()));
    }

    private static ModelRow of(AdjustedDifference d) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        interval(numbers, d.difference(), d.se(), d.low(), d.high());
        numbers.put("statistic", d.t());
        numbers.put("p", d.p());
        return new ModelRow("difference", d.first().code() + " - " + d.second().code(), numbers, "");
    }

    private static ModelRow of(String table, TermTest test) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        numbers.put("statistic", test.f());
        numbers.put("df", test.df());
        numbers.put("ddf", test.ddf());
        numbers.put("p", test.p());
        return new ModelRow(table, test.name(), numbers, "");
    }

    private static ModelRow of(Coefficient c, boolean odds) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        interval(numbers, c.estimate(), c.se(), c.low(), c.high());
        if (odds) {
            numbers.put("odds_ratio", c.oddsRatio());
            numbers.put("odds_low", c.oddsLow());
            numbers.put("odds_high", c.oddsHigh());
        }
        numbers.put("statistic", c.t());
        numbers.put("p", c.p());
        return new ModelRow("coefficient", c.name(), numbers, "");
    }

    private static void interval(Map<String, Number> numbers, double value, double se, double low, double high) {
        numbers.put("estimate", value);
        numbers.put("se", se);
        numbers.put("low", low);
        numbers.put("high", high);
    }
}
