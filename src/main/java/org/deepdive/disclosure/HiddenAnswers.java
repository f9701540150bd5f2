package org.deepdive.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Quantity;

/**
 * What the whole distribution behind a share or a mean withholds, so that a net, a picked answer or a mean does not give
 * it away: one table is not cleared without the tables that others can ask for.
 *
 * <p>Beside the answers shown, a share tells the sum of those withheld answers that it counts, and the sum of those that it
 * does not. A study's own net is fixed, so it is enough that each of the two sums could be shown. Answers can be picked
 * together in any way, and many such sums can be solved for the single answers: a pick may count all withheld answers or
 * none. A mean is such an equation too, and so may be a ratio or a quantile, so these are withheld wherever an answer is.
 */
final class HiddenAnswers {

    private final Rules rules;
    private final EstimateTable table;
    private final Map<List<Category>, Map<String, Integer>> hidden = new HashMap<>();

    HiddenAnswers(Rules rules, SurveyEstimates estimates, EstimateTable table) {
        this.rules = rules;
        this.table = table;
        Optional<SurveyEstimates.AnswersBehind> whole = estimates.answersBehind(table.query());
        if (whole.isPresent()) {
            List<EstimateRow> rows =
                    whole.get().rows().stream().filter(HiddenAnswers::isGiven).toList();
            String[] withheld = new Suppression(rules, whole.get().measure()).decide(rows);
            for (int i = 0; i < withheld.length; i++) {
                if (withheld[i] != null) {
                    hidden.computeIfAbsent(rows.get(i).groups(), groups -> new HashMap<>())
                            .put(rows.get(i).answer().orElseThrow().code(), counted(rows.get(i)));
                }
            }
        }
    }

    /** Answers that nobody of a group gave are neither given away by a net nor do they hide another. */
    private static boolean isGiven(EstimateRow row) {
        return counted(row) > 0;
    }

    private static int counted(EstimateRow row) {
        return row.cell() instanceof Cell.Estimate estimate ? estimate.counted() : 0;
    }

    /** Whether a row would give away an answer withheld in its group. */
    boolean givesAway(EstimateRow row) {
        Map<String, Integer> withheld = hidden.getOrDefault(row.groups(), Map.of());
        if (withheld.isEmpty()) {
            return false;
        }
        Optional<List<String>> net = net(table.measure());
        if (net.isPresent()) {
            return !isEnough(withheld, net.get()::contains)
                    || !isEnough(withheld, code -> !net.get().contains(code));
        }
        List<String> picked = table.query().answers();
        return !table.measure().hasAnswers()
                || withheld.keySet().stream().anyMatch(picked::contains) && !picked.containsAll(withheld.keySet());
    }

    /** The answers that a study's own measure counts together. */
    private static Optional<List<String>> net(Measure measure) {
        if (measure instanceof Measure.Percentage share) {
            return Optional.of(share.net());
        }
        return measure instanceof Measure.Total total && total.quantity() instanceof Quantity.Net net
                ? Optional.of(net.net())
                : Optional.empty();
    }

    /** Whether some of the withheld answers, if there are any, could be shown as one answer. */
    private boolean isEnough(Map<String, Integer> withheld, Predicate<String> which) {
        int answers = 0;
        int counted = 0;
        for (Map.Entry<String, Integer> answer : withheld.entrySet()) {
            if (which.test(answer.getKey())) {
                answers++;
                counted += answer.getValue();
            }
        }
        return answers == 0 || counted >= rules.minimumNumerator();
    }
}
