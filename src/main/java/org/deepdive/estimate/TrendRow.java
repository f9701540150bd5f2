package org.deepdive.estimate;

import java.util.List;
import java.util.Optional;
import org.deepdive.study.Category;

/**
 * The trend of one group and answer.
 *
 * @param groups the category of each breakdown beside the wave; empty where there is none
 * @param answer the answer, where the measure has several
 * @param trend the trend; absent where the disclosure rules withhold it
 * @param adjustedP its probability adjusted over the table; NaN where there is none
 */
public record TrendRow(List<Category> groups, Optional<Category> answer, Optional<Trend> trend, double adjustedP) {

    public TrendRow {
        groups = List.copyOf(groups);
    }

    /** Whether the adjusted test rejects "no trend" at a confidence level. */
    public boolean isSignificant(double level) {
        return adjustedP < 1 - level;
    }

    /** The same row, withheld. */
    public TrendRow withheld() {
        return new TrendRow(groups, answer, Optional.empty(), Double.NaN);
    }
}
