package org.deepdive.published;

import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;

/**
 * What a reproduction asks. Whoever wires it gives cleared answers, so that a reproduction can be shown as it is.
 */
public interface Answers {

    /** The answer to a query. */
    EstimateTable estimate(Query query);

    /** The difference of two queries with one value each. */
    Comparison compare(Query first, Query second);
}
