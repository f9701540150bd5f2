package org.deepdive.published;

import java.util.List;
import org.deepdive.estimate.AssociationTest;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.ComparisonPlan;
import org.deepdive.estimate.ComparisonTable;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.LinearContrast;
import org.deepdive.estimate.Query;

/**
 * What a reproduction asks. Whoever wires it gives cleared answers, so that a reproduction can be shown as it is.
 *
 * <p>Each answer throws an {@link org.deepdive.study.InputException} where it is withheld, or does not exist.
 */
public interface Answers {

    /** The answer to a query. */
    EstimateTable estimate(Query query);

    /** The difference of two queries with one value each. */
    Comparison compare(Query first, Query second);

    /** The weighted sum of several queries with one value each, such as a difference of differences. */
    LinearContrast contrast(List<Query> queries, List<Double> weights);

    /** The groups of a query's breakdown compared with one another. */
    ComparisonTable comparisons(Query query, ComparisonPlan plan);

    /** Whether a query's breakdown and the answers of its measure are associated. */
    AssociationTest association(Query query);
}
