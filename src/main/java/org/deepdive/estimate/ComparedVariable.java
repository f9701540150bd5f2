package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * The variable whose groups are compared, and the others of the breakdown, within whose groups they are.
 *
 * @param variable the compared variable
 * @param within the others
 * @param place where it stands, or would stand, among all of them
 */
record ComparedVariable(Variable variable, List<Variable> within, int place) {

    static ComparedVariable of(Study study, Query query, ComparisonPlan plan) {
        if (plan.pairing().isOverTime()) {
            return of(study, query, waves(study, query).name());
        }
        if (query.by().isEmpty()) {
            throw InputException.of(
                    "no-breakdown",
                    "There are no groups to compare: the query has no breakdown.",
                    query.text(),
                    "Break down by a variable, such as sex.");
        }
        String last = query.by().get(query.by().size() - 1);
        String along = plan.along().orElse(last);
        if (!query.by().contains(along)) {
            throw InputException.unknown("variable of the breakdown", along, query.by());
        }
        return of(study, query, along);
    }

    /** The variable that tells the wave. */
    static Variable waves(Study study, Query query) {
        return study.waves()
                .orElseThrow(() -> InputException.of(
                        "no-waves",
                        "The study \"" + study.slug() + "\" has no waves, so nothing can be followed over time.",
                        query.text(),
                        "Compare the groups of a breakdown instead."));
    }

    static ComparedVariable of(Study study, Query query, String name) {
        List<Variable> within = new ArrayList<>();
        int place = query.by().size();
        for (int i = 0; i < query.by().size(); i++) {
            if (query.by().get(i).equals(name)) {
                place = i;
            } else {
                within.add(study.codebook().variable(query.by().get(i)));
            }
        }
        return new ComparedVariable(study.codebook().variable(name), within, place);
    }
}
