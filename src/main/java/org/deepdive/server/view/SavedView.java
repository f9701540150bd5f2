package org.deepdive.server.view;

/**
 * A link that was just saved.
 *
 * @param frame what stands around it
 * @param title its title
 * @param path its path
 * @param address its whole address, to share
 * @param key the owner's key, shown this once; empty where the owner has it already
 */
public record SavedView(Frame frame, String title, String path, String address, String key) {}
