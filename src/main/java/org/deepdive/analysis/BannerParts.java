package org.deepdive.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepdive.disclosure.Cleared;
import org.deepdive.disclosure.Gate;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerBreakdown;
import org.deepdive.table.BannerMarks;
import org.deepdive.table.BannerPart;

/** Asks for the parts of a banner, all cleared together. */
final class BannerParts {

    private final SurveyEstimates estimates;
    private final Gate gate;
    private final BannerMarks marks;
    private final Adjustment adjustment;

    BannerParts(SurveyEstimates estimates, Gate gate, BannerMarks marks, Adjustment adjustment) {
        this.estimates = estimates;
        this.gate = gate;
        this.marks = marks;
        this.adjustment = adjustment;
    }

    /** A measure under each breakdown. */
    List<BannerPart> of(Query measure, List<BannerBreakdown> breakdowns) {
        List<Query> queries = breakdowns.stream()
                .map(breakdown -> measure.by(
                        breakdown.variables().stream().map(Variable::name).toList()))
                .toList();
        List<Cleared<EstimateTable>> tables = gate.sideBySide(estimates, queries);
        List<BannerPart> parts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            parts.add(part(breakdowns.get(i), tables.get(i)));
        }
        return parts;
    }

    private BannerPart part(BannerBreakdown breakdown, Cleared<EstimateTable> table) {
        boolean compares = hasGroups(breakdown, table.value());
        boolean letters = compares && marks == BannerMarks.LETTERS;
        boolean arrows = compares && marks == BannerMarks.ARROWS && !groupsOverlap(breakdown);
        return new BannerPart(
                breakdown,
                table,
                gate.bases(estimates, table),
                letters ? Optional.of(gate.letters(estimates, table, adjustment)) : Optional.empty(),
                arrows ? Optional.of(gate.arrows(estimates, table, adjustment)) : Optional.empty());
    }

    /** Whether there are groups to compare: at least two of the innermost variable. */
    private static boolean hasGroups(BannerBreakdown breakdown, EstimateTable table) {
        int last = breakdown.variables().size() - 1;
        return last >= 0
                && table.rows().stream()
                                .map(row -> row.groups().get(last))
                                .distinct()
                                .count()
                        > 1;
    }

    /** Whether a respondent can be in several groups, so that none has a rest to be compared with. */
    private static boolean groupsOverlap(BannerBreakdown breakdown) {
        List<Variable> variables = breakdown.variables();
        return variables.get(variables.size() - 1).kind() == Variable.Kind.MULTIPLE;
    }
}
