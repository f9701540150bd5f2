package org.deepdive.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.WaveRange;
import org.deepdive.study.InputException;
import org.deepdive.study.Variable;

/**
 * Refuses a query where another one, nearly the same, would differ by a few respondents: with a filter dropped, with one
 * category of a filter dropped, or with the first or last wave dropped. The difference of the two answers would be theirs.
 *
 * <p>Counted in the measure's own base. Two queries that differ in more than one such step are not held against each
 * other; for that, a ledger of all released domains would be needed.
 */
final class Differencing {

    private final Rules rules;
    private final SurveyEstimates estimates;

    Differencing(Rules rules, SurveyEstimates estimates) {
        this.rules = rules;
        this.estimates = estimates;
    }

    /** @throws InputException with the code {@code remainder} where a near query would give a few respondents away */
    void check(Query query) {
        if (query.where().isEmpty() && query.waves().isEmpty()) {
            return;
        }
        int base = estimates.base(query);
        if (base < rules.minimumBase()) {
            // Nothing of it is shown, so nothing can be taken from it.
            return;
        }
        query.where().forEach((variable, codes) -> {
            require(query, estimates.base(query.withoutWhere(variable)) - base, "the filter by " + variable);
            for (String code : codes.size() > 1 ? codes : List.<String>of()) {
                List<String> others = new ArrayList<>(codes);
                others.remove(code);
                Query without = query.where(variable, others.toArray(String[]::new));
                require(query, base - estimates.base(without), "the category " + variable + ":" + code);
            }
        });
        query.waves().ifPresent(range -> requireEnds(query, range, base));
    }

    private void requireEnds(Query query, WaveRange range, int base) {
        Variable wave = estimates.study().waves().orElseThrow();
        int first = wave.indexOf(range.first());
        int last = wave.indexOf(range.last());
        if (last > first) {
            String second = wave.codes().get(first + 1);
            String lastButOne = wave.codes().get(last - 1);
            require(query, base - estimates.base(query.waves(second, range.last())), "the wave " + range.first());
            require(query, base - estimates.base(query.waves(range.first(), lastButOne)), "the wave " + range.last());
        }
    }

    private void require(Query query, int difference, String what) {
        if (difference > 0 && difference < rules.minimumRemainder()) {
            throw InputException.of(
                    InputException.REMAINDER,
                    "With and without " + what + ", the respondents differ by fewer than " + rules.minimumRemainder()
                            + ", who could be found by comparing two answers.",
                    query.text(),
                    "Drop it, or ask for larger groups.");
        }
    }
}
