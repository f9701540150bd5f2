package org.deepdive.published;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;

/** Answers that are asked for once: many figures of a document are two sides of a comparison, and said again. */
final class RememberedAnswers implements Answers {

    private final Answers answers;
    private final Map<Query, EstimateTable> estimates = new ConcurrentHashMap<>();
    private final Map<List<Query>, Comparison> comparisons = new ConcurrentHashMap<>();

    RememberedAnswers(Answers answers) {
        this.answers = answers;
    }

    @Override
    public EstimateTable estimate(Query query) {
        return estimates.computeIfAbsent(query, answers::estimate);
    }

    @Override
    public Comparison compare(Query first, Query second) {
        return comparisons.computeIfAbsent(List.of(first, second), pair -> answers.compare(first, second));
    }

    @Override
    public LinearContrast contrast(List<Query> queries, List<Double> weights) {
        return answers.contrast(queries, weights);
    }

    @Override
    public ComparisonTable comparisons(Query query, ComparisonPlan plan) {
        return answers.comparisons(query, plan);
    }

    @Override
    public AssociationTest association(Query query) {
        return answers.association(query);
    }
}
