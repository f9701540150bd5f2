/**
 * Questions and their answers: a {@linkplain org.deepdive.estimate.Query query}, the one pass over the respondents that
 * turns it into {@linkplain org.deepdive.estimate.Sums sums}, and the design-based statistics that are finished from
 * those sums.
 *
 * <p>Every definition follows R's {@code survey} package (T. Lumley, <cite>Complex Surveys</cite>, Wiley 2010); the
 * reference files among the tests hold R's own numbers, and agreement is to 1e-9 relative.
 *
 * <p>Sums first, statistics second. What a measure asks of respondents is {@code Measuring}'s to say; {@code Tables} makes
 * a {@code CellTable} of it, whose cells are answers by groups; a {@code Statistic} is a smooth function of the cells' totals;
 * and the table says how uncertain it is. There are three tables, because there are three kinds of designs:
 *
 * <ul>
 *   <li>{@code LinearisedTable}, from sums by stratum and cluster that {@code Scan} makes at the speed of memory. The usual
 *       one, and the only one that pages at scale should need.
 *   <li>{@code RespondentTable}, for two stages and for calibrated weights, whose variances are not functions of such sums.
 *   <li>{@code ReplicateTable}, where the design asks for replicate weights.
 * </ul>
 *
 * <p>How the scan is fast, and what was tried that was not: respondents are sorted by stratum, codes are bytes, up to three
 * columns are joined into one number by their bits, and a variable that is constant within strata is looked up once a run.
 * Loops over respondents are static and take arrays as arguments. Several accumulators in turn, sums of counts and weights
 * in one array, and lookups in shorts were all slower; at ten million respondents the rest is the memory's.
 */
package org.deepdive.estimate;
