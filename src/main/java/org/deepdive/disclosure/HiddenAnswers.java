package org.deepdive.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;

/**
 * What the whole distribution behind a share or a mean withholds, so that a net, a picked answer or a mean does not give
 * it away: one table is not cleared without the tables that others can ask for.
 *
 * <p>A share that counts some of the answers withheld in its group, and not all of them, is an equation in them; so is a
 * mean over any of them. Each is withheld. A share that counts all of them, or none, tells only their sum.
 */
final class HiddenAnswers {

    private final EstimateTable table;
    private final Map<List<Category>, Set<String>> hidden = new HashMap<>();

    HiddenAnswers(Rules rules, SurveyEstimates estimates, EstimateTable table) {
        this.table = table;
        Optional<EstimateTable> whole = estimates.distributionBehind(table.query());
        if (whole.isPresent()) {
            List<EstimateRow> rows = whole.get().rows();
            String[] withheld = new Suppression(rules, whole.get().measure()).decide(rows);
            for (int i = 0; i < withheld.length; i++) {
                if (withheld[i] != null) {
                    hidden.computeIfAbsent(rows.get(i).groups(), groups -> new HashSet<>())
                            .add(rows.get(i).answer().orElseThrow().code());
                }
            }
        }
    }

    /** Whether a row would give away an answer withheld in its group. */
    boolean givesAway(EstimateRow row) {
        Set<String> withheld = hidden.getOrDefault(row.groups(), Set.of());
        if (withheld.isEmpty()) {
            return false;
        }
        if (table.measure() instanceof Measure.Percentage share) {
            return splits(withheld, share.net());
        }
        return table.measure() instanceof Measure.Mean
                || splits(withheld, table.query().answers());
    }

    private static boolean splits(Set<String> withheld, List<String> counted) {
        return withheld.stream().anyMatch(counted::contains) && !counted.containsAll(withheld);
    }
}
