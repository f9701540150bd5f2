/**
 * Replicate weights: {@linkplain org.deepdive.estimate.replication.Replication replications} made from a sampling design or
 * given as columns of a file, and the variance of any statistic from its values under each replicate.
 *
 * <p>Definitions are those of {@code as.svrepdesign}, {@code svrepdesign} and {@code svrVar} in R's {@code survey} package.
 * Factors are held for each sampling unit, a cluster or a respondent, so that statistics of cluster sums are replicated
 * without another pass over the respondents.
 */
package org.deepdive.estimate.replication;
