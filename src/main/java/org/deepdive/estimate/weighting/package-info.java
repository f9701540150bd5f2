/**
 * Weights that make a sample add up to what is known of its population: post-stratification, raking, calibration and
 * trimming, what they did to the weights, and what they do to standard errors.
 *
 * <p>Start at {@link org.deepdive.estimate.weighting.Weighting}. Every definition follows R's {@code survey} package (T.
 * Lumley, <cite>Complex Surveys</cite>, Wiley 2010, chapter 7; Deville and Särndal 1992), and a reference file among the
 * tests holds R's own weights and standard errors. This package does not import {@code org.deepdive.estimate}: estimates
 * may use weights, weights never need an estimate.
 */
package org.deepdive.estimate.weighting;
