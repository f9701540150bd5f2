package org.deepdive.published;

/**
 * A statistic proposed for the scorecard.
 *
 * @param priority the priority it was proposed for, 1 to 3
 * @param name its name as printed
 * @param quote the words of the document
 */
public record ProposedIndicator(int priority, String name, String quote) {}
