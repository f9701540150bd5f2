package org.deepdive.estimate.regression;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateRow;

/**
 * What a model says of its groups, in one sentence: how far apart they are before and after adjustment, and what the tests
 * say of it.
 *
 * @param model the model
 */
record Sentence(Model model) {

    String text() {
        Groups groups = model.groups();
        String asTheyAre = range(groups.unadjusted(), groups.unadjustedTest());
        String before = groups.variable().label() + ": the groups are " + asTheyAre;
        return model.query().terms().size() == 1
                ? before + "; nothing was adjusted for."
                : before + " as they are, and " + range(groups.adjusted(), groups.adjustedTest())
                        + " once adjusted for " + model.adjusters() + ".";
    }

    private String range(List<EstimateRow> rows, TermTest test) {
        Optional<EstimateRow> low = rows.stream().min(Comparator.comparingDouble(Sentence::value));
        Optional<EstimateRow> high = rows.stream().max(Comparator.comparingDouble(Sentence::value));
        if (low.isEmpty() || high.isEmpty()) {
            return "not shown";
        }
        double gap = value(high.get()) - value(low.get());
        String apart = model.measure().isShare()
                ? String.format(Locale.ROOT, "up to %.1f percentage points", 100 * gap)
                : String.format(Locale.ROOT, "up to %.2f", gap);
        return apart + " apart (" + named(low.get()) + " to " + named(high.get()) + "; " + verdict(test) + ")";
    }

    private String verdict(TermTest test) {
        String significance = Double.isNaN(test.p())
                ? "not tested"
                : test.isSignificant(model.level()) ? "significant" : "not significant";
        return significance + ", " + Comparison.probability(test.p());
    }

    private String named(EstimateRow row) {
        return CellText.of(model.measure()).of(row.cell()) + " "
                + row.groups().get(0).label();
    }

    private static double value(EstimateRow row) {
        return row.cell() instanceof Cell.Estimate estimate ? estimate.value() : Double.NaN;
    }
}
