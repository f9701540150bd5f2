package org.deepdive.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deepdive.study.Category;
import org.deepdive.study.InputException;

/** Which cells of a table are significantly higher or lower than the rest of their breakdown. */
public final class SignificanceArrows {

    /** Where a cell lies. */
    public enum Arrow {
        /** Significantly higher than the rest. */
        UP("\u2191"),
        /** Significantly lower than the rest. */
        DOWN("\u2193"),
        /** Not significantly different, or not tested. */
        NONE("");

        private final String sign;

        Arrow(String sign) {
            this.sign = sign;
        }

        /** The sign beside a number: an arrow, or nothing. */
        public String sign() {
            return sign;
        }
    }

    private record Place(List<Category> groups, Optional<Category> answer) {}

    private final Map<Place, Arrow> arrows = new HashMap<>();

    private SignificanceArrows() {}

    /**
     * The arrows of a table.
     *
     * @param table a table of each group against the rest
     * @param level the confidence level, such as 0.95
     * @throws InputException where the table is not one of each group against the rest
     */
    public static SignificanceArrows of(ComparisonTable table, double level) {
        if (table.plan().pairing() != ComparisonPlan.Pairing.COMPLEMENT) {
            throw InputException.of(
                    "arrows",
                    "Arrows need each group compared with the rest.",
                    table.plan().pairing().name().toLowerCase(Locale.ROOT),
                    "Ask for ComparisonPlan.complement().");
        }
        SignificanceArrows arrows = new SignificanceArrows();
        for (ComparisonRow row : table.rows()) {
            row.tested()
                    .filter(test -> test.isSignificant(level))
                    .ifPresent(test -> arrows.arrows.put(
                            new Place(table.groups(row, row.first()), row.answer()),
                            test.isHigher() ? Arrow.UP : Arrow.DOWN));
        }
        return arrows;
    }

    /**
     * The arrow of a cell.
     *
     * @param cell the categories of all breakdowns, in the query's order
     * @param answer its answer, where the measure has several
     */
    public Arrow of(List<Category> cell, Optional<Category> answer) {
        return arrows.getOrDefault(new Place(cell, answer), Arrow.NONE);
    }

    /** The arrow of a row of estimates of the same query. */
    public Arrow of(EstimateRow row) {
        return of(row.groups(), row.answer());
    }
}
