package org.deepdive.estimate.replication;

import java.util.function.IntPredicate;

/** What the weights of sampling units are multiplied by in each replicate. */
interface Factors {

    int replicates();

    int units();

    double factor(int replicate, int unit);

    /** The rank of the matrix of factors, replicates by those units that a domain holds. */
    int rank(IntPredicate held);
}
