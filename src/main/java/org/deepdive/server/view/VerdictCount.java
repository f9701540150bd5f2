package org.deepdive.server.view;

/**
 * How many published figures have a verdict.
 *
 * @param verdict its name in data files
 * @param text the verdict in words
 * @param meaning what it means
 * @param count how many
 * @param fitted how many of them come from practice data that were fitted to these same figures
 */
public record VerdictCount(String verdict, String text, String meaning, long count, long fitted) {}
