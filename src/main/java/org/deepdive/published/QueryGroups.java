package org.deepdive.published;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;

/** How the respondents of two queries relate, as far as their filters and waves tell. */
final class QueryGroups {

    private QueryGroups() {}

    /** Whether everyone in a part is in a whole, whatever is asked of them. */
    static boolean contains(Query whole, Query part, AuditMaterial material) {
        return whole.study().equals(part.study())
                && whole.where().entrySet().stream()
                        .allMatch(filter ->
                                filter.getValue().containsAll(part.where().getOrDefault(filter.getKey(), List.of(""))))
                && holdsWaves(whole, part, material);
    }

    private static boolean holdsWaves(Query whole, Query part, AuditMaterial material) {
        if (whole.waves().isEmpty() || whole.waves().equals(part.waves())) {
            return true;
        }
        Optional<Period> all = material.period(whole);
        Optional<Period> some = material.period(part);
        return all.isPresent() && some.isPresent() && all.get().contains(some.get());
    }

    /** Whether nobody is in both: other studies, other waves, or other answers to a question with one answer. */
    static boolean apart(Query one, Query other, AuditMaterial material) {
        if (!one.study().equals(other.study())) {
            return true;
        }
        boolean waves = material.period(one)
                .flatMap(a -> material.period(other).map(b -> !a.overlaps(b)))
                .orElse(false);
        return waves
                || one.where().entrySet().stream()
                        .filter(filter -> isSingle(one, filter.getKey(), material))
                        .anyMatch(filter -> other.where().containsKey(filter.getKey())
                                && other.where().get(filter.getKey()).stream().noneMatch(filter.getValue()::contains));
    }

    private static boolean isSingle(Query query, String variable, AuditMaterial material) {
        return material.study(query)
                .map(study -> study.codebook().variables().stream()
                        .anyMatch(v -> v.name().equals(variable) && v.isSingle()))
                .orElse(true);
    }
}
