/**
 * Tests over several numbers at once: {@linkplain org.deepdive.estimate.comparison.Adjustment adjustment} of a family of
 * probabilities, and the {@linkplain org.deepdive.estimate.comparison.RaoScott test of association} of a table.
 *
 * <p>Nothing here sees a respondent: both take numbers that were estimated before.
 */
package org.deepdive.estimate.comparison;
