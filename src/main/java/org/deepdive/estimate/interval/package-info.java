/**
 * Confidence intervals: the {@linkplain org.deepdive.estimate.interval.Interval methods}, what they are
 * {@linkplain org.deepdive.estimate.interval.Estimated made from}, and the {@linkplain
 * org.deepdive.estimate.interval.TQuantile quantiles} they stand on.
 *
 * <p>Definitions are those of {@code svyciprop} and {@code confint} in R's {@code survey} package, with what each method
 * does at 0% and 100% decided here and written beside it.
 */
package org.deepdive.estimate.interval;
