package org.deepdive.server.view;

/**
 * How many findings of the audit have a severity.
 *
 * @param name its name in data files
 * @param text the severity in words
 * @param meaning what it means
 * @param count how many
 */
public record SeverityCount(String name, String text, String meaning, long count) {}
