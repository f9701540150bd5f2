package org.deepdive.estimate.regression;

import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.study.Category;

/**
 * A column of the model matrix: the product of the effects of a term's factors.
 *
 * @param term the position of its term; -1 for the intercept
 * @param effects one effect for each factor; none for the intercept
 */
record ModelColumn(int term, List<Effect> effects) {

    static final ModelColumn INTERCEPT = new ModelColumn(-1, List.of());

    double value(byte[] codes) {
        double product = 1;
        for (Effect effect : effects) {
            product *= effect.value(codes);
        }
        return product;
    }

    String name() {
        return effects.isEmpty()
                ? "(intercept)"
                : effects.stream().map(Effect::name).collect(Collectors.joining(":"));
    }

    String label() {
        return effects.isEmpty()
                ? "Intercept"
                : effects.stream().map(Effect::label).collect(Collectors.joining(" × "));
    }

    List<Category> categories() {
        return effects.stream().flatMap(e -> e.categories().stream()).toList();
    }
}
