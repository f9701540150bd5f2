package org.deepdive.server.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.deepdive.estimate.comparison.Adjustment;

/**
 * A line of a saved plot whose numbers are other today.
 *
 * @param row what it is about
 * @param before what was saved; absent where the line is new
 * @param after what it is now; absent where the line went
 * @param p the probability of a difference as large, if the two estimated the same, Holm-adjusted over the lines of the
 *     plot; absent where no test can be made, as for counts. See {@link #between}.
 */
public record Change(String row, Optional<Value> before, Optional<Value> after, Optional<Double> p) {

    static final double NORMAL_95 = 1.959963984540054;

    private static final double LEVEL = 0.05;

    /**
     * A line's numbers as printed in the CSV; each is empty where there is none.
     *
     * @param estimate the estimate, or a published value
     * @param low the lower end of its 95% interval
     * @param high the upper end
     * @param base how many it rests on
     * @param flags its marks, such as {@code [c]}
     */
    public record Value(String estimate, String low, String high, String base, String flags) {

        static Value of(NumberRow row) {
            return new Value(
                    row.estimate(), row.field("low"), row.field("high"), row.field("base"), row.field("flags"));
        }
    }

    /** What became of a line. */
    public enum Kind {
        /** It was not there when the link was saved. */
        NEW,
        /** It is no longer there. */
        GONE,
        /** It changed by more than two independent samples of the same population would. */
        SIGNIFICANT,
        /** It changed by no more than that. */
        WITHIN_CHANCE,
        /** It changed, and no test can say whether by more than chance. */
        UNTESTED
    }

    /** What became of the line. */
    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.NEW;
        }
        if (after.isEmpty()) {
            return Kind.GONE;
        }
        return p.map(found -> found < LEVEL ? Kind.SIGNIFICANT : Kind.WITHIN_CHANCE)
                .orElse(Kind.UNTESTED);
    }

    /**
     * The lines that differ between two plots of one question.
     *
     * <p>The test takes the old and the new estimate for those of two independent samples: z = (new - old) /
     * sqrt(se_old^2 + se_new^2), two-sided, Holm-adjusted over all lines that both have. Where the new data contain the old
     * ones, as when a wave was added, the two go together and the real standard error is smaller, so that the test finds
     * too little rather than too much.
     *
     * @param before the CSV that was saved
     * @param after the CSV of today
     */
    static List<Change> between(String before, String after) {
        Map<String, NumberRow> old = byName(before);
        Map<String, NumberRow> now = byName(after);
        List<String> both = old.keySet().stream().filter(now::containsKey).toList();
        double[] p = Adjustment.HOLM.adjust(
                both.stream().mapToDouble(row -> p(old.get(row), now.get(row))).toArray());
        List<Change> changes = new ArrayList<>();
        Set<String> rows = new LinkedHashSet<>(old.keySet());
        rows.addAll(now.keySet());
        for (String row : rows) {
            NumberRow first = old.get(row);
            NumberRow second = now.get(row);
            if (first == null || second == null || !first.fields().equals(second.fields())) {
                int tested = both.indexOf(row);
                changes.add(
                        new Change(row, value(first), value(second), probability(tested < 0 ? Double.NaN : p[tested])));
            }
        }
        return changes;
    }

    private static Map<String, NumberRow> byName(String csv) {
        Map<String, NumberRow> rows = new LinkedHashMap<>();
        NumberRow.of(csv).forEach(row -> rows.put(row.name(), row));
        return rows;
    }

    private static Optional<Value> value(NumberRow row) {
        return Optional.ofNullable(row).map(Value::of);
    }

    private static Optional<Double> probability(double p) {
        return Double.isNaN(p) ? Optional.empty() : Optional.of(p);
    }

    /** The probability of one line; NaN where it has no estimate or no standard error on either side. */
    private static double p(NumberRow old, NumberRow now) {
        Optional<Double> from = old.number();
        Optional<Double> to = now.number();
        double variance = variance(old) + variance(now);
        if (from.isEmpty() || to.isEmpty() || !(variance > 0)) {
            return Double.NaN;
        }
        double z = (to.get() - from.get()) / Math.sqrt(variance);
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }

    private static double variance(NumberRow row) {
        return row.standardError().map(se -> se * se).orElse(Double.NaN);
    }
}
