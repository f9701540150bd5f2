package org.deepdive.server.export;

/**
 * What stands around the content of a page without a server.
 *
 * @param title its title
 * @param description one sentence on it
 * @param policy what it may load
 * @param styles its style sheet
 */
public record StandalonePage(String title, String description, String policy, String styles) {}
