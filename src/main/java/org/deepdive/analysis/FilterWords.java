package org.deepdive.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deepdive.estimate.Query;
import org.deepdive.study.Category;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** The filters of a query in the labels of the codebook, such as {@code Students, Women or Men}. */
final class FilterWords {

    private FilterWords() {}

    /**
     * The words.
     *
     * @param study the study asked
     * @param query the query
     * @param wanted which filters: a variable with the codes let through
     */
    static String of(Study study, Query query, Predicate<Map.Entry<String, List<String>>> wanted) {
        return query.where().entrySet().stream()
                .filter(wanted)
                .map(e -> categories(study.codebook().variable(e.getKey()), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String categories(Variable variable, List<String> codes) {
        return codes.stream().map(variable::category).map(Category::label).collect(Collectors.joining(" or "));
    }
}
