package org.deepdive.table;

import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.study.Variable;

/**
 * One breakdown of a banner: a variable, or one within another.
 *
 * @param variables the variables, the outer one first; none for the total
 */
public record BannerBreakdown(List<Variable> variables) {

    /** Everybody, in one column. */
    public static final BannerBreakdown TOTAL = new BannerBreakdown(List.of());

    public BannerBreakdown {
        variables = List.copyOf(variables);
    }

    /** Its name for programs: {@code total}, {@code sex} or {@code sex>age_band}. */
    public String name() {
        return isTotal() ? "total" : variables.stream().map(Variable::name).collect(Collectors.joining(">"));
    }

    /** Its name for people: {@code Total}, {@code Sex} or {@code Age within Sex}. */
    public String label() {
        if (isTotal()) {
            return "Total";
        }
        String inner = variables.get(variables.size() - 1).label();
        return variables.size() == 1
                ? inner
                : inner + " within " + variables.get(0).label();
    }

    boolean isTotal() {
        return variables.isEmpty();
    }
}
