package org.deepdive.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/**
 * The groups of a breakdown that can have anybody, by the query and the questionnaire alone: those that the query's filters
 * and waves let through, and that were asked. Whether anybody is there is not looked at, since a group that is left out
 * where it is empty tells that others are not.
 */
final class Groups {

    private final Study study;
    private final Query query;
    private final Measure measure;
    private final List<Group> all = new ArrayList<>();

    /**
     * A group.
     *
     * @param number its number among all combinations of categories, the last variable fastest
     * @param categories the category of each variable
     */
    record Group(int number, List<Category> categories) {}

    private Groups(Study study, Query query, Measure measure) {
        this.study = study;
        this.query = query;
        this.measure = measure;
    }

    /** The groups of some variables, in codebook order. */
    static List<Group> of(Study study, Query query, Measure measure, List<Variable> by) {
        Groups groups = new Groups(study, query, measure);
        groups.add(0, new Category[0], by);
        return groups.all;
    }

    private void add(int number, Category[] categories, List<Variable> by) {
        if (categories.length == by.size()) {
            all.add(new Group(number, List.of(categories)));
            return;
        }
        Variable variable = by.get(categories.length);
        List<Category> next = variable.categories();
        boolean[] possible = possible(variable);
        for (int k = 0; k < next.size(); k++) {
            if (possible[k]) {
                Category[] longer = Arrays.copyOf(categories, categories.length + 1);
                longer[categories.length] = next.get(k);
                add(number * next.size() + k, longer, by);
            }
        }
    }

    private boolean[] possible(Variable variable) {
        boolean[] possible = new boolean[variable.categories().size()];
        List<String> through = query.where().getOrDefault(variable.name(), List.of());
        List<String> asked = asked(variable);
        boolean isWave = study.waves().filter(variable::equals).isPresent();
        int first = isWave && query.waves().isPresent()
                ? variable.indexOf(query.waves().get().first())
                : 0;
        int last = isWave && query.waves().isPresent()
                ? variable.indexOf(query.waves().get().last())
                : possible.length - 1;
        for (int k = first; k <= last; k++) {
            String code = variable.categories().get(k).code();
            possible[k] = (through.isEmpty() || through.contains(code)) && (asked.isEmpty() || asked.contains(code));
        }
        return possible;
    }

    /** The categories of a variable whose respondents were asked what a measure needs; empty for all. */
    private List<String> asked(Variable variable) {
        if (!(measure instanceof Measure.OfRespondents of) || measure instanceof Measure.Base) {
            return List.of();
        }
        String[] condition = study.codebook().variable(of.variable()).askedOf().split(":");
        return condition.length == 2 && condition[0].equals(variable.name())
                ? List.of(condition[1].split("/"))
                : List.of();
    }
}
