/**
 * Published figures as executable claims: each is a row of data with its quote, its printed form and the query that
 * recomputes it. {@link org.deepdive.published.Reproducer} runs the queries; {@link org.deepdive.published.Audit}
 * checks the printed numbers against one another by arithmetic alone.
 *
 * <p>{@link org.deepdive.published.PublicationFiles} reads such rows of a user's own publications for the audit.
 * {@link org.deepdive.published.PlanPerformance} is what a plan says of its own success: its measures, reported progress
 * and scorecard, over the same figures. {@link org.deepdive.published.Engagement} is who was heard in the consultations
 * and what they said, in quotes by group and theme.
 */
package org.deepdive.published;
