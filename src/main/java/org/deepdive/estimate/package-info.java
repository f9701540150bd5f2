/**
 * Questions and their answers: a {@linkplain org.deepdive.estimate.Query query}, the one pass over the respondents that
 * turns it into {@linkplain org.deepdive.estimate.Sums sums}, and the design-based statistics that are finished from
 * those sums.
 *
 * <p>Every definition follows R's {@code survey} package (T. Lumley, <cite>Complex Surveys</cite>, Wiley 2010); the
 * reference files among the tests hold R's own numbers, and agreement is to 1e-9 relative. Sums first, statistics
 * second: nothing outside {@link org.deepdive.estimate.Scan} sees a respondent.
 */
package org.deepdive.estimate;
