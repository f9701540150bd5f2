/**
 * Published figures as executable claims: each is a row of data with its quote, its printed form and the query that
 * recomputes it. {@link org.deepdive.published.Reproducer} runs the queries; {@link org.deepdive.published.Audit}
 * checks the printed numbers against one another by arithmetic alone.
 */
package org.deepdive.published;
