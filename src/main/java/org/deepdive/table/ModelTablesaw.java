package org.deepdive.table;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.regression.AdjustedDifference;
import org.deepdive.estimate.regression.Coefficient;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelKind;
import org.deepdive.estimate.regression.TermTest;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Makes Tablesaw tables of a model. */
final class ModelTablesaw {

    private ModelTablesaw() {}

    static Table coefficients(Model model) {
        List<Coefficient> rows = model.coefficients();
        Table table = Table.create(name("Coefficients", model))
                .addColumns(
                        words("coefficient", rows, Coefficient::name),
                        words("label", rows, Coefficient::label),
                        numbers("estimate", rows, Coefficient::estimate),
                        numbers("se", rows, Coefficient::se),
                        numbers("low", rows, Coefficient::low),
                        numbers("high", rows, Coefficient::high));
        if (model.kind() == ModelKind.LOGISTIC) {
            table.addColumns(
                    numbers("odds_ratio", rows, Coefficient::oddsRatio),
                    numbers("odds_low", rows, Coefficient::oddsLow),
                    numbers("odds_high", rows, Coefficient::oddsHigh));
        }
        return table.addColumns(
                numbers("t", rows, Coefficient::t), numbers("p", rows, Coefficient::p), data(model, rows.size()));
    }

    static Table tests(Model model) {
        List<TermTest> rows = model.tests();
        return Table.create(name("Tests of terms", model))
                .addColumns(
                        words("term", rows, TermTest::name),
                        words("label", rows, TermTest::label),
                        numbers("f", rows, TermTest::f),
                        numbers("df", rows, TermTest::df),
                        numbers("ddf", rows, TermTest::ddf),
                        numbers("p", rows, TermTest::p),
                        data(model, rows.size()));
    }

    static Table adjusted(Model model) {
        List<EstimateRow> before = model.groups().unadjusted();
        List<EstimateRow> after = model.groups().adjusted();
        return Table.create(name("Unadjusted and adjusted", model))
                .addColumns(
                        words(
                                model.groups().variable().name(),
                                after,
                                r -> r.groups().get(0).label()),
                        numbers("unadjusted", before, r -> number(r, Cell.Estimate::value)),
                        numbers("unadjusted_se", before, r -> number(r, Cell.Estimate::se)),
                        numbers("unadjusted_low", before, r -> number(r, Cell.Estimate::low)),
                        numbers("unadjusted_high", before, r -> number(r, Cell.Estimate::high)),
                        numbers("adjusted", after, r -> number(r, Cell.Estimate::value)),
                        numbers("adjusted_se", after, r -> number(r, Cell.Estimate::se)),
                        numbers("adjusted_low", after, r -> number(r, Cell.Estimate::low)),
                        numbers("adjusted_high", after, r -> number(r, Cell.Estimate::high)),
                        numbers("difference", after, r -> difference(model, r, AdjustedDifference::difference)),
                        numbers("difference_p", after, r -> difference(model, r, AdjustedDifference::p)),
                        numbers("base", after, r -> number(r, Cell.Estimate::base)),
                        words("flags", after, r -> ResultTable.notes(r.cell())),
                        data(model, after.size()));
    }

    private static double difference(Model model, EstimateRow row, ToDoubleFunction<AdjustedDifference> number) {
        Optional<AdjustedDifference> found = model.groups().differences().stream()
                .filter(d -> d.first().equals(row.groups().get(0)))
                .findFirst();
        return found.map(number::applyAsDouble).orElse(Double.NaN);
    }

    private static double number(EstimateRow row, ToDoubleFunction<Cell.Estimate> number) {
        return row.cell() instanceof Cell.Estimate estimate ? number.applyAsDouble(estimate) : Double.NaN;
    }

    private static String name(String what, Model model) {
        return what + ": " + model.outcome() + " (" + model.label().title().toLowerCase(Locale.ROOT) + ")";
    }

    private static <T> StringColumn words(String name, List<T> rows, Function<T, String> word) {
        return StringColumn.create(name, rows.stream().map(word));
    }

    private static <T> DoubleColumn numbers(String name, List<T> rows, ToDoubleFunction<T> number) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(number).toArray());
    }

    private static StringColumn data(Model model, int rows) {
        return StringColumn.create("data", Collections.nCopies(rows, ModelTable.dataCode(model)));
    }
}
